import { spawnSync } from "node:child_process";

/** Runs tests that take longer the longer they are told to. */
function runTests(rounds: string, tests: readonly string[]): number {
  const { status } = spawnSync("npx", ["vitest", "run", "--config", "tests/vitest.config.ts", ...tests], {
    stdio: "inherit",
    env: { ...process.env, LINLI_SOAK: rounds },
  });
  return status ?? 1;
}

/** What can be soaked: `npm run soak -- load 30`. Each answers the process's exit code. */
const soaks: Readonly<Record<string, (amount: string | undefined) => number | Promise<number>>> = {
  /**
   * Takes every action so many times (100 unless told) on a database that fails, each time with other bad luck,
   * compares the database itself with a plain model, so many times as long as the tests do, and spoils every request
   * so many times.
   */
  faults: (rounds = "100") =>
    runTests(rounds, [
      "tests/functions/faults/disturbed.test.ts",
      "tests/functions/callers/malformed.test.ts",
      "tests/infra/dynamodb/model.test.ts",
    ]),
  /** Attacks a year of published figures, and counts edits that are told badly, so many times (20 unless told) as long as the tests do. */
  statistics: (rounds = "20") =>
    runTests(rounds, [
      "tests/shared/rules/suppression-year.test.ts",
      "tests/shared/rules/suppression-sums.test.ts",
      "tests/functions/counts/disturbed-counts.test.ts",
    ]),
  /** Works so many minutes (30 unless told) at the pace of 100 communities. */
  load: async (minutes = "30") => {
    const { soakLoad } = await import("../load/soak.ts");
    return (await soakLoad(Number(minutes))) ? 0 : 1;
  },
};

const [first = "faults", amount] = process.argv.slice(2);
// A number alone is rounds, as it was before there was more than one.
const [name, given] = /^\d+$/.test(first) ? ["faults", first] : [first, amount];
const soak = soaks[name];
if (!soak || (given !== undefined && !/^[1-9]\d*$/.test(given))) {
  console.error(`Usage: npm run soak -- [${Object.keys(soaks).join(" | ")}] [rounds or minutes]`);
  process.exit(2);
}
process.exitCode = await soak(given);
