import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildRelease } from "./harness/release.ts";

const scriptBytesMax = 25_000;
const styleBytesMax = 4_000;

it("the sheet's script adds at most 25 kB to what a clerk's browser loads, its styles at most 4 kB", async () => {
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
  const files = outputs.flatMap(({ output }) => output);
  const scripts = files.flatMap((file) => (file.type === "chunk" ? [gzipSync(file.code).length] : []));
  const styles = files.flatMap((file) => (file.type === "asset" ? [gzipSync(file.source).length] : []));
  const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
  expect(total(scripts)).toBeGreaterThan(0);
  expect(total(scripts)).toBeLessThanOrEqual(scriptBytesMax);
  expect(total(styles)).toBeGreaterThan(0);
  expect(total(styles)).toBeLessThanOrEqual(styleBytesMax);
});
