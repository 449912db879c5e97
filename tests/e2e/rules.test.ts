import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, settle, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

let linli: Linli;
let browser: Browser;
let world: World;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["site", "api", "auth"] }), launchBrowser()]);
  world = await settle(linli);
  page = await openRules(world.director);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

async function openRules(person: Person): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
  });
  const opened = await context.newPage();
  opened.setDefaultTimeout(40_000);
  opened.on("pageerror", (error) => errors.push(error.message));
  await opened.goto(`${linli.url}/admin/#/rules`);
  await opened.fill("[name=login]", person.login);
  await opened.fill("[name=password]", person.password);
  await opened.press("[name=password]", "Enter");
  await opened.getByRole("heading", { name: "Elections" }).waitFor();
  return opened;
}

const go = (path: string, on = page) => on.goto(`${linli.url}/admin/#/rules${path}`);
const row = (name: string, on = page) => on.getByRole("row").filter({ hasText: name });

describe("a director before the rules", () => {
  test("sees every number with its source, and which one nobody has looked up", async () => {
    expect(await row("Term of a committee").innerText()).toContain("not looked up");
    expect(await row("Most households of a committee").innerText()).not.toContain("not looked up");
    expect(await row("Most households of a committee").innerText()).toContain("art. 3");
  });

  test("enters the committee's decision by keyboard alone, and the number holds from its day", async () => {
    await page.getByRole("button", { name: "A committee's members are odd in number: source and history" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Enter a decision of the committee" }).focus();
    await page.keyboard.press("Enter");
    const form = page.getByRole("dialog", { name: /^Enter a decision/ });
    await form.getByLabel("New value").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "yes" }).press("Enter");
    const enter = form.getByRole("button", { name: "Enter", exact: true });
    expect(await enter.isDisabled()).toBe(true);
    await form.getByLabel(/^Decision it rests on/).focus();
    await page.keyboard.type("Minutes no. 3");
    await enter.press("Enter");
    await form.waitFor({ state: "detached" });
    const dialog = page.getByRole("dialog", { name: "A committee's members are odd in number" });
    await dialog.getByText("Minutes no. 3").first().waitFor();
    await dialog.getByRole("button", { name: "Close" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    await row("A committee's members are odd").filter({ hasText: "own" }).waitFor();
    expect(await row("A committee's members are odd").innerText()).toContain("yes");
  });

  test("is told beside the form what the law does not allow", async () => {
    await go("/bodies.committeeMax");
    await page.getByRole("button", { name: "Enter a decision of the committee" }).click();
    const form = page.getByRole("dialog", { name: /^Enter a decision/ });
    await form.getByLabel("New value").fill("11");
    await form.getByLabel(/^Decision it rests on/).fill("Minutes no. 4");
    await form.getByRole("button", { name: "Enter", exact: true }).click();
    await form.getByRole("alert").waitFor();
    expect(await form.getByRole("alert").innerText()).toContain("9 persons or less");
    await form.getByRole("button", { name: "Cancel" }).click();
    await page.keyboard.press("Escape");
  });
});

describe("calculations", () => {
  test("S3.12 S3.18 answer as they are typed, with the numbers they stand on one click away", async () => {
    await go("/calculations/candidates");
    await page.getByRole("textbox", { name: "Seats" }).fill("3");
    await page.getByRole("definition").filter({ hasText: "4 persons" }).waitFor();
    await go("/calculations/quorum");
    await page.getByRole("textbox", { name: "Present" }).fill("27");
    await page.getByText("Too few are present").waitFor();
    expect(await page.locator(".linli-finding").first().getAttribute("data-level")).toBe("fails");
    await page.getByRole("textbox", { name: "Present" }).fill("28");
    await expect
      .poll(() => page.locator(".linli-finding").first().getAttribute("data-level"), { timeout: 20_000 })
      .toBe("warns");
    await page.getByRole("button", { name: /^Where Representatives' meeting: present comes from/ }).click();
    const note = page.getByRole("dialog", { name: "Representatives' meeting: present" });
    expect(await note.innerText()).toContain("Organic Law");
    await note.getByRole("link", { name: "See among the rules" }).click();
    await page.getByRole("dialog").getByRole("heading", { name: "Values of both sets" }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("S3.3 S3.4 the make-up of the committee is checked from the posts in office", async () => {
    const grant = (person: string, post: string, more: object = {}) =>
      world.director.call("POST", `/api/communities/${world.community}/posts/grant`, {
        person,
        post,
        from: "2026-01-01",
        ...more,
      });
    for (const name of ["Sun Li", "Wu Jun", "Xu Fei"]) await grant(name, "member");
    await go("/calculations/committee-make-up");
    await page.getByRole("button", { name: "Take those in office" }).click();
    await page.getByRole("definition").filter({ hasText: "4 persons" }).waitFor();
    await page.getByText("Too few: at least 5").waitFor();
  });
});

describe("others before the rules", () => {
  test("a clerk reads them and enters none", async () => {
    const clerk = await openRules(world.clerks[0]);
    await go("/bodies.committeeOdd", clerk);
    await clerk.getByRole("dialog").getByText("Minutes no. 3").first().waitFor();
    expect(await clerk.getByRole("button", { name: "Enter a decision of the committee" }).count()).toBe(0);
    await clerk.context().close();
  });

  test("on a phone nothing runs off the side, and the page has no barrier that a tool can find", async () => {
    for (const path of ["", "/calculations/quorum", "/calculations/committee-make-up"]) {
      await page.setViewportSize({ width: 360, height: 740 });
      await go(path);
      await page.locator(".linli-rules h2").first().waitFor();
      const overflow = () => page.locator(".linli-page").evaluate((one) => one.scrollWidth - one.clientWidth);
      await expect.poll(overflow, { timeout: 20_000 }).toBe(0);
      await page.setViewportSize({ width: 1440, height: 900 });
      const { violations } = await new AxeBuilder({ page }).include(".linli-rules").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});
