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

const options = () => sheet.page.locator(".ll-sheet-option").allTextContents();

describe("a cell with a list of choices", () => {
  it("narrows as one types, and Enter takes the first match", async () => {
    await sheet.click(1, "sex");
    await sheet.type("女");
    expect(await options()).toEqual(["女"]);
    await sheet.press("Enter");
    expect(await sheet.value(1, "sex")).toBe("2");
    expect(await sheet.active()).toBe("2 sex");
  });

  it("opens with Alt+Down and is chosen from with arrows or the mouse", async () => {
    await sheet.click(1, "sex");
    await sheet.press("Alt+ArrowDown");
    expect(await options()).toEqual(["男", "女"]);
    await sheet.press("ArrowDown", "ArrowDown", "Enter");
    expect(await sheet.value(1, "sex")).toBe("2");
    await sheet.click(2, "sex", { clickCount: 2 });
    await sheet.page.locator(".ll-sheet-option", { hasText: "男" }).click();
    expect(await sheet.value(2, "sex")).toBe("1");
    await sheet.press("ArrowDown");
    expect(await sheet.active()).toBe("3 sex");
  });

  it("refuses a text that is no choice", async () => {
    await sheet.click(1, "sex");
    await sheet.type("不详");
    await sheet.press("Enter");
    expect(await sheet.edits()).toEqual([]);
    expect(await sheet.cell(1, "sex").getAttribute("aria-invalid")).toBe("true");
  });

  it("of several choices ticks and unticks with Space and Enter, and Tab keeps them", async () => {
    await sheet.click(2, "services");
    await sheet.press("F2", "ArrowDown", "Space", "ArrowDown", "Space");
    await sheet.type("重");
    await sheet.press("Enter", "Tab");
    expect(await sheet.value(2, "services")).toEqual(["s0", "s1", "s3"]);
    expect(await sheet.active()).toBe("2 head");
    await sheet.click(2, "services");
    await sheet.press("F2");
    await sheet.page.locator(".ll-sheet-picked button").first().click();
    await sheet.press("ArrowDown", "Enter");
    expect(await sheet.value(2, "services")).toEqual(["s1", "s3"]);
  });
});

describe("a cell that refers to someone", () => {
  it("finds people by name, and the arrow keys choose between like names", async () => {
    await sheet.click(1, "head");
    await sheet.type("李四");
    await sheet.page.locator(".ll-sheet-option", { hasText: "李四光" }).waitFor();
    await sheet.press("ArrowDown", "Enter");
    expect(await sheet.value(1, "head")).toBe("p4");
    expect(await sheet.text(1, "head")).toBe("李四光");
  });

  it("waits for the answer when Enter comes first, and takes only an unmistakable one", async () => {
    await sheet.page.evaluate(() => window.harness?.slowLookUp(300));
    await sheet.click(1, "head");
    await sheet.type("周");
    await sheet.press("Enter");
    await sheet.page.waitForFunction(() => (window.harness?.calls ?? []).some((call) => call.edits));
    expect(await sheet.value(1, "head")).toBe("p5");
    expect(await sheet.active()).toBe("2 head");
  });

  it("refuses a name that nobody has", async () => {
    await sheet.click(1, "head");
    await sheet.type("无名");
    await sheet.press("Enter");
    await sheet.page.waitForFunction(() => document.querySelector("[aria-invalid]") !== null);
    expect(await sheet.edits()).toEqual([]);
    expect(await sheet.text(1, "head")).toBe("无名");
  });

  it("holds several people", async () => {
    await sheet.click(2, "helpers");
    for (const name of ["赵", "孙"]) {
      await sheet.type(name);
      await sheet.page.locator(".ll-sheet-option.ll-sheet-pointed", { hasText: name }).waitFor();
      await sheet.press("Enter");
    }
    await sheet.press("Enter");
    expect(await sheet.value(2, "helpers")).toEqual(["p0", "p2"]);
    expect(await sheet.text(2, "helpers")).toBe("赵一、孙三");
  });
});

