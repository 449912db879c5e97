import type { Browser, Page } from "playwright-core";
import { serveHarness } from "../admin/sheet/harness/serve.ts";
import { openSheet } from "../admin/sheet/harness/sheet-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Bench } from "./bench-types.ts";
import { measured, scrolled } from "./gestures.ts";
import { grouped, printTable, quantile } from "./table.ts";

/** A clerk's gestures on the sheet in a real browser: many rows, and fewer rows on a slow computer. */
export const benchSheet: Bench = async ({ quick }) => {
  const [harness, browser] = await Promise.all([serveHarness(), launchBrowser()]);
  try {
    const fast = await gestures(browser, harness.url, quick ? 10_000 : 100_000, 1);
    const slow = await gestures(browser, harness.url, quick ? 3_000 : 10_000, 4);
    const names = Object.keys(fast.figures);
    printTable(
      ["milliseconds", `${grouped(fast.rows)} rows`, `${grouped(slow.rows)} rows, CPU slowed 4x`],
      names.map((name) => [name, (fast.figures[name] ?? 0).toFixed(0), (slow.figures[name] ?? 0).toFixed(0)]),
    );
  } finally {
    await browser.close();
    await harness.close();
  }
};

async function gestures(browser: Browser, url: string, rows: number, slowdown: number) {
  const sheet = await openSheet(browser, url, { rows, width: 1440, height: 900 });
  const { page } = sheet;
  page.setDefaultTimeout(120_000);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  // Loaded once already: what follows is the page's own work, not the network's.
  await page.reload();
  await page.waitForSelector(".ll-sheet-cell");
  const firstRows = await firstPaint(page);
  const frames = await scrolled(page, 60, 400);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  await sheet.page.locator(".ll-sheet-scroll").evaluate((element) => element.scrollTo(0, 0));

  await sheet.click(1, "name");
  const paste = await measured(page, { event: "paste", at: cell(1, "name") }, () => sheet.paste(BLOCK));
  const label = (key: string) => page.locator(`.ll-sheet-headcell[data-key="${key}"] .ll-sheet-label`);
  const sortNumber = await measured(page, { event: "pointerup", at: cell(1, "name") }, () => label("age").click());
  const sortName = await measured(page, { event: "pointerup", at: cell(1, "name") }, () => label("name").click());
  await page.locator('.ll-sheet-headcell[data-key="name"] .ll-sheet-more').click();
  const contains = page.locator(".ll-sheet-menu").getByLabel("包含文字");
  const filter = await measured(page, { event: "input", at: ".ll-sheet-rowcount" }, () => contains.fill("张"));
  await page.keyboard.press("Escape");
  await page.locator(".ll-sheet-chip").click();
  const box = page.locator(".ll-sheet-search input").first();
  const found = { event: "input", at: ".ll-sheet-matches", until: "^[\\d,]+ 处$" };
  const search = await measured(page, found, () => box.fill("99"));
  if (sheet.errors.length > 0) throw new Error(sheet.errors.join("\n"));
  await sheet.close();
  const figures: Record<string, number> = {
    "first rows, from navigation": firstRows,
    "frame while scrolling, p50": quantile(frames, 0.5),
    "frame while scrolling, p95": quantile(frames, 0.95),
    "frame while scrolling, longest": Math.max(...frames),
    "sort by a number": sortNumber,
    "sort by a Chinese name": sortName,
    "filter by text": filter,
    "search all columns, all matches": search,
    "paste 1,000 rows x 10 columns": paste,
    "elements on the page (count)": nodes,
  };
  return { rows, figures };
}

const cell = (row: number, key: string) => `[aria-rowindex="${row + 1}"] [data-key="${key}"]`;

/** The page is blank until the sheet stands on it, so its first paint is the first rows. */
const firstPaint = (page: Page) =>
  page.evaluate(async () => {
    for (;;) {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      if (paint) return paint.startTime;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });

const ROW = ["周建国", "女", "1970-01-01", "55", "123.45", "是", "低保", "李四", "赵一、钱二", "走访"].join("\t");
const BLOCK = `${ROW}\r\n`.repeat(1000);
