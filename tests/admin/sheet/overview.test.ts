import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { serveHarness } from "./harness/serve.ts";
import { type OpenOptions, openSheet, type SheetPage } from "./harness/sheet-page.ts";

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
afterEach(async () => {
  expect(sheet.errors).toEqual([]);
  await sheet.close();
});

const open = async (options: OpenOptions = {}) => {
  sheet = await openSheet(browser, harness.url, options);
};
const head = (key: string) => sheet.page.locator(`.ll-sheet-headcell[data-key="${key}"]`);
const label = (key: string) => head(key).locator(".ll-sheet-label");
const firstTexts = async (key: string, count = 3) => {
  const texts = [];
  for (let row = 1; row <= count; row += 1) texts.push(await sheet.text(row, key));
  return texts;
};
const status = () => sheet.page.locator(".ll-sheet-rowcount").textContent();

describe("sorting", () => {
  it("goes up, down and back with clicks on a header", async () => {
    await open();
    const original = await firstTexts("age");
    const ages = await sheet.page.evaluate(() => (window.harness?.rows() ?? []).map((row) => Number(row.values.age)));
    await label("age").click();
    expect(await head("age").getAttribute("aria-sort")).toBe("ascending");
    expect(await sheet.text(1, "age")).toBe(String(Math.min(...ages)));
    await label("age").click();
    expect(await sheet.text(1, "age")).toBe(String(Math.max(...ages)));
    await label("age").click();
    expect(await firstTexts("age")).toEqual(original);
  });

  it("sorts by a second column with Shift, and by Chinese readings", async () => {
    await open();
    await label("sex").click();
    await label("age").click({ modifiers: ["Shift"] });
    expect(await sheet.text(1, "sex")).toBe("男");
    expect(Number(await sheet.text(2, "age"))).toBeGreaterThanOrEqual(Number(await sheet.text(1, "age")));
    await label("name").click();
    expect((await sheet.text(1, "name")).slice(0, 1)).toBe("陈");
  });

  it("keeps a row in its place while its sorted cell changes", async () => {
    await open();
    await label("age").click();
    await sheet.click(3, "age");
    const code = await sheet.text(3, "code");
    await sheet.type("99");
    await sheet.press("Enter");
    expect(await sheet.text(3, "age")).toBe("99");
    expect(await sheet.text(3, "code")).toBe(code);
    expect(await sheet.active()).toBe("4 age");
  });
});

describe("filter and search", () => {
  it("filters a column by text, range, emptiness and chosen values, and tells how many rows are left", async () => {
    await open();
    await head("age").locator(".ll-sheet-more").click();
    const menu = sheet.page.locator(".ll-sheet-menu");
    await menu.getByLabel("从").fill("80");
    await menu.getByLabel("到", { exact: true }).fill("85");
    expect(await status()).toMatch(/显示 \d+ 行，共 200 行/);
    for (const age of await firstTexts("age")) expect(Number(age)).toBeLessThanOrEqual(85);
    await sheet.press("Escape");
    await head("sex").locator(".ll-sheet-more").click();
    await menu.getByLabel(/^男/).uncheck();
    await sheet.press("Escape");
    expect(await firstTexts("sex", 2)).toEqual(["女", "女"]);
    await sheet.page.locator(".ll-sheet-chip").click();
    expect(await status()).toBe("共 200 行");
    await head("note").locator(".ll-sheet-more").click();
    await menu.getByLabel("只看已填").check();
    expect(await sheet.text(1, "note")).not.toBe("");
    await menu.getByLabel("包含文字").fill("没有这样的");
    expect(await sheet.page.locator(".ll-sheet-none").textContent()).toBe("没有符合条件的记录");
  });

  it("finds text in all rows from Ctrl+F, by reading too, goes through the matches and can show only them", async () => {
    await open({ rows: 3000 });
    await sheet.click(1, "name");
    await sheet.press("Control+f");
    await sheet.type("A002999");
    await sheet.page.waitForFunction(() => document.querySelector(".ll-sheet-matches")?.textContent === "1 处");
    await sheet.press("Enter");
    expect(await sheet.page.locator(".ll-sheet-hit").textContent()).toBe("A002999");
    await sheet.page.evaluate(() =>
      window.harness?.setRows((rows) => [...rows, { id: "late", values: { name: "后来", code: "A002999" } }]),
    );
    await sheet.page.waitForFunction(() => document.querySelector(".ll-sheet-matches")?.textContent === "2 处");
    await sheet.press("Enter");
    await sheet.page.waitForFunction(() => document.querySelector(".ll-sheet-matches")?.textContent === "2 / 2 处");
    await sheet.page.locator(".ll-sheet-search input").first().fill("zhang");
    await sheet.page.waitForFunction(() =>
      /^\d[\d,]* 处$/.test(document.querySelector(".ll-sheet-matches")?.textContent ?? ""),
    );
    await sheet.page.getByLabel("只看符合的").check();
    await sheet.page.waitForFunction(() =>
      document.querySelector(".ll-sheet-rowcount")?.textContent?.startsWith("显示"),
    );
    for (const name of await firstTexts("name")) expect(name.slice(0, 1)).toBe("张");
    await sheet.page.locator(".ll-sheet-search input").first().focus();
    await sheet.press("Escape");
    expect(await status()).toBe("共 3,001 行");
  });
});

