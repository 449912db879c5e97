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
  sheet = await openSheet(browser, harness.url, { rows: 40 });
});
afterEach(async () => {
  expect(sheet.errors).toEqual([]);
  await sheet.close();
});

describe("paste", () => {
  it("lays down a block from a spreadsheet program, quoted lines and all, and leaves the cell below alone", async () => {
    const below = await sheet.value(4, "note");
    await sheet.click(2, "note");
    await sheet.paste('"第一行\n第二行"\t08:15\r\n说 ""好""\t09:15\r\n');
    expect((await sheet.edits()).length).toBe(1);
    expect((await sheet.lastEdit())?.name).toBe("paste");
    expect((await sheet.lastEdit())?.edits?.length).toBe(4);
    expect(await sheet.value(2, "note")).toBe("第一行\n第二行");
    expect(await sheet.value(3, "time")).toBe("09:15");
    expect(await sheet.value(4, "note")).toBe(below);
  });

  it("takes what is right, marks what is refused, and tells how many of each", async () => {
    await sheet.click(1, "age");
    await sheet.paste("41\nabc\n43\n");
    expect([await sheet.value(1, "age"), await sheet.value(3, "age")]).toEqual([41, 43]);
    expect((await sheet.lastEdit())?.edits?.length).toBe(2);
    expect(await sheet.text(2, "age")).toBe("abc");
    expect(await sheet.cell(2, "age").getAttribute("aria-invalid")).toBe("true");
    expect(await sheet.notice()).toBe("已粘贴 2 格，1 格未被接受，已标红");
    await sheet.click(9, "name");
    await sheet.page.getByRole("button", { name: "1 格未被接受" }).click();
    expect(await sheet.active()).toBe("2 age");
    await sheet.press("Control+z");
    expect(await sheet.cell(2, "age").getAttribute("aria-invalid")).toBeNull();
    await sheet.press("Control+y");
    expect(await sheet.text(2, "age")).toBe("abc");
    expect(await sheet.value(3, "age")).toBe(43);
  });

  it("is undone and done again as one step", async () => {
    const before = [await sheet.value(1, "door"), await sheet.value(2, "ethnic")];
    await sheet.click(1, "door");
    await sheet.paste("a\tb\nc\td");
    await sheet.press("Control+z");
    expect([await sheet.value(1, "door"), await sheet.value(2, "ethnic")]).toEqual(before);
    expect((await sheet.lastEdit())?.name).toBe("undo");
    await sheet.press("Control+Shift+z");
    expect([await sheet.value(1, "door"), await sheet.value(2, "ethnic")]).toEqual(["a", "d"]);
    expect((await sheet.lastEdit())?.name).toBe("redo");
  });

  it("makes the rows it needs below the last one, and undo takes them away", async () => {
    await sheet.click(1, "name");
    await sheet.press("Control+End", "Home");
    await sheet.paste("甲\t男\n乙\t女\n\n丙\t不详\n");
    expect(await sheet.rowCount()).toBe(42);
    const edits = (await sheet.lastEdit())?.edits ?? [];
    expect(edits.filter((edit) => edit.rowId === null).map((edit) => edit.value)).toEqual(["乙", "2", "丙"]);
    expect(await sheet.text(42, "sex")).toBe("不详");
    expect(await sheet.notice()).toContain("新增 2 行");
    await sheet.press("Control+z");
    expect(await sheet.rowCount()).toBe(40);
  });

  it("drops what lies beyond the sheet where no rows may be made, and says so", async () => {
    await sheet.close();
    sheet = await openSheet(browser, harness.url, { rows: 3, add: "no" });
    await sheet.click(3, "note");
    await sheet.paste("a\nb\nc");
    expect(await sheet.rowCount()).toBe(3);
    expect(await sheet.notice()).toContain("2 格超出表格");
  });

  it("of one cell fills the whole selection", async () => {
    await sheet.click(1, "note");
    await sheet.press("Shift+ArrowDown", "Shift+ArrowDown");
    await sheet.paste("同样\r\n");
    expect([await sheet.value(1, "note"), await sheet.value(3, "note")]).toEqual(["同样", "同样"]);
    expect((await sheet.lastEdit())?.edits?.length).toBe(3);
  });
});

