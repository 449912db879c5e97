import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { consoleFolder, root } from "./paths.ts";
import { contentHash, fileHash, readStamp, writeStamp } from "./stamp.ts";

/** Builds the staff's console if its sources changed; says whether it did. */
export async function buildConsole(log: (line: string) => void): Promise<boolean> {
  const configFile = join(root, "admin/vite.config.ts");
  if (!existsSync(join(root, "admin/index.html")) || !existsSync(configFile)) {
    log("There is no console to build yet (admin/index.html); the other functions work without it.");
    return false;
  }
  const sources = { shared: contentHash([join(root, "shared")]), admin: contentHash([join(root, "admin")]) };
  const stamp = { ...sources, lock: fileHash(join(root, "package-lock.json")), how: fileHash(import.meta.filename) };
  if (existsSync(join(consoleFolder, "index.html")) && isSame(readStamp("console"), stamp)) return false;
  log("Building the console …");
  const { build } = await import("vite");
  await build({
    configFile,
    root: join(root, "admin"),
    logLevel: "warn",
    build: { outDir: consoleFolder, emptyOutDir: true },
  });
  await precompress(consoleFolder);
  writeStamp("console", stamp);
  return true;
}

const COMPRESSIBLE = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".map", ".webmanifest"]);
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes `.br` and `.gz` beside each file that shrinks, because the gateway in front of Lambda does not compress. */
async function precompress(folder: string): Promise<void> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  await Promise.all(
    entries.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      if (!COMPRESSIBLE.has(extname(name))) return;
      const content = readFileSync(path);
      const packed = { br: await promisify(brotliCompress)(content, options), gz: await promisify(gzip)(content) };
      for (const [suffix, bytes] of Object.entries(packed)) {
        if (bytes.length < content.length) writeFileSync(`${path}.${suffix}`, bytes);
        else rmSync(`${path}.${suffix}`, { force: true });
      }
    }),
  );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
