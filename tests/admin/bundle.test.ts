import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "linli-console-"));
let chunks: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const given = [
    "build",
    "--config",
    join(root, "admin/vite.config.ts"),
    "--outDir",
    folder,
    "--manifest",
    "manifest.json",
  ];
  await promisify(execFile)(process.execPath, [vite, ...given], { env: { ...process.env, NODE_ENV: "production" } });
  chunks = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compressed size of the scripts and styles that some parts of the console need together. */
function kilobytes(...names: readonly string[]): number {
  const needed = new Set<string>();
  const add = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const other of chunks[name]?.imports ?? []) add(other);
  };
  for (const name of names) add(name);
  const files = new Set([...needed].flatMap((name) => [chunks[name]?.file ?? "", ...(chunks[name]?.css ?? [])]));
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(folder, file))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

test("whoever is not signed in is sent to the sign-in page before the console itself arrives", () => {
  expect(kilobytes("index.html")).toBeLessThanOrEqual(85);
});

test("the console opens with at most 265 kB, and a list's sheet adds at most 30 kB", () => {
  const home = ["index.html", "app/Console.tsx", "pages/HomePage.tsx", "../shared/words/react-admin-zh.ts"];
  const opened = kilobytes(...home);
  expect(opened).toBeGreaterThan(0);
  expect(opened).toBeLessThanOrEqual(265);
  expect(kilobytes(...home, "records/SheetPage.tsx") - opened).toBeLessThanOrEqual(30);
});

test("the page names the console's scripts, so that they come along with the first one", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const { file, imports = [] } = chunks["app/Console.tsx"] ?? { file: "" };
  const needed = [file, ...imports.flatMap((name) => chunks[name]?.file ?? [])];
  expect(needed.length).toBeGreaterThan(1);
  for (const name of needed) expect(html).toContain(`"/${name}"`);
});

test("no script stands in the page, and whatever it loads may be kept for ever", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/\son\w+=/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g))
    expect(address).toMatch(/^\/assets\/[\w-]+-[\w-]{8}\.\w+$/);
  for (const file of readdirSync(join(folder, "assets"))) expect(file).toMatch(/-[\w-]{8}\.\w+$/);
});
