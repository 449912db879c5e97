import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How many requirements each of the nine documents has. */
const DOCUMENTS = [9, 10, 24, 16, 8, 11, 10, 24, 32] as const;

/** The requirements (S1.1 to S9.32) that stand in the titles of passing tests. */
function coveredBy(titles: readonly string[]): Set<string> {
  const numbers = titles.flatMap((title) => title.match(/\bS[1-9]\.\d{1,2}\b/g) ?? []);
  return new Set(
    numbers.filter((number) => {
      const [document, item] = number.slice(1).split(".").map(Number);
      return (item ?? 0) >= 1 && (item ?? 0) <= (DOCUMENTS[(document ?? 0) - 1] ?? 0);
    }),
  );
}

type Report = { testResults: { assertionResults: { status: string; fullName: string }[] }[] };

const report = join(tmpdir(), `linli-tests-${process.pid}.json`);
const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
const options = ["run", "--config", "tests/vitest.config.ts", "--reporter=json", `--outputFile=${report}`];
spawnSync(process.execPath, [vitest, ...options], { stdio: ["ignore", "ignore", "inherit"] });
const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
rmSync(report);
const passed = testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status === "passed");
const covered = coveredBy(passed.map(({ fullName }) => fullName));
for (const [index, count] of DOCUMENTS.entries()) {
  const own = [...covered].filter((number) => number.startsWith(`S${index + 1}.`));
  own.sort((a, b) => Number(a.split(".")[1]) - Number(b.split(".")[1]));
  console.log(`document ${index + 1}: ${own.length}/${count}  ${own.join(" ")}`);
}
console.log(`${covered.size}/${DOCUMENTS.reduce((sum, count) => sum + count, 0)}`);
