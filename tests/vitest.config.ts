import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Browser and infrastructure tests build real bundles, so they get minutes; the rest must be quick. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/in-clear/setup.ts"],
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    pool: "forks",
    // One more than the two processors of a small machine: browser tests mostly wait.
    maxWorkers: 3,
    reporters: ["default"],
  },
});
