import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Linli } from "../../support/linli.ts";
import type { Person } from "./world.ts";

type Look = { readonly width?: number; readonly locale?: "zh-CN" | "en-US" };

/** A page of the console before somebody who has just signed in there, whatever page it is. */
export async function visit(
  browser: Browser,
  linli: Pick<Linli, "url">,
  person: Pick<Person, "login" | "password">,
  at: string,
  { width = 1440, locale = "zh-CN" }: Look = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(`${linli.url}/admin/#${at}`);
  await page.fill("input[name=login]", person.login);
  await page.fill("input[name=password]", person.password);
  await page.press("input[name=password]", "Enter");
  // A record named in the address opens over the page, and while it does the rest is there for nobody.
  await page.getByRole("navigation").or(page.getByRole("banner")).or(page.getByRole("dialog")).first().waitFor();
  return page;
}

/** Neither a screen reader nor a narrow screen meets anything in its way on what stands there now. */
export async function isOpenToAll(page: Page, place: string): Promise<void> {
  await standsStill(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${place}: ${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, place).toBeLessThanOrEqual(0);
}

/** What still fades in has no colours of its own yet. Whatever turns for ever, such as a sign of waiting, may go on. */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined);
  });
}
