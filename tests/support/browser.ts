import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const args = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

const installed = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

type Candidate = { readonly executablePath: string; readonly env?: Record<string, string> };

/**
 * The one way every browser test gets its browser: the one that came with `npm ci`, else an installed one.
 * The caller closes it. A test must not expect Chinese glyphs: the machine may have no font for them.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for await (const { executablePath, env } of candidates(failures)) {
    try {
      return await chromium.launch({
        executablePath,
        args,
        headless: true,
        timeout: 30_000,
        ...(env ? { env: { ...process.env, ...env } } : {}),
      });
    } catch (error) {
      failures.push(`${executablePath}: ${String(error).slice(0, 800)}`);
    }
  }
  throw new Error(
    `No browser could be started. Install Chromium or set CHROME_PATH to a Chrome.\n${failures.join("\n\n")}`,
  );
}

async function* candidates(failures: string[]): AsyncGenerator<Candidate> {
  const folder = await unpackedFolder().catch((error: unknown) => {
    failures.push(`@sparticuz/chromium: ${String(error).slice(0, 800)}`);
    return undefined;
  });
  if (folder) {
    const executablePath = join(folder, "chromium");
    // A bare machine has no font set-up at all, and Chromium does not start without one.
    const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
      ? {}
      : { FONTCONFIG_PATH: join(folder, "fonts") };
    yield { executablePath, env: fonts };
    // Servers often lack the libraries a desktop brings; the package carries those for Lambda.
    const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
    yield { executablePath, env: { ...fonts, LD_LIBRARY_PATH: libraries } };
  }
  for (const path of installed) if (path && existsSync(path)) yield { executablePath: path };
}

/**
 * Unpacks the browser once per installation. Test files run in parallel processes, so each unpacks into a folder of
 * its own and the first to finish gives it the final name: nobody ever starts a half-written browser.
 */
async function unpackedFolder(): Promise<string | undefined> {
  if (process.platform !== "linux") return undefined;
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version }: { version: string } = JSON.parse(
    await readFile(join(dirname(entry), "..", "package.json"), "utf8"),
  );
  const cache = join(dirname(entry), "..", "..", "..", ".cache");
  const final = join(cache, `linli-chromium-${version}`);
  if (existsSync(final)) return final;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, "unpacking-"));
  try {
    const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)});
      await chromium.executablePath();`;
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
      // The package unpacks into TMPDIR, and its libraries only where it believes to be on Lambda.
      env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
    });
    await rename(own, final).catch((error: unknown) => {
      if (!existsSync(final)) throw error;
    });
    return final;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
