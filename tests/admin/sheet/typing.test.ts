import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { serveHarness } from "./harness/serve.ts";
import { openSheet, type SheetPage } from "./harness/sheet-page.ts";

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;
let sheet: SheetPage;

beforeAll(async () => {
  [browser, harness] = await Promise.all([launchBrowser(), serveHarness()]);
});
afterAll(async () => {
  await browser.close();
  await harness.close();
});
beforeEach(async () => {
  sheet = await openSheet(browser, harness.url);
});
afterEach(async () => {
  expect(sheet.errors).toEqual([]);
  await sheet.close();
});

describe("the keyboard", () => {
  it("is in something an input method can write to as soon as a cell is clicked", async () => {
    await sheet.click(3, "note");
    expect(await sheet.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    expect(await sheet.active()).toBe("3 note");
  });

  it("keeps the first syllable of Chinese typed over a selected cell", async () => {
    await sheet.click(3, "note");
    const pinyin = await sheet.inputMethod();
    await pinyin.composeLetters("nihao");
    await pinyin.confirm("你好");
    expect(await sheet.edits()).toEqual([]);
    await sheet.press("Enter");
    expect(await sheet.value(3, "note")).toBe("你好");
    expect(await sheet.active()).toBe("4 note");
  });

  it("lets Enter choose a candidate without leaving the cell", async () => {
    await sheet.click(2, "address");
    const pinyin = await sheet.inputMethod();
    await pinyin.composeLetters("xing");
    await pinyin.confirm("幸");
    await pinyin.composeLetters("fu");
    await pinyin.confirm("福");
    expect(await sheet.edits()).toEqual([]);
    await sheet.press("Tab");
    expect((await sheet.lastEdit())?.edits).toEqual([{ rowId: "r1", key: "address", value: "幸福" }]);
    expect(await sheet.active()).toBe("2 code");
  });

  it("takes over text still being composed when another cell is clicked, and nothing spills into that cell", async () => {
    await sheet.click(2, "note");
    const pinyin = await sheet.inputMethod();
    await pinyin.composeLetters("bei");
    await sheet.click(5, "note");
    expect(await sheet.value(2, "note")).toBe("bei");
    await sheet.type("x");
    await sheet.press("Enter");
    expect(await sheet.value(5, "note")).toBe("x");
  });

  it("replaces by typing, keeps by F2, gives up by Escape", async () => {
    await sheet.click(1, "door");
    await sheet.type("8-2");
    await sheet.press("Enter");
    expect(await sheet.value(1, "door")).toBe("8-2");
    await sheet.press("ArrowUp", "F2");
    await sheet.type("-501");
    await sheet.press("Enter");
    expect(await sheet.value(1, "door")).toBe("8-2-501");
    await sheet.press("ArrowUp");
    await sheet.type("wrong");
    await sheet.press("Escape");
    expect(await sheet.text(1, "door")).toBe("8-2-501");
    expect((await sheet.edits()).length).toBe(2);
  });

  it("moves with arrows, Tab, Enter, Home, End, Page Down and Ctrl+arrows", async () => {
    await sheet.click(1, "name");
    const seen: string[] = [];
    for (const key of ["ArrowRight", "ArrowDown", "Tab", "Enter", "Shift+Tab", "Shift+Enter", "End", "Home"]) {
      await sheet.press(key);
      seen.push(await sheet.active());
    }
    expect(seen).toEqual(["1 sex", "2 sex", "2 birth", "3 sex", "3 name", "2 name", "2 source", "2 name"]);
    await sheet.press("Control+ArrowDown");
    expect(await sheet.active()).toBe("200 name");
    await sheet.press("Control+Home");
    expect(await sheet.active()).toBe("1 name");
    await sheet.press("PageDown");
    expect(await sheet.active()).not.toBe("1 name");
    await sheet.press("Control+End");
    expect(await sheet.active()).toBe("200 source");
  });

  it("returns with Enter to the column where Tab set out", async () => {
    await sheet.click(4, "sex");
    await sheet.type("男");
    await sheet.press("Tab");
    await sheet.type("2001-02-03");
    await sheet.press("Tab");
    await sheet.type("25");
    await sheet.press("Enter");
    expect(await sheet.active()).toBe("5 sex");
    expect([await sheet.value(4, "sex"), await sheet.value(4, "birth"), await sheet.value(4, "age")]).toEqual([
      "1",
      "2001-02-03",
      25,
    ]);
  });

  it("walks through a selected range with Enter and Tab", async () => {
    await sheet.click(1, "age");
    await sheet.press("Shift+ArrowDown", "Shift+ArrowRight", "Enter", "Enter", "Enter", "Enter");
    expect(await sheet.active()).toBe("1 age");
    await sheet.press("Tab", "Tab");
    expect(await sheet.active()).toBe("2 age");
    await sheet.type("7");
    await sheet.press("Control+Enter");
    expect([await sheet.value(1, "age"), await sheet.value(2, "age"), await sheet.value(2, "amountFen")]).toEqual([
      7, 7, 700,
    ]);
  });

  it("writes a second line with Alt+Enter", async () => {
    await sheet.click(1, "note");
    await sheet.type("一");
    await sheet.press("Alt+Enter");
    await sheet.type("二");
    await sheet.press("Enter");
    expect(await sheet.value(1, "note")).toBe("一\n二");
  });

  it("leaves the sheet with Tab after Escape, so nobody is trapped", async () => {
    await sheet.click(1, "name");
    await sheet.press("Escape", "Tab");
    expect(await sheet.page.evaluate(() => document.activeElement?.tagName)).not.toBe("TEXTAREA");
  });
});

describe("a refused text", () => {
  it("stays in its cell, marked with the reason, until corrected", async () => {
    await sheet.click(2, "age");
    await sheet.type("abc");
    await sheet.press("Enter");
    expect(await sheet.edits()).toEqual([]);
    expect(await sheet.text(2, "age")).toBe("abc");
    expect(await sheet.cell(2, "age").getAttribute("aria-invalid")).toBe("true");
    expect(await sheet.cell(2, "age").getAttribute("title")).toBe("要填数字");
    expect(await sheet.notice()).toContain("要填数字");
    await sheet.press("ArrowUp");
    expect(await sheet.page.locator(".ll-sheet-callout").textContent()).toBe("要填数字");
    await sheet.press("F2");
    expect(await sheet.page.locator(".ll-sheet-input").inputValue()).toBe("abc");
    await sheet.press("Control+a");
    await sheet.type("12");
    await sheet.press("Enter");
    expect(await sheet.value(2, "age")).toBe(12);
    expect(await sheet.cell(2, "age").getAttribute("aria-invalid")).toBeNull();
  });

  it("is given up by Escape, and the old value shows again", async () => {
    const before = await sheet.text(2, "birth");
    await sheet.click(2, "birth");
    await sheet.type("someday");
    await sheet.press("Enter", "ArrowUp", "Escape");
    expect(await sheet.text(2, "birth")).toBe(before);
  });

  it("S1.7 is replaced by the day that was probably meant, by keyboard or mouse, and that is undone like any entry", async () => {
    const birth = () => sheet.text(2, "birth");
    const before = await birth();
    await sheet.click(2, "birth");
    await sheet.type("5-31");
    await sheet.press("Enter", "ArrowUp", "Control+.");
    expect(await birth()).toBe("2026-05-31");
    await sheet.press("Control+z");
    expect(await birth()).toBe(before);
    await sheet.type("5-31");
    await sheet.press("Enter", "ArrowUp");
    await sheet.page.getByRole("button", { name: "改为 2026-05-31" }).click();
    expect(await birth()).toBe("2026-05-31");
    expect(await sheet.active()).toBe("2 birth");
  });

  it("is not accepted in a column that may not be changed", async () => {
    await sheet.click(2, "code");
    await sheet.type("x");
    expect(await sheet.notice()).toContain("不能修改");
    await sheet.press("Enter");
    expect(await sheet.edits()).toEqual([]);
  });
});

describe("the empty last row", () => {
  it("makes a row from what is typed, and Tab goes on in it", async () => {
    await sheet.click(1, "name");
    await sheet.press("Control+End", "Home", "ArrowDown");
    await sheet.type("新人");
    await sheet.press("Tab");
    const edit = (await sheet.lastEdit())?.edits?.[0];
    expect(edit).toMatchObject({ rowId: null, key: "name", value: "新人" });
    expect(await sheet.active()).toBe("201 sex");
    await sheet.type("女");
    await sheet.press("Enter");
    expect((await sheet.lastEdit())?.edits).toEqual([{ rowId: edit?.tempId, key: "sex", value: "2" }]);
    expect(await sheet.rowCount()).toBe(201);
    expect(await sheet.active()).toBe("202 name");
  });

  it("goes on below with Enter, one row after the other", async () => {
    await sheet.click(1, "name");
    await sheet.press("Control+End", "Home", "ArrowDown");
    for (const name of ["甲", "乙", "丙"]) {
      await sheet.type(name);
      await sheet.press("Enter");
    }
    expect(await sheet.rowCount()).toBe(203);
    expect([await sheet.value(201, "name"), await sheet.value(203, "name")]).toEqual(["甲", "丙"]);
  });

  it("keeps selection, marks and undo when the row gets its real id", async () => {
    await sheet.click(1, "name");
    await sheet.press("Control+End", "Home", "ArrowDown");
    await sheet.type("新人");
    await sheet.press("Tab", "Tab", "Tab");
    await sheet.type("abc");
    await sheet.press("Tab");
    await sheet.page.evaluate(() => {
      const rows = window.harness?.rows() ?? [];
      const tempId = rows[rows.length - 1]?.id ?? "";
      window.harness?.setAliases(new Map([[tempId, "real"]]));
      window.harness?.setRows((present) => present.map((row) => (row.id === tempId ? { ...row, id: "real" } : row)));
    });
    expect(await sheet.active()).toBe("201 amountFen");
    expect(await sheet.text(201, "age")).toBe("abc");
    await sheet.type("3");
    await sheet.press("Enter", "Control+z");
    expect((await sheet.lastEdit())?.edits).toEqual([{ rowId: "real", key: "amountFen", value: null }]);
    await sheet.press("Control+z");
    expect(await sheet.text(201, "age")).toBe("");
    await sheet.press("Control+z");
    expect(await sheet.reports("undoNew")).toEqual([["real"]]);
    expect(await sheet.rowCount()).toBe(200);
    await sheet.press("Control+y");
    expect(await sheet.rowCount()).toBe(201);
    expect(await sheet.value(201, "name")).toBe("新人");
  });
});
