import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Rollup } from "vite";
import { beforeAll, expect, it } from "vitest";
import { buildRelease } from "./harness/release.ts";

let files: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[];

beforeAll(async () => {
  const outputs = await buildRelease({
    root: fileURLToPath(new URL("../../..", import.meta.url)),
    build: {
      write: false,
      rolldownOptions: {
        input: "admin/sheet/Sheet.tsx",
        external: ["react", "react-dom", "react/jsx-runtime"],
        preserveEntrySignatures: "strict",
      },
    },
  });
  files = outputs.flatMap(({ output }) => output);
});

/** Compressed bytes of the scripts without which the rows cannot stand, and of those that come after them. */
function scripts() {
  const chunks = files.flatMap((file) => (file.type === "chunk" ? [file] : []));
  const first = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of first)
    for (const other of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) first.add(other);
  const sum = (wanted: readonly Rollup.OutputChunk[]) =>
    wanted.reduce((bytes, { code }) => bytes + gzipSync(code).length, 0);
  return {
    first: sum(chunks.filter(({ fileName }) => first.has(fileName))),
    later: sum(chunks.filter(({ fileName }) => !first.has(fileName))),
  };
}

it("the sheet's rows stand with at most 22 kB of its scripts; what opens over them is at most 5 kB and comes later", () => {
  const { first, later } = scripts();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(22_000);
  expect(later).toBeGreaterThan(0);
  expect(later).toBeLessThanOrEqual(5_000);
});

it("the sheet's styles are at most 4 kB", () => {
  const styles = files.flatMap((file) => (file.type === "asset" ? [gzipSync(file.source).length] : []));
  expect(styles.length).toBeGreaterThan(0);
  expect(styles.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4_000);
});
