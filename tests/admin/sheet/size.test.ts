import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildRelease } from "./harness/release.ts";

const budgetBytes = 25_000;

it("the sheet with its styles adds at most 25 kB to what a clerk's browser loads", async () => {
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
  const files = outputs.flatMap(({ output }) =>
    output.map((file) => (file.type === "chunk" ? file.code : file.source)),
  );
  const sizes = files.map((file) => gzipSync(file).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(budgetBytes);
});
