import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, takeUp } from "../../infra/local/demo/client.ts";
import { dayOf, monthBefore } from "../../shared/rules/calendar.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

const DISTRICT = "500112";
const STREETS = ["500112013", "500112012"] as const;
const community = (street: string, number: number) => `${street}00${number}`;
const COMMUNITIES = STREETS.flatMap((street) => [1, 2, 3].map((number) => community(street, number)));
const [KEPT = ""] = COMMUNITIES;
const MONTH = monthBefore(dayOf(Date.now()).slice(0, 7));
const BANDS = ["0-14", "15-59", "60-64", "65+"];
const PASSWORD = "a long password for tests";

let linli: Linli;
let browser: Browser;
let client: Client;
let program: { clientId: string; clientSecret: string };

/** Words in Chinese are not in the source of tests of a browser; any name will do for an area. */
const nameOf = (code: string) => `Community ${code.slice(-3)}`;

beforeAll(async () => {
  linli = await startLinli({ functions: ["api", "auth", "statistics", "counts"] });
  browser = await launchBrowser();
  const invited = (await linli.invoke("auth", { invite: { area: DISTRICT, name: "District" } })) as { path: string };
  client = await takeUp(linli.url, invited.path, "district", PASSWORD);
  await client.call("PUT", `/api/areas/${DISTRICT}`, { name: "Yubei" });
  for (const [index, code] of STREETS.entries()) {
    await client.call("POST", `/api/areas/${DISTRICT}/streets`, { code, name: `Street ${index + 1}` });
  }
  for (const code of COMMUNITIES) {
    await client.call("POST", `/api/areas/${DISTRICT}/communities`, { code, name: nameOf(code) });
  }
  for (const [index, code] of COMMUNITIES.entries()) {
    const cells = ["1", "2"].flatMap((sex) =>
      BANDS.map((ageBand, band) => ({
        at: { sex, ageBand },
        amounts: {
          residents: index === 1 && band === 2 && sex === "2" ? 3 : 90 + index * 37 + band * 61 + Number(sex),
        },
      })),
    );
    const residents = cells.reduce((sum, { amounts }) => sum + amounts.residents, 0);
    const totals = { committees: 1, groups: 6, households: Math.round(residents / 3), residents };
    const path = `/api/communities/${code}/statistics/months`;
    await client.call("POST", path, { period: MONTH, indicator: "T01", cells: [{ at: {}, amounts: totals }] });
    await client.call("POST", path, { period: MONTH, indicator: "T02", cells });
  }
  program = (await client.call("POST", `/api/areas/${DISTRICT}/clients`, { name: "Big screen" })) as typeof program;
});

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

/** A page of somebody who is signed in as the district. */
async function signedIn(options: { width: number; height: number }, scheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ viewport: options, colorScheme: scheme, locale: "en" });
  const page = await context.newPage();
  await page.goto(`${linli.url}/statistics/`);
  await page.fill("input[name=login]", "district");
  await page.fill("input[name=password]", PASSWORD);
  await page.click("main button[type=submit]");
  await page.waitForURL(/\/statistics\//);
  return page;
}

test("a district signs in at the door, comes to its statistics, and asks without any script", async () => {
  const page = await signedIn({ width: 1280, height: 900 });
  await page.selectOption("select[name=indicator]", "T02");
  await page.click("form.question button");
  await page.selectOption("select[name=by]", "sex,ageBand");
  await page.click("form.question button");
  expect(await page.locator("svg.chart").count()).toBe(1);
  expect(await page.locator("tbody tr").count()).toBe(5);
  expect(await page.locator("h1").textContent()).toContain("Yubei");
  expect(await page.locator("script").count()).toBe(0);
  await page.selectOption("select[name=area]", COMMUNITIES[1] ?? "");
  await page.click("form.question button");
  // Three women of 60 to 64 are hidden, and with them what would tell their number.
  expect(await page.locator("td .unseen").count()).toBeGreaterThanOrEqual(4);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Excel")]);
  expect(download.suggestedFilename()).toBe(`T02-${COMMUNITIES[1]}-${MONTH}.xlsx`);
  await page.context().close();
});