describe("copy and cut", () => {
  it("gives what the cells show, as text for spreadsheets and as a table for word processors", async () => {
    await sheet.click(1, "note");
    await sheet.type('一"二"');
    await sheet.press("Enter");
    await sheet.click(1, "sex");
    expect((await sheet.copy()).text).toBe("男");
    await sheet.click(1, "note");
    await sheet.press("Shift+ArrowRight", "Shift+ArrowDown");
    const { text, html } = await sheet.copy();
    expect(text.split("\r\n")[0]).toBe('"一""二"""\t00:30');
    expect(html).toContain("<table>");
    expect(html).toContain("一&quot;二&quot;");
  });

  it("goes from cell to cell with the keys alone", async () => {
    await sheet.click(1, "address");
    const copied = await sheet.value(1, "address");
    await sheet.press("Control+c", "ArrowDown", "Control+v");
    expect(await sheet.value(2, "address")).toBe(copied);
  });

  it("cuts in one step, and Delete clears a range but not what is required", async () => {
    await sheet.click(1, "phone");
    await sheet.press("Shift+ArrowDown");
    const { text } = await sheet.copy("cut");
    expect(text.split("\r\n").length).toBe(2);
    expect((await sheet.lastEdit())?.name).toBe("cut");
    expect(await sheet.value(2, "phone")).toBeNull();
    await sheet.press("Control+z");
    expect(await sheet.text(2, "phone")).not.toBe("");
    await sheet.click(3, "name");
    await sheet.press("Shift+ArrowRight", "Delete");
    expect((await sheet.lastEdit())?.edits).toEqual([{ rowId: "r2", key: "sex", value: null }]);
    expect(await sheet.cell(3, "name").getAttribute("title")).toBe("必填");
  });

  it("leaves the text being edited to the browser", async () => {
    await sheet.click(1, "note");
    await sheet.type("abc");
    await sheet.press("Control+a", "Control+c", "End", "Control+v", "Enter");
    expect(await sheet.value(1, "note")).toBe("abcabc");
  });
});

describe("fill", () => {
  it("copies down with Ctrl+D and right with Ctrl+R", async () => {
    await sheet.click(1, "age");
    await sheet.press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
    const first = await sheet.value(1, "age");
    expect([await sheet.value(2, "age"), await sheet.value(3, "age")]).toEqual([first, first]);
    expect((await sheet.lastEdit())?.name).toBe("fill");
    await sheet.press("Control+z");
    expect(await sheet.value(3, "age")).not.toBe(first);
    await sheet.click(5, "ethnic");
    await sheet.press("Shift+ArrowRight", "Control+r");
    expect(await sheet.value(5, "source")).toBe(await sheet.value(5, "ethnic"));
  });

  it("continues a series when the handle is dragged, one step to undo", async () => {
    await sheet.click(1, "birth");
    await sheet.type("2026-02-27");
    await sheet.press("Enter", "ArrowUp");
    const handle = await sheet.page.locator(".ll-sheet-fill").boundingBox();
    const target = await sheet.cell(4, "birth").boundingBox();
    if (!handle || !target) throw new Error("the handle is not on screen");
    await sheet.page.mouse.move(handle.x + 4, handle.y + 4);
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(target.x + 20, target.y + 10, { steps: 4 });
    await sheet.page.mouse.up();
    expect([await sheet.value(2, "birth"), await sheet.value(3, "birth"), await sheet.value(4, "birth")]).toEqual([
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    await sheet.press("Control+z");
    expect(await sheet.value(4, "birth")).not.toBe("2026-03-02");
  });
});
