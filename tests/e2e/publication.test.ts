import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { publicationConsoleWords } from "../../shared/words/publication-console.ts";
import { type Person, settle, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

let linli: Linli;
let browser: Browser;
let world: World;
let clerk: Person;
let event: string;
const words = publicationConsoleWords.zh;
const day = addDays(dayOf(Date.now()), 9);
const TITLE = "Orchard trip";

beforeAll(async () => {
  const functions = ["site", "api", "auth", "board", "poster", "form"];
  [linli, browser] = await Promise.all([startLinli({ functions }), launchBrowser()]);
  world = await settle(linli);
  const path = `/api/communities/${world.community}`;
  [clerk] = world.clerks;
  const values = {
    title: TITLE,
    kind: "trip",
    gather: `${day}T07:00`,
    place: "The gate",
    end: `${day}T15:00`,
    stops: [{ time: "07:00", place: "The gate", activity: "Departure" }],
  };
  const made = await clerk.call<{ id: string }>("POST", `${path}/registers/events/records`, { values });
  event = made.id;
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

async function signedIn(person: Person, hash: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(`${linli.url}/admin/#/${hash}`);
  await page.fill("[name=login]", person.login);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  return page;
}

const board = () => fetch(`${linli.url}/c/${world.community}`).then((answer) => answer.text());
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const faults = async (page: Page, without: string[] = []) => {
  const { violations } = await new AxeBuilder({ page }).disableRules(without).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
};

describe("a notice from event to board", () => {
  test("S1.8 S8.14 is made by the clerk in one step, approved by the director who sees the page, and posted", async () => {
    const page = await signedIn(clerk, `events?row=${event}`);
    await press(page, words.makeNotice);
    await page.waitForURL(/#\/publishing\/./);
    const draft = { id: page.url().split("/").at(-1) };
    await page.frameLocator("iframe").getByText("The gate").first().waitFor();
    await press(page, "提交审核");
    await page.getByText("待审核").first().waitFor();
    expect(await board()).not.toContain(TITLE);

    const other = await signedIn(world.director, `publishing/${draft.id}`, 360);
    await other.frameLocator("iframe").getByRole("heading", { name: TITLE }).waitFor();
    const seen = await other.locator("iframe").getAttribute("srcdoc");
    await press(other, "审核通过");
    await other.getByText("已审核").first().waitFor();
    await page.reload();
    await press(page, "公布");
    await page.getByRole("link", { name: words.publicPage }).waitFor();
    const shown = await (await fetch(`${linli.url}/c/${world.community}/1`)).text();
    const article = (html: string | null) => /<article>.*<\/article>/s.exec(html ?? "")?.[0];
    expect(article(shown)).toBe(article(seen));
    // The page in the frame runs nothing, not even what looks for faults; it is looked at by itself below.
    await other.evaluate(() => document.querySelector("iframe")?.remove());
    expect(await faults(other)).toEqual([]);
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await Promise.all([page.context().close(), other.context().close()]);
  }, 150_000);

  test("S1.8 is read at 320 px in both languages and large type without a fault, and printed", async () => {
    for (const path of ["", "/1", "?lang=en", "/1?lang=en&big=1"]) {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      await page.goto(`${linli.url}/c/${world.community}${path}`);
      expect(await faults(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
      expect(size).toBeGreaterThanOrEqual(18);
      await context.close();
    }
    for (const size of ["a4", "a3"]) {
      const answer = await fetch(`${linli.url}/p/${world.community}-1.pdf?size=${size}`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    }
  });

  test("S7.6 the touch screen is worked with a finger: large targets, nothing to the side, and a way back", async () => {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${linli.url}/kiosk/${world.community}`);
    // It is meant to return to the start: nobody stays signed in, nothing is lost.
    expect(await faults(page, ["meta-refresh"])).toEqual([]);
    const item = page.getByRole("link", { name: TITLE });
    expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(100);
    await item.tap();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    expect(await faults(page, ["meta-refresh"])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1080);
    await page.getByRole("link", { name: "返回首页" }).first().tap();
    await page.waitForURL(`${linli.url}/kiosk/${world.community}`);
    await context.close();
  });

  test("is withdrawn by the director with a reason that stands where it hung", async () => {
    const page = await signedIn(world.director, "publishing");
    await page.locator(".linli-publication").filter({ hasText: TITLE }).click();
    await press(page, "撤下");
    await page.getByRole("dialog").getByRole("textbox").fill("Rain");
    await page.getByRole("dialog").getByRole("button", { name: "撤下" }).click();
    await page.getByText("已撤下").first().waitFor();
    expect(await board()).not.toContain(TITLE);
    const gone = await fetch(`${linli.url}/c/${world.community}/1`);
    expect([gone.status, (await gone.text()).includes("Rain")]).toEqual([410, true]);
    expect((await fetch(`${linli.url}/p/${world.community}-1.pdf`)).status).toBe(404);
    await page.context().close();
  });
});
