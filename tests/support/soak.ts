import { spawnSync } from "node:child_process";

/**
 * Takes every action so many times (100 unless told) on a database that fails, each time with other bad luck,
 * compares the database itself with a plain model, so many times as long as the tests do, and spoils every request
 * so many times.
 */
const rounds = process.argv[2] ?? "100";
const tests = [
  "tests/functions/faults/disturbed.test.ts",
  "tests/functions/callers/malformed.test.ts",
  "tests/infra/dynamodb/model.test.ts",
];
const { status } = spawnSync("npx", ["vitest", "run", "--config", "tests/vitest.config.ts", ...tests], {
  stdio: "inherit",
  env: { ...process.env, LINLI_SOAK: rounds },
});
process.exitCode = status ?? 1;
