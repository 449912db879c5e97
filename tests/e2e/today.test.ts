import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settle, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

let linli: Linli;
let browser: Browser;
let world: World;
let page: Page;
let box: { code: string };
const errors: string[] = [];

const call = <T>(method: string, path: string, body?: unknown) =>
  world.director.call<T>(method, `/api/communities/${world.community}${path}`, body);
const caseNamed = async (cause: string) => {
  type Listed = { records: { id: string; values: Record<string, unknown> }[] };
  const { records } = await call<Listed>("GET", "/registers/cases/records");
  return records.find(({ values }) => values.cause === cause);
};

beforeAll(async () => {
  const functions = ["site", "api", "auth", "jobs", "form"];
  [linli, browser] = await Promise.all([startLinli({ functions }), launchBrowser()]);
  world = await settle(linli);
  const values = {
    code: world.community,
    name: "First committee",
    phone: "02367890123",
    address: "No. 1",
    premises: "own",
  };
  const { id } = await call<{ id: string }>("POST", "/registers/committees/records", { values });
  box = await call("POST", "/forms", { kind: "opinion", record: id });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en" })).newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${linli.url}/admin/`);
  await page.fill("[name=login]", world.director.login);
  await page.fill("[name=password]", world.director.password);
  await page.press("[name=password]", "Enter");
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

const today = () => page.locator('section[aria-label="Today"]');

describe("the first page of a director", () => {
  test("says kindly that nothing waits, in a new committee", async () => {
    // A meeting may be due, where the month is nearly over; no case is.
    await today()
      .getByText(/Nothing waits for you today|Recurring duties/)
      .first()
      .waitFor();
    expect(await today().locator("a[href*=cases]").count()).toBe(0);
  });

  test("S6.8 shows a resident's opinion, leads to it in one click, and its step is taken by keyboard", async () => {
    const resident = await (
      await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false, locale: "en" })
    ).newPage();
    resident.setDefaultTimeout(20_000);
    await resident.goto(`${linli.url}/f/${box.code}`);
    expect(await resident.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await resident.getByLabel("Report of a breach").check();
    await resident.fill("#cause", "A shed on the roof");
    await resident.check("#consent");
    // Nobody writes an opinion in less than three seconds.
    await expect
      .poll(
        async () => {
          if (!resident.url().includes("/r/")) await resident.click("button[type=submit]");
          return resident.url();
        },
        { timeout: 20_000, interval: 1_200 },
      )
      .toContain("/r/");
    expect(await resident.locator("main").getAttribute("data-state")).toBe("received");

    await page.reload();
    const link = today().getByRole("link", { name: "A shed on the roof" });
    await link.focus();
    await page.keyboard.press("Enter");
    const panel = page.locator('section[aria-label="Handling"]');
    const classify = panel.getByRole("button", { name: "Classify", exact: true });
    await classify.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Classify", exact: true });
    await dialog.getByRole("combobox", { name: /Addressed to/ }).click();
    await page.getByRole("option", { name: "County department" }).click();
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Classify", exact: true }).click();
    await panel.getByRole("button", { name: "Answer", exact: true }).waitFor();
    expect((await caseNamed("A shed on the roof"))?.values).toMatchObject({
      state: "classified",
      addressee: ["department"],
    });

    await panel.getByRole("button", { name: "Answer", exact: true }).click();
    await page
      .getByRole("dialog", { name: "Answer", exact: true })
      .locator("textarea[name=answer]")
      .fill("It is to be taken down.");
    await page
      .getByRole("dialog", { name: "Answer", exact: true })
      .getByRole("button", { name: "Answer", exact: true })
      .click();
    await panel.getByText("Answered").first().waitFor();
    await page.goBack();
    await today().waitFor();
    await expect.poll(() => today().locator("a[href*=cases]").count()).toBe(0);

    await resident.reload();
    await resident.getByText("It is to be taken down.").waitFor();
    await resident.getByLabel("Satisfied", { exact: true }).check();
    await resident.click("button[type=submit]");
    expect(await resident.locator("main").getAttribute("data-state")).toBe("rated");
    await resident.context().close();
  }, 120_000);

  test("fits a phone of 360 pixels, and breaks no rule of accessibility", async () => {
    await call("POST", "/registers/cases/records", {
      values: { type: "opinion", cause: "很长的一句话没有空格".repeat(12), received: "2026-01-05" },
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${linli.url}/admin/#/today`);
    await page.reload();
    await today()
      .getByText(/days late/)
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page }).include('section[aria-label="Today"]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