describe("columns", () => {
  it("are resized, moved, hidden and brought back, and stay so after a reload", async () => {
    await open({ width: 1440 });
    const grip = await head("sex").locator(".ll-sheet-grip").boundingBox();
    if (!grip) throw new Error("no grip");
    await sheet.page.mouse.move(grip.x + 3, grip.y + 10);
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(grip.x + 63, grip.y + 10, { steps: 3 });
    await sheet.page.mouse.up();
    expect((await head("sex").boundingBox())?.width).toBe(130);
    const from = await label("age").boundingBox();
    const to = await label("sex").boundingBox();
    if (!from || !to) throw new Error("no heads");
    await sheet.page.mouse.move(from.x + 10, from.y + 8);
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(to.x + 20, to.y + 8, { steps: 6 });
    await sheet.page.mouse.up();
    const order = () => sheet.page.locator(".ll-sheet-headcell .ll-sheet-label").allTextContents();
    expect((await order()).slice(0, 3)).toEqual(["姓名 *", "年龄", "性别"]);
    expect(await head("age").getAttribute("aria-sort")).toBe("none");
    await sheet.page.getByRole("button", { name: "列", exact: true }).click();
    await sheet.page.locator(".ll-sheet-columns").getByRole("checkbox", { name: "出生日期" }).uncheck();
    await sheet.page.reload();
    await sheet.page.waitForSelector(".ll-sheet-cell");
    expect((await order()).slice(0, 4)).toEqual(["姓名 *", "年龄", "性别", "金额"]);
    expect((await head("sex").boundingBox())?.width).toBe(130);
    await sheet.page.getByRole("button", { name: "列", exact: true }).click();
    await sheet.page.getByRole("button", { name: "恢复默认列" }).click();
    expect((await order()).slice(0, 3)).toEqual(["姓名 *", "性别", "出生日期"]);
  });

  it("can be handled from the keyboard alone through the menu", async () => {
    await open({ width: 1440 });
    await sheet.click(1, "sex");
    await sheet.press("Shift+F10");
    await sheet.page.getByRole("button", { name: "右移一列" }).press("Enter");
    await sheet.press("Escape");
    expect((await sheet.page.locator(".ll-sheet-headcell .ll-sheet-label").allTextContents()).slice(1, 3)).toEqual([
      "出生日期",
      "性别",
    ]);
    expect(await sheet.active()).toBe("1 sex");
  });

  it("stay in place when frozen, while the others scroll", async () => {
    await open({ width: 1000 });
    const before = await sheet.cell(1, "name").boundingBox();
    await sheet.page.locator(".ll-sheet-scroll").evaluate((element) => element.scrollTo(900, 0));
    await sheet.page.waitForSelector('[data-key="phone"]');
    expect((await sheet.cell(1, "name").boundingBox())?.x).toBe(before?.x);
    expect(await sheet.page.locator('.ll-sheet-cell[data-key="age"]').count()).toBe(0);
  });
});

