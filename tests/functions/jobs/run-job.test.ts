import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { addJob, type Job, partKey, readJob } from "../../../functions/jobs/job.ts";
import type { Kind } from "../../../functions/jobs/kind.ts";
import { runJob } from "../../../functions/jobs/run-job.ts";
import { runChangedJobs } from "../../../functions/jobs/stream.ts";
import { COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

let linli: TestApi;
beforeEach(async () => {
  linli = await openTestApi();
});

const job = (change: Partial<Job> = {}): Job => ({
  community: COMMUNITY,
  id: "one",
  kind: "count",
  state: "queued",
  account: "a",
  name: "A",
  createdAt: 0,
  total: 3,
  done: 0,
  turn: 0,
  data: {},
  ...change,
});
const run = (kind: Kind) => runJob(linli.deps, { count: kind }, COMMUNITY, "one");
const oneMore: Kind = async (_deps, { done, total }) => ({
  state: done + 1 < total ? "running" : "done",
  done: done + 1,
});

describe("long work", () => {
  test("goes on slice by slice until it is done, and rests before it was started and after", async () => {
    await addJob(linli.deps, job({ state: "ready" }));
    await run(oneMore);
    expect(await readJob(linli.deps, COMMUNITY, "one")).toMatchObject({ state: "ready", done: 0 });
    linli = await openTestApi();
    await addJob(linli.deps, job());
    for (const state of ["running", "running", "done", "done"]) {
      await run(oneMore);
      expect(await readJob(linli.deps, COMMUNITY, "one")).toMatchObject({ state });
    }
    expect(await readJob(linli.deps, COMMUNITY, "one")).toMatchObject({ done: 3 });
  });

  test("is told when its time is over", async () => {
    await addJob(linli.deps, job());
    const told: boolean[] = [];
    await run(async (_deps, _job, turn) => {
      told.push(turn.isOver());
      linli.clock.now += 11_000;
      told.push(turn.isOver());
      await turn.renew();
      return { state: "running" };
    });
    expect(told).toEqual([false, true]);
  });

  test("that breaks five times in a row is given up, and a good slice in between starts the count anew", async () => {
    await addJob(linli.deps, job());
    let broken = 0;
    const breaking: Kind = async () => {
      broken += 1;
      throw new Error("broken");
    };
    const attempt = () => run(breaking).catch(() => undefined);
    for (let turn = 0; turn < 4; turn += 1) await attempt();
    await run(async () => ({ state: "running" }));
    for (let turn = 0; turn < 7; turn += 1) await attempt();
    expect(broken).toBe(9);
    expect(await readJob(linli.deps, COMMUNITY, "one")).toMatchObject({ state: "failed" });
  });

  test("that never ends is given up", async () => {
    await addJob(linli.deps, job());
    const Item = { ...partKey("one", "LEASE"), slices: 1_998 };
    await linli.deps.documents.send(new PutCommand({ TableName: linli.deps.tables.records, Item }));
    let slices = 0;
    const endless: Kind = async () => {
      slices += 1;
      return { state: "running" };
    };
    for (let turn = 0; turn < 5; turn += 1) await run(endless);
    expect(slices).toBe(2);
    expect(await readJob(linli.deps, COMMUNITY, "one")).toMatchObject({ state: "failed" });
  });

  test("two workers at once do not do the same slice", async () => {
    await addJob(linli.deps, job({ total: 1 }));
    let atOnce = 0;
    let most = 0;
    const slow: Kind = async (deps, current, turn) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await readJob(deps, COMMUNITY, "one");
      await turn.renew();
      linli.clock.now += 15_001;
      atOnce -= 1;
      return oneMore(deps, current, turn);
    };
    const started = linli.clock.now;
    const second = { ...linli.deps, now: () => Math.max(linli.clock.now, started + 14_990) };
    await Promise.all([run(slow), runJob(second, { count: slow }, COMMUNITY, "one")]);
    expect(most).toBe(1);
  });
});

describe("the jobs function", () => {
  const change = (pk: string, sk: string, SequenceNumber: string) => ({
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber },
  });

  test("reports the one job that breaks and does the others", async () => {
    await addJob(linli.deps, job({ id: "bad", kind: "nothing" }));
    const answer = await runChangedJobs(linli.deps, {
      Records: [
        change(`J#${COMMUNITY}`, "gone", "1"),
        change(`J#${COMMUNITY}`, "bad", "2"),
        change(`J#${COMMUNITY}`, "bad", "3"),
        change("R#residents#1", "x", "4"),
      ],
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  });

  test("does nothing on a day on which nothing is due", async () => {
    expect(await runChangedJobs(linli.deps, {})).toEqual({ batchItemFailures: [] });
  });
});
