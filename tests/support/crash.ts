import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCrashes } from "../infra/dynamodb/crash/rounds.ts";

const number = { type: "string" } as const;
const { values } = parseArgs({ options: { rounds: number, seed: number } });
const rounds = Number(values.rounds ?? 50);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  throw new Error("Usage: npm run crash -- [--rounds 50] [--seed 1]");
}

/** Kills the embedded database in the middle of its work, so many times (50 unless told), and looks what is left. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "linli-crash-"));
  console.log(`Seed ${seed}, data in ${folder}`);
  const crashes = await openCrashes(join(folder, "data.sqlite"), seed);
  const total = { answers: 0, doubtful: 0, written: 0, records: 0 };
  for (let round = 1; round <= rounds; round++) {
    const { answers, doubtful, written, records } = await crashes.round();
    total.answers += answers;
    total.doubtful += doubtful;
    total.written += written;
    total.records += records;
    console.log(
      `Round ${round}: ${answers} answered before the kill, all kept; ` +
        `${doubtful} in doubt, ${written} of them written whole; ${records} stream records agree`,
    );
  }
  await crashes.finish();
  console.log(
    `${rounds} kills: ${total.answers} answers, ${total.doubtful} writes in doubt (${total.written} written), ` +
      `none lost, none torn; ${total.records} stream records, replayed from the start, give the table`,
  );
  await rm(folder, { recursive: true });
}

await main();