describe("selection", () => {
  it("spans a range by dragging or Shift, and the status line counts, sums and averages it", async () => {
    await open();
    const from = await sheet.cell(1, "age").boundingBox();
    const to = await sheet.cell(3, "age").boundingBox();
    if (!from || !to) throw new Error("no cells");
    await sheet.page.mouse.move(from.x + 10, from.y + 10);
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(to.x + 10, to.y + 10, { steps: 3 });
    await sheet.page.mouse.up();
    expect(await sheet.page.locator('[aria-selected="true"]').count()).toBe(3);
    const sum = (await firstTexts("age")).reduce((total, age) => total + Number(age), 0);
    await sheet.page.waitForFunction(
      (text) => document.querySelector(".ll-sheet-summary")?.textContent?.includes(text),
      `求和 ${sum}`,
    );
    await sheet.click(1, "sex");
    await sheet.click(3, "birth", { modifiers: ["Shift"] });
    expect(await sheet.page.locator('[aria-selected="true"]').count()).toBe(6);
    await sheet.press("Control+a");
    await sheet.page.waitForFunction(() => document.querySelector(".ll-sheet-summary")?.textContent?.includes("4,000"));
  });

  it("goes on below the edge of the screen while the mouse is held there", async () => {
    await open();
    const from = await sheet.cell(2, "age").boundingBox();
    if (!from) throw new Error("no cell");
    await sheet.page.mouse.move(from.x + 10, from.y + 10);
    await sheet.page.mouse.down();
    await sheet.page.mouse.move(from.x + 10, 318, { steps: 3 });
    await sheet.page.waitForFunction(() => (document.querySelector(".ll-sheet-scroll")?.scrollTop ?? 0) > 500);
    await sheet.page.mouse.up();
    await sheet.page.waitForFunction(() =>
      (window.harness?.calls ?? []).some((call) => call.name === "select" && Number(call.detail) > 15),
    );
  });

  it("tells the page which rows are selected, opens and deletes rows", async () => {
    await open();
    await sheet.page.locator('[aria-rowindex="3"] [role=rowheader]').click();
    await sheet.press("Shift+ArrowDown");
    await sheet.page.waitForFunction(() =>
      (window.harness?.calls ?? []).some((call) => call.name === "select" && call.detail === 2),
    );
    await sheet.press("Alt+Enter");
    expect(await sheet.reports("open")).toEqual(["r1"]);
    await sheet.page.locator('[aria-rowindex="3"] [role=rowheader]').click({ button: "right" });
    await sheet.page.getByRole("button", { name: "删除 2 行" }).click();
    expect(await sheet.reports("delete")).toEqual([["r1", "r2"]]);
    expect(await sheet.rowCount()).toBe(198);
  });
});

describe("everybody", () => {
  it("with a screen reader meets a well-formed grid that tells its true size", async () => {
    await open({ width: 700, height: 240, rows: 5000 });
    await sheet.click(2, "age");
    await sheet.type("abc");
    await sheet.press("Enter", "ArrowUp");
    const grid = sheet.page.getByRole("grid");
    expect(await grid.getAttribute("aria-rowcount")).toBe("5002");
    expect(await grid.getAttribute("aria-colcount")).toBe("21");
    const problems = async () => {
      const { violations } = await new AxeBuilder({ page: sheet.page }).setLegacyMode().include(".ll-sheet").analyze();
      return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
    };
    expect(await problems()).toEqual([]);
    await sheet.click(1, "sex");
    await sheet.press("F2");
    expect(await problems()).toEqual([]);
  });

  it("reading English gets English", async () => {
    await open({ lang: "en", width: 1440 });
    expect(await status()).toBe("200 rows");
    expect(await sheet.page.locator(".ll-sheet-search input").getAttribute("placeholder")).toBe("Find");
  });

  it("with a finger scrolls, selects by a tap without calling up a keyboard, and edits by a second tap", async () => {
    await open({ width: 360, height: 640, touch: true });
    await sheet.cell(2, "sex").tap();
    expect(await sheet.active()).toBe("2 sex");
    expect(await sheet.page.locator(".ll-sheet-input").getAttribute("inputmode")).toBe("none");
    await sheet.cell(3, "name").tap();
    await sheet.cell(3, "name").tap();
    expect(await sheet.page.locator(".ll-sheet-editing").getAttribute("inputmode")).toBe("text");
    await sheet.type("改");
    await sheet.press("Enter");
    expect(String(await sheet.value(3, "name")).endsWith("改")).toBe(true);
    expect(await sheet.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it("with 100,000 rows draws few elements, reaches the last row and comes back", async () => {
    await open({ rows: 100_000, width: 1440, height: 900 });
    expect(await sheet.page.locator(".ll-sheet *").count()).toBeLessThan(1000);
    await sheet.click(1, "sex");
    await sheet.press("Control+ArrowDown");
    expect(await sheet.active()).toBe("100000 sex");
    expect(await sheet.cell(100_000, "sex").isVisible()).toBe(true);
    await label("age").click();
    await sheet.press("Control+Home");
    expect(await sheet.text(1, "age")).toBe("7");
  });

  it("with 480,000 rows still sees each of them, beyond what a browser can scroll", async () => {
    await open({ rows: 480_000, width: 800, height: 480 });
    await sheet.click(1, "name");
    await sheet.press("Control+End", "Home");
    expect(await sheet.active()).toBe("480000 name");
    const box = await sheet.cell(480_000, "name").boundingBox();
    expect(box && box.y > 0 && box.y < 480).toBe(true);
    await sheet.type("最后一位");
    await sheet.press("Enter");
    expect(await sheet.value(480_000, "name")).toBe("最后一位");
  });
});
