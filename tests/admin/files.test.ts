import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFile } from "../../shared/files/read-file.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";
import { type ConsolePage, openConsole } from "./harness/console-page.ts";
import { settle, type World } from "./harness/world.ts";

/** So many characters that a page of csv (4 MB) cannot hold them, nor a workbook of the server's (4.3 MB). */
const SURVEYS = 190;
const QUESTIONS = 8;
const BODIES = 130;

let linli: Linli;
let browser: Browser;
let world: World;

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["site", "api", "auth"] }), launchBrowser()]);
  world = await settle(linli);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

async function add(list: string, rows: readonly object[]): Promise<void> {
  const path = `/api/communities/${world.community}/registers/${list}/patches`;
  for (let start = 0; start < rows.length; start += 25) {
    const patches = rows.slice(start, start + 25).map((values) => ({ values }));
    const answers = await world.director.call<{ id?: string }[]>("POST", path, { patches });
    expect(answers.filter(({ id }) => id === undefined)).toEqual([]);
  }
}

/** Text that no compression makes short, the same in every run. */
function letters(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".charAt(state >>> 26);
  }).join("");
}

describe("a list of more than 4 MB as a file", () => {
  let surveys: ConsolePage;
  const titles = Array.from({ length: SURVEYS }, (_, index) => `Survey ${index + 1}`);

  beforeAll(async () => {
    const questions = (seed: number) =>
      Array.from({ length: QUESTIONS }, (_, place) => ({
        text: letters(seed * 100 + place, 200),
        type: "text",
        textEn: letters(seed * 100 + place + 30, 400),
        optionsEn: letters(seed * 100 + place + 60, 3_200),
      }));
    await add(
      "surveys",
      titles.map((title, seed) => ({ title, questions: questions(seed) })),
    );
    surveys = await openConsole(browser, linli, world.director, "surveys");
    await surveys.page.locator(`[role=grid][aria-rowcount="${SURVEYS + 2}"]`).waitFor();
  }, 180_000);

  const saved = async (kind: RegExp): Promise<Buffer> => {
    const { page } = surveys;
    await page.getByRole("button", { name: "导出" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download", { timeout: 60_000 }),
      page.getByRole("menuitem", { name: kind }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^问卷-First community-\d{4}-\d\d-\d\d\.(csv|xlsx)$/);
    return readFileSync(await download.path());
  };
  const rowsOf = async (bytes: Buffer) => (await readFile(new Uint8Array(bytes)))[0]?.rows ?? [];
  const titlesIn = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.slice(1).map((row) => String(row[1]));

  test("is one csv with one line of headings, joined from the pages the server sends", async () => {
    const asked: string[] = [];
    surveys.page.on("request", (request) => {
      if (request.url().includes("export.csv")) asked.push(request.url());
    });
    const bytes = await saved(/csv/i);
    expect(asked.length).toBeGreaterThan(1);
    expect(bytes.length).toBeGreaterThan(4_000_000);
    const rows = await rowsOf(bytes);
    expect(rows[0]?.slice(0, 2)).toEqual(["id", "名称"]);
    expect(new Set(titlesIn(rows))).toEqual(new Set(titles));
    expect(rows.length).toBe(SURVEYS + 1);
    // The byte order mark by which Excel knows the encoding stands once, at the very beginning.
    expect(bytes.indexOf("\uFEFF", 0, "utf8")).toBe(0);
    expect(bytes.lastIndexOf("\uFEFF")).toBe(0);
  });

  test("is one workbook, written beside the page where it is too large for the server", async () => {
    const refused = surveys.page.waitForResponse((response) => response.url().includes("export.xlsx"));
    const bytes = await saved(/xlsx/i);
    expect((await refused).status()).toBe(413);
    const rows = await rowsOf(bytes);
    expect(rows[0]?.slice(0, 2)).toEqual(["id", "名称"]);
    expect(new Set(titlesIn(rows))).toEqual(new Set(titles));
    expect(rows.length).toBe(SURVEYS + 1);
    expect(surveys.errors).toEqual([]);
    await surveys.context.close();
  });
});

describe("a list on paper", () => {
  let bodies: ConsolePage;

  beforeAll(async () => {
    const names = Array.from({ length: BODIES }, (_, index) => `Body ${String(index + 1).padStart(3, "0")}`);
    await add(
      "bodies",
      names.map((name) => ({ name, contact: "Zhou" })),
    );
    bodies = await openConsole(browser, linli, world.director, "bodies");
    await bodies.page.locator(`[role=grid][aria-rowcount="${BODIES + 2}"]`).waitFor();
  }, 120_000);

  test("has every row in the order on screen, under Chinese headings that stand on each page", async () => {
    const { page } = bodies;
    await page.locator('[role=columnheader][data-key="name"] .ll-sheet-label').click();
    await page.locator('[role=columnheader][data-key="name"] .ll-sheet-label').click();
    await bodies.shows(1, "name", `Body ${BODIES}`);
    await keepWhatIsPrinted(page);
    await page.getByRole("button", { name: "打印" }).click();
    const paper = page.locator(".linli-print");
    await paper.waitFor({ state: "attached" });
    expect(await paper.locator("thead th").allTextContents()).toEqual(["名称", "联系人"]);
    const names = await paper.locator("tbody tr td:first-child").allTextContents();
    expect(names).toEqual(names.toSorted().reverse());
    expect(names.length).toBe(BODIES);
    expect(await paper.locator("h1").textContent()).toMatch(
      /^组织与单位 · First community · \d{4}-\d\d-\d\d · 130 行$/,
    );

    // A heading that is a link is a link wherever it is printed, so the file tells which pages have it.
    await paper
      .locator("thead th")
      .first()
      .evaluate((th) => {
        th.innerHTML = `<a href="https://heading.example/">${th.textContent}</a>`;
      });
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = file.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    expect(file.match(/\/Annots \[/g)?.length).toBe(pages);
    // A4, lying.
    expect(file).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]\.\d+\]/);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#root").isVisible()).toBe(false);
    expect(bodies.errors).toEqual([]);
  });
});

/** The page takes the printed list away once the printer has it; a copy stays, as the printer got it. */
async function keepWhatIsPrinted(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      const paper = document.querySelector(".linli-print")?.cloneNode(true);
      if (paper) setTimeout(() => document.body.append(paper));
    };
  });
}
