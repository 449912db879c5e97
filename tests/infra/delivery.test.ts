import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterPattern } from "../../infra/local/filter-pattern.ts";
import type { MappingPlan } from "../../infra/local/plan.ts";
import { parseSchedule } from "../../infra/local/schedule.ts";
import { deliver, type StreamRecord } from "../../infra/local/stream-delivery.ts";

const mapping: MappingPlan = {
  id: "Mapping",
  functionName: "counts",
  tableName: "Records",
  FunctionName: "CountsFunction",
  EventSourceArn: "",
  BatchSize: 100,
  StartingPosition: "TRIM_HORIZON",
  MaximumRetryAttempts: 3,
  MaximumRecordAgeInSeconds: 86_400,
  BisectBatchOnFunctionError: true,
  FunctionResponseTypes: ["ReportBatchItemFailures"],
  DestinationConfig: { OnFailure: { Destination: "queue" } },
  FilterCriteria: { Filters: [] },
};
const NOW = Date.UTC(2026, 10, 24);
const record = (id: number, at = NOW / 1000): StreamRecord => ({
  eventID: String(id),
  dynamodb: { SequenceNumber: String(id), ApproximateCreationDateTime: at },
});

/** Delivers records to a function that never manages the bad ones; says what was done, given up, and how long it took. */
async function run(ids: readonly number[], bad: ReadonlySet<number>, fail: "throw" | "report") {
  const done: number[] = [];
  const givenUp: number[] = [];
  const waits: number[] = [];
  await deliver(
    {
      mapping,
      now: () => NOW,
      onError: () => {},
      wait: async (ms) => void waits.push(ms),
      giveUp: (batch) => void givenUp.push(...batch.map(({ eventID }) => Number(eventID))),
      async invoke(event) {
        const { Records } = event as { Records: StreamRecord[] };
        const failures: string[] = [];
        for (const { eventID } of Records) {
          if (bad.has(Number(eventID)) && fail === "throw") throw new Error("bad");
          if (bad.has(Number(eventID))) failures.push(eventID);
          else if (failures.length === 0) done.push(Number(eventID));
        }
        return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
      },
    },
    ids.map((id) => record(id)),
  );
  return { done: [...new Set(done)], givenUp, waits };
}

describe("delivering a batch", () => {
  test("every good record is delivered and exactly the bad ones are given up, however they lie", async () => {
    const batch = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(batch, fc.array(fc.nat(99)), fc.constantFrom("throw", "report"), async (ids, badIds, fail) => {
        const bad = new Set(badIds);
        const { done, givenUp } = await run(ids, bad, fail);
        expect([...done].sort()).toEqual(ids.filter((id) => !bad.has(id)).sort());
        expect([...givenUp].sort()).toEqual(ids.filter((id) => bad.has(id)).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("good records alone are delivered at once", async () => {
    expect(await run([1, 2, 3], new Set(), "report")).toEqual({ done: [1, 2, 3], givenUp: [], waits: [] });
  });

  test("a bad record is tried again with growing pauses", async () => {
    const { waits } = await run([1], new Set([1]), "throw");
    expect(waits).toEqual([200, 400, 800]);
  });

  test("a record older than a day is given up without another try", async () => {
    const givenUp: string[] = [];
    let calls = 0;
    await deliver(
      {
        mapping,
        now: () => NOW,
        onError: () => {},
        wait: async () => {},
        giveUp: (batch, condition) => void givenUp.push(`${batch.length} ${condition}`),
        async invoke() {
          calls += 1;
        },
      },
      [record(1, NOW / 1000 - 86_401)],
    );
    expect(givenUp).toEqual(["1 MaximumRecordAgeExceeded"]);
    expect(calls).toBe(0);
  });
});

describe("filters of changes", () => {
  const matches = filterPattern('{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"R#"},{"prefix":"C#"}]}}}}');
  const change = (pk: string) => ({ dynamodb: { Keys: { pk: { S: pk } } } });

  test("let through the classes they name", () => {
    expect(["R#residents#1", "C#500103", "H#residents#1", "J#1"].map((pk) => matches(change(pk)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(matches({})).toBe(false);
  });

  test("are refused where the runner does not know a form of them", () => {
    expect(() => filterPattern('{"a":[{"numeric":[">",1]}]}')).toThrow(/numeric/);
  });
});

describe("schedules", () => {
  const at = (text: string) => Date.parse(text);

  test.each([
    ["cron(5 16 * * ? *)", "2026-11-24T16:04:59Z", "2026-11-24T16:05:00Z"],
    ["cron(5 16 * * ? *)", "2026-11-24T16:05:00Z", "2026-11-25T16:05:00Z"],
    ["cron(0 0 1 * ? *)", "2026-12-15T00:00:00Z", "2027-01-01T00:00:00Z"],
    ["cron(30 8 ? * MON-FRI *)", "2026-11-27T09:00:00Z", "2026-11-30T08:30:00Z"],
    ["cron(0/15 * * * ? *)", "2026-11-24T10:16:00Z", "2026-11-24T10:30:00Z"],
    ["cron(0 0 29 2 ? *)", "2026-11-24T00:00:00Z", "2028-02-29T00:00:00Z"],
    ["rate(1 day)", "2026-11-24T10:00:00Z", "2026-11-25T10:00:00Z"],
    ["rate(5 minutes)", "2026-11-24T10:00:00Z", "2026-11-24T10:05:00Z"],
  ])("%s after %s is due at %s", (expression, after, due) => {
    expect(new Date(parseSchedule(expression).next(at(after))).toISOString()).toBe(new Date(at(due)).toISOString());
  });

  test.each(["rate(1 fortnight)", "cron(5 16 * *)", "cron(99 1 * * ? *)", "at(2026-11-24T00:00:00)"])(
    "%s is refused",
    (expression) => {
      expect(() => parseSchedule(expression)).toThrow();
    },
  );
});