describe("other kinds of cell", () => {
  it("ticks with Space and with a click on the box", async () => {
    await sheet.click(2, "lives");
    const before = await sheet.value(2, "lives");
    await sheet.press("Space");
    expect(await sheet.value(2, "lives")).toBe(!before);
    await sheet.cell(3, "lives").locator(".ll-sheet-tick").click();
    expect(await sheet.value(3, "lives")).toBe(false);
    await sheet.click(4, "lives");
    await sheet.type("否");
    await sheet.press("Enter");
    expect(await sheet.value(4, "lives")).toBe(false);
  });

  it("opens the browser's picker for days and times, and takes typed ones as they are usually written", async () => {
    await sheet.click(1, "birth");
    await sheet.press("F2");
    await sheet.page.locator(".ll-sheet-native").fill("2020-05-06");
    await sheet.press("Enter");
    expect(await sheet.value(1, "birth")).toBe("2020-05-06");
    expect(await sheet.active()).toBe("2 birth");
    await sheet.type("2020年5月7日");
    await sheet.press("Enter");
    expect(await sheet.value(2, "birth")).toBe("2020-05-07");
    for (const [key, value] of [
      ["time", "07:45"],
      ["at", "2026-04-01T08:00"],
      ["month", "2026-12"],
    ] as const) {
      await sheet.click(1, key, { clickCount: 2 });
      await sheet.page.locator(".ll-sheet-native").fill(value);
      await sheet.press("Tab");
      expect(await sheet.value(1, key)).toBe(value);
    }
    await sheet.click(3, "birth");
    const before = await sheet.value(3, "birth");
    await sheet.press("F2");
    await sheet.page.locator(".ll-sheet-native").fill("2001-01-01");
    await sheet.press("Escape");
    expect(await sheet.value(3, "birth")).toBe(before);
    expect(await sheet.active()).toBe("3 birth");
  });

  it("opens the small table of a cell as a sheet of its own", async () => {
    await sheet.click(2, "family");
    await sheet.press("F2");
    const dialog = sheet.page.locator(".ll-sheet-dialog");
    await dialog.waitFor();
    await sheet.type("小红");
    await sheet.press("Tab");
    await sheet.type("9");
    await sheet.press("Enter");
    await sheet.paste("小刚\t11\n小丽\tx\n");
    expect(await sheet.edits()).toEqual([]);
    await dialog.getByRole("button", { name: "确定" }).click();
    expect(await sheet.value(2, "family")).toEqual([
      { name: "小红", age: 9 },
      { name: "小刚", age: 11 },
      { name: "小丽" },
    ]);
    expect((await sheet.edits()).length).toBe(1);
    expect(await sheet.active()).toBe("2 family");
  });
});

describe("what the page says of a cell", () => {
  it("shows a value on its way, then the refusal with its reason, only in that cell", async () => {
    await sheet.page.evaluate(() => window.harness?.mark("r1", "age", { state: "saving", attempted: 50 }));
    expect(await sheet.text(2, "age")).toBe("50");
    expect(await sheet.cell(2, "age").getAttribute("aria-busy")).toBe("true");
    await sheet.page.evaluate(() =>
      window.harness?.mark("r1", "age", { state: "refused", attempted: 500, message: "年龄不可能" }),
    );
    expect(await sheet.text(2, "age")).toBe("500");
    expect(await sheet.cell(2, "age").getAttribute("title")).toBe("年龄不可能");
    expect(await sheet.page.locator("[aria-invalid]").count()).toBe(1);
    await sheet.click(2, "age");
    await sheet.press("Escape");
    expect(await sheet.reports("resolve")).toEqual([{ rowId: "r1", key: "age", choice: "theirs" }]);
  });

  it("lets the clerk choose when someone else changed the same cell", async () => {
    await sheet.page.evaluate(() =>
      window.harness?.mark("r1", "note", { state: "conflict", attempted: "我的", message: "王五刚改过" }),
    );
    await sheet.click(2, "note");
    expect(await sheet.page.locator(".ll-sheet-callout").textContent()).toContain("王五刚改过");
    await sheet.page.getByRole("button", { name: "用我的" }).click();
    expect(await sheet.reports("resolve")).toEqual([{ rowId: "r1", key: "note", choice: "mine" }]);
    expect(await sheet.active()).toBe("2 note");
  });

  it("does not disturb an unfinished edit when rows arrive or the sheet scrolls", async () => {
    await sheet.click(3, "note");
    await sheet.type("写到一半");
    await sheet.page.evaluate(() =>
      window.harness?.setRows((rows) => [{ id: "first", values: { name: "新来的" } }, ...rows]),
    );
    await sheet.page.mouse.move(600, 200);
    await sheet.page.mouse.wheel(0, 600);
    await sheet.page.waitForFunction(() => (document.querySelector(".ll-sheet-scroll")?.scrollTop ?? 0) > 300);
    await sheet.type("了");
    await sheet.press("Enter");
    expect((await sheet.lastEdit())?.edits).toEqual([{ rowId: "r2", key: "note", value: "写到一半了" }]);
  });

  it("takes no edits while it may only be read", async () => {
    await sheet.page.evaluate(() => window.harness?.setReadOnly(true));
    await sheet.click(2, "note");
    await sheet.type("x");
    await sheet.press("Enter", "Delete");
    await sheet.paste("y");
    expect(await sheet.edits()).toEqual([]);
  });
});
