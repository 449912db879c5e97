import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { openTestSurveys, type TestSurveys } from "../functions/surveys/surveys.ts";
import { TEST_TABLES } from "../support/tables.ts";
import type { Bench } from "./bench-types.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";
import { grouped, kilobytes, printTable } from "./table.ts";

/** People who send at the same moment. */
const AT_ONCE = 50;
/** Forms take 600 submissions a minute from one address; these come from several. */
const ADDRESSES = 40;

/**
 * Answers a second that a survey's page takes (每秒答卷数), beside transactions of as many items that do nothing else
 * on the same engine and the same disk; and what the page weighs.
 */
export const benchSurvey: Bench = async ({ quick }) => {
  const folder = await mkdtemp(join(tmpdir(), "linli-survey-"));
  const linli = await openTestSurveys({ ...PLAIN_ENGINE, file: join(folder, "survey.sqlite") });
  const count = quick ? 150 : 1_000;
  try {
    const rows: string[][] = [];
    const open = await linli.survey();
    const { text } = await linli.get(`/f/${open.code}`);
    // Receipt, record, history and reference; by door the sealed answer, its guard, the door and the receipt.
    const kinds = [
      ["anonymous", open.code, [] as string[]],
      ["secret, by household codes", ...(await byDoor(linli, count))],
    ] as const;
    for (const [name, code, codes] of kinds) {
      const answers = await perSecond(await prepared(linli, code, codes, count));
      const bare = await perSecond(Array.from({ length: count }, () => () => bareTransaction(linli)));
      rows.push([name, grouped(Math.round(answers)), grouped(Math.round(bare)), (answers / bare).toFixed(2)]);
    }
    printTable([`${grouped(count)} answers`, "answers/s", "bare transactions/s", "ratio"], rows);
    const started = performance.now();
    await linli.pump.run();
    const seconds = (performance.now() - started) / 1000;
    console.log(`Counting all of them from the stream: ${grouped(Math.round(count / seconds))} a second.`);
    console.log(`The page: ${kilobytes(Buffer.byteLength(text))}, gzip ${kilobytes(gzipSync(text).length)}.`);
  } finally {
    await linli.engine.close();
    await rm(folder, { recursive: true });
  }
};

async function byDoor(linli: TestSurveys, count: number): Promise<[code: string, codes: string[]]> {
  const { id, code } = await linli.survey({ onePer: "household" });
  await linli.homes(count);
  return [code, (await linli.codes(id)).map((door) => door.code)];
}

/** Pages filled in, each ready to be sent. */
async function prepared(linli: TestSurveys, code: string, codes: readonly string[], count: number) {
  const sends: (() => Promise<unknown>)[] = [];
  for (let index = 0; index < count; index += 1) {
    const page = await linli.page(code);
    linli.clock.now -= 3_000;
    const entries = { use: "去过", taste: String(1 + (index % 5)), meals: "早饭", householdCode: codes[index] ?? "" };
    const body = new URLSearchParams({ ...page, ...entries }).toString();
    const address = `10.0.0.${index % ADDRESSES}`;
    sends.push(async () => {
      const { status } = await linli.post(`/f/${code}`, body, { address });
      if (status !== 303) throw new Error(`An answer was refused: ${status}`);
    });
  }
  linli.clock.now += 60_000;
  return sends;
}

async function perSecond(tasks: readonly (() => Promise<unknown>)[]): Promise<number> {
  const rest = [...tasks];
  const started = performance.now();
  const work = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return tasks.length / ((performance.now() - started) / 1000);
}

/** Four new items of about the size of an answer's. */
const bareTransaction = ({ documents }: TestSurveys) =>
  documents.send(
    new TransactWriteCommand({
      TransactItems: Array.from({ length: 4 }, (_, sk) => ({
        Put: {
          TableName: TEST_TABLES.records,
          Item: { pk: `N#bare-${randomUUID()}`, sk: String(sk), text: "x".repeat(400) },
          ConditionExpression: "attribute_not_exists(pk)",
        },
      })),
    }),
  );
