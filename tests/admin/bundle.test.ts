import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean };

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

/** Compressed size of the scripts that some parts of the console need together. */
function kilobytes(...names: readonly string[]): number {
  const needed = new Set<string>();
  const add = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const other of chunks[name]?.imports ?? []) add(other);
  };
  for (const name of names) add(name);
  const sizes = [...needed].map((name) => gzipSync(readFileSync(join(folder, chunks[name]?.file ?? ""))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

test("whoever is not signed in is sent to the sign-in page before the console itself arrives", () => {
  expect(kilobytes("index.html")).toBeLessThan(90);
});

test("the console opens with at most 300 kB, and a sheet adds at most 45 kB", () => {
  const opened = kilobytes("index.html", "app/Console.tsx", "pages/HomePage.tsx");
  const withSheet = kilobytes("index.html", "app/Console.tsx", "pages/HomePage.tsx", "records/SheetPage.tsx");
  expect(opened).toBeLessThan(300);
  expect(withSheet - opened).toBeLessThan(45);
});

test("no script stands in the page, and whatever it loads may be kept for ever", () => {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/\son\w+=/);
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g))
    expect(address).toMatch(/^\/assets\/[\w-]+-[\w-]{8}\.\w+$/);
  for (const file of readdirSync(join(folder, "assets"))) expect(file).toMatch(/-[\w-]{8}\.\w+$/);
});
