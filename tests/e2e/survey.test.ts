import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOpenToAll, visit } from "../admin/harness/visit.ts";
import { settle, type World } from "../admin/harness/world.ts";
import { pixelsOf } from "../functions/poster/pixels.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

let linli: Linli;
let browser: Browser;
let world: World;
let api: string;
let survey: { id: string; url: string };

const add = async (list: string, values: object) =>
  (await world.director.call<{ id: string }>("POST", `${api}/registers/${list}/records`, { values })).id;

beforeAll(async () => {
  const functions = ["site", "api", "auth", "form", "counts"];
  [linli, browser] = await Promise.all([startLinli({ functions }), launchBrowser()]);
  world = await settle(linli);
  api = `/api/communities/${world.community}`;
  const group = await add("groups", { no: 1 });
  for (const room of ["101", "102"]) await add("dwellings", { building: "1栋", unit: "1单元", room, group });
  const id = await add("surveys", {
    title: "物业评议",
    titleEn: "Property appraisal",
    onePer: "household",
    anonymous: false,
    questions: [
      {
        key: "seen",
        text: "见过保洁员吗？",
        textEn: "Seen a cleaner?",
        type: "one",
        options: "见过/没有",
        optionsEn: "Yes/No",
        required: true,
      },
      {
        key: "clean",
        text: "打扫得怎样？",
        textEn: "How clean?",
        type: "scale",
        showIf: "seen = 见过",
        required: true,
      },
      { key: "why", text: "为什么？", textEn: "Why?", type: "text" },
    ],
  });
  const form = await world.director.call<{ url: string }>("POST", `${api}/forms`, { kind: "survey", record: id });
  survey = { id, url: form.url };
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

/** An old phone: a narrow screen, scripts off. */
async function phone(work: (page: Page) => Promise<void>): Promise<void> {
  const viewport = { width: 320, height: 568 };
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: "zh-CN" });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What a phone's camera reads from a picture; the console's own pages may load none. */
async function read(picture: Buffer): Promise<string> {
  const context = await browser.newContext();
  try {
    return decodeQR(await pixelsOf(await context.newPage(), picture));
  } finally {
    await context.close();
  }
}

describe("a survey from the slip to the result", { timeout: 180_000 }, () => {
  test("S6.9 codes are printed for each door, a resident scans one and answers, and the clerk sees it counted", async () => {
    const clerk = await visit(browser, linli, world.clerks[0], `/survey/${survey.id}/doors`);
    await clerk.getByRole("button", { name: "生成门牌码" }).press("Enter");
    await clerk.getByRole("button", { name: "打印 2 张纸条" }).waitFor();
    await isOpenToAll(clerk, "household codes");
    await clerk.emulateMedia({ media: "print" });
    const slip = clerk.locator(".linli-slip").first();
    expect(await slip.locator(".linli-slip-door").textContent()).toBe("1栋 1单元 101");
    const scanned = await read(await slip.locator("svg").screenshot());
    await clerk.emulateMedia({ media: "screen" });
    expect(scanned.startsWith(`${survey.url}?k=`)).toBe(true);
    await phone(async (page) => {
      await page.goto(scanned);
      expect(await page.inputValue("[name=householdCode]")).toMatch(/^\w{4} \w{4}$/);
      await page.getByText("大字版").click();
      expect(await page.inputValue("[name=householdCode]")).toMatch(/^\w{4} \w{4}$/);
      expect(await page.textContent(".only")).toContain("第 1 题选“见过”");
      await page.getByLabel("见过", { exact: true }).check();
      await page.fill("[name=why]", "楼道干净 👍");
      // Nobody fills a page in within three seconds.
      await page.waitForTimeout(3_100);
      await page.locator("form").evaluate((element) => element.setAttribute("novalidate", ""));
      await page.click("form button");
      expect(await page.locator(".problems li").allTextContents()).toHaveLength(2);
      expect(await page.inputValue("[name=why]")).toBe("楼道干净 👍");
      await page.getByLabel("4", { exact: true }).check();
      await page.check("[name=consent]");
      await page.click("form button");
      expect(await page.getAttribute("main", "data-state")).toBe("ok");
      await page.goto(scanned);
      await page.getByLabel("没有", { exact: true }).check();
      await page.check("[name=consent]");
      await page.waitForTimeout(3_100);
      await page.click("form button");
      expect(await page.textContent("[id=householdCode-wrong]")).toContain("已经用过");
    });
    await clerk.goto(`${linli.url}/#/survey/${survey.id}`);
    await clerk.getByText("已统计 1 份答卷").waitFor({ timeout: 20_000 });
    await clerk.getByText("平均 4.00").waitFor();
    await isOpenToAll(clerk, "survey results");
    await clerk.getByRole("button", { name: "显示文字回答" }).press("Enter");
    await clerk.getByText("楼道干净 👍").waitFor();
    await clerk.context().close();
  });

  test("a clerk writes questions in a sheet, sees them as residents will, and is told where one is wrong", async () => {
    const id = await add("surveys", { title: "新问卷", questions: [{ text: "第一题" }] });
    const clerk = await visit(browser, linli, world.clerks[0], `/surveys?row=${id}`);
    await clerk.getByRole("button", { name: "编辑问题" }).click();
    const dialog = clerk.getByRole("dialog", { name: "编辑问题" });
    await dialog.getByText("1. 第一题").waitFor();
    await isOpenToAll(clerk, "question builder");
    await dialog.locator("[role=gridcell]").first().click();
    await clerk.keyboard.press("ArrowRight");
    await clerk.keyboard.press("ArrowRight");
    await clerk.keyboard.type("只有一个");
    await clerk.keyboard.press("Tab");
    await clerk.keyboard.press("ArrowRight");
    await clerk.keyboard.type("q9 = 1");
    await clerk.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "确定" }).click();
    await dialog.getByText(/第 1 题显示条件：.*q9/).waitFor();
    await clerk.context().close();
  });

  test("no page of a survey has a fault that axe finds, in both languages", async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    for (const query of ["", "?lang=en", "?big=1"]) {
      await page.goto(survey.url + query);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