test("a district chooses area, indicator and period by keyboard, and takes the figures home in every format", async () => {
  const page = await signedIn({ width: 360, height: 800 });
  const choose = async (name: string, value: string) => {
    const choice = page.locator(`select[name=${name}]`);
    await choice.focus();
    const steps = await choice.evaluate((select: HTMLSelectElement, wanted) => {
      const values = [...select.options].map((option) => option.value);
      return values.indexOf(wanted) - select.selectedIndex;
    }, value);
    for (let step = 0; step < Math.abs(steps); step += 1) {
      await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    }
    expect(await choice.inputValue()).toBe(value);
  };
  await choose("indicator", "T02");
  await page.locator("form.question button").press("Enter");
  await choose("area", STREETS[0]);
  await choose("period", MONTH);
  await choose("by", "ageBand");
  await page.locator("form.question button").press("Enter");
  await page.locator("svg.chart").waitFor();
  expect(await page.locator("h1").textContent()).toContain("Street 1");
  for (const [name, ending] of [
    ["Excel", "xlsx"],
    ["CSV", "csv"],
  ] as const) {
    const link = page.getByRole("link", { name: new RegExp(name) });
    const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
    expect(download.suggestedFilename()).toBe(`T02-${STREETS[0]}-${MONTH}.${ending}`);
  }
  // What is for programs is read by them, not kept in a folder.
  await page.getByRole("link", { name: /JSON/ }).press("Enter");
  await page.waitForURL(/format=json-stat/);
  expect(JSON.parse((await page.textContent("body")) ?? "")).toMatchObject({ class: "dataset" });
  await page.context().close();
});

test.each([
  [1280, "light"],
  [360, "light"],
  [360, "dark"],
] as const)(
  "the page is whole %i pixels wide (%s), in both languages and for a screen reader",
  async (width, scheme) => {
    const page = await signedIn({ width, height: 800 }, scheme);
    for (const query of [
      `indicator=T01&period=${MONTH}`,
      "indicator=T02&by=sex,ageBand",
      "indicator=T02&by=ageBand&lang=zh",
    ]) {
      await page.goto(`${linli.url}/statistics/?${query}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      if (process.env.SHOTS) {
        await page.screenshot({
          path: `${process.env.SHOTS}/${width}-${scheme}-${query.replace(/\W+/g, "-")}.png`,
          fullPage: true,
        });
      }
    }
    await page.context().close();
  },
);

test("S9.31 a district's program gets a token, and sees a change within five seconds of the write", async () => {
  const answer = await fetch(`${linli.url}/auth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${program.clientId}:${program.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const asked = (path: string) => fetch(`${linli.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const groups = async () => {
    const response = await asked(`/statistics/v1/data/T01?area=${KEPT}`);
    expect(response.status).toBe(200);
    return ((await response.json()) as { value: number[] }).value[1];
  };
  expect(await groups()).toBe(0);
  const appointed = { name: "Director", posts: ["director"] };
  const invited = (await client.call("POST", `/api/communities/${KEPT}/invitations`, appointed)) as { path: string };
  const director = await takeUp(linli.url, invited.path, "director", PASSWORD);
  for (const no of [1, 2, 3]) {
    await director.call("POST", `/api/communities/${KEPT}/registers/groups/records`, { values: { no } });
  }
  const written = performance.now();
  while ((await groups()) !== 3 && performance.now() - written < 5_000) await linli.settled();
  expect(await groups()).toBe(3);
  expect(performance.now() - written).toBeLessThan(5_000);
  // A program of the district has no way to a record.
  expect((await asked(`/api/communities/${KEPT}/registers/groups/records`)).ok).toBe(false);
});
