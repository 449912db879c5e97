import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { consoleFolder } from "../../infra/build/paths.ts";
import type { World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import type { Linli } from "../support/linli.ts";
import type { Size } from "./bench-types.ts";

/** What a clerk's browser loads of the console: up to the first screen, and then for a list. */
export async function firstLoad(linli: Linli, { clerks: [clerk] }: World): Promise<{ entry: Size; sheetPage: Size }> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    let loaded = new Set<string>();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (/\.(js|css)$/.test(pathname)) loaded.add(pathname);
    });
    await page.goto(`${linli.url}/admin/`);
    await page.fill("[name=login]", clerk.login);
    await page.fill("[name=password]", clerk.password);
    await page.press("[name=password]", "Enter");
    await page.waitForSelector("[role=menuitem]");
    await page.waitForLoadState("networkidle");
    const entry = sizeOf(loaded);
    loaded = new Set();
    await page.goto(`${linli.url}/admin/#/residents`);
    await page.waitForSelector("[role=grid]");
    await page.waitForLoadState("networkidle");
    return { entry, sheetPage: sizeOf(loaded) };
  } finally {
    await browser.close();
  }
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
