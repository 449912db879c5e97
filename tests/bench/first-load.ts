import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { consoleFolder } from "../../infra/build/paths.ts";
import type { World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Linli } from "../support/linli.ts";
import type { Size } from "./bench-types.ts";

/** What a clerk's browser loads of the console: to the first screen, then until a list's rows stand, then in peace. */
export type FirstLoad = { readonly entry: Size; readonly sheetPage: Size; readonly later: Size };

/** The first screen is opened anew with an empty cache, as on a computer that never had the console. */
export async function firstLoad(linli: Linli, { clerks: [clerk] }: World): Promise<FirstLoad> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(`${linli.url}/auth/sign-in?to=%2Fadmin%2F%23%2F`);
    // Each stage ends when its page stands: what the browser does in idle moments comes last.
    const entry = new Set<string>();
    const sheetPage = new Set<string>();
    const later = new Set<string>();
    let stage = entry;
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (!/\.(js|css)$/.test(pathname) || [entry, sheetPage, later].some((known) => known.has(pathname))) return;
      // The first screen has the sheet fetched ahead when it is idle; the sheet's it stays.
      (pathname.includes("/SheetPage-") ? sheetPage : stage).add(pathname);
    });
    await page.fill("[name=login]", clerk.login);
    await page.fill("[name=password]", clerk.password);
    await page.press("[name=password]", "Enter");
    await page.locator("main h1, main h2").first().waitFor();
    stage = sheetPage;
    await page.evaluate(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector("[role=columnheader]")) return;
        performance.mark("sheet");
        seen.disconnect();
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${linli.url}/admin/#/residents`);
    await page.waitForSelector("[role=columnheader]");
    await page.waitForLoadState("networkidle");
    for (const path of await page.evaluate(requestedAfterSheet)) if (sheetPage.delete(path)) later.add(path);
    return { entry: sizeOf(entry), sheetPage: sizeOf(sheetPage), later: sizeOf(later) };
  } finally {
    await browser.close();
  }
}

/** Paths of what the page asked for once the sheet stood. Runs in the page. */
function requestedAfterSheet(): string[] {
  const [sheet] = performance.getEntriesByName("sheet");
  const resources = performance.getEntriesByType("resource");
  return resources.flatMap(({ name, startTime }) =>
    startTime > (sheet?.startTime ?? 0) ? [new URL(name).pathname] : [],
  );
}

function sizeOf(paths: Iterable<string>): Size {
  const size = { raw: 0, gzip: 0 };
  for (const path of paths) {
    const bytes = readFileSync(join(consoleFolder, path));
    size.raw += bytes.length;
    size.gzip += gzipSync(bytes).length;
  }
  return size;
}
