import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import type { Deps } from "../../../functions/http/deps.ts";
import { type Job, readJob } from "../../../functions/jobs/job.ts";
import { runChangedJobs } from "../../../functions/jobs/stream.ts";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { type AnswerBody, type Caller, COMMUNITY } from "../../support/api.ts";
import { openTestForms, type TestForms } from "../form/forms.ts";

export type StoredItem = { readonly pk: string; readonly sk: string; readonly text: string };

/** A community with events, sign-ups and a clock, and a look at everything that is stored. */
export type RetentionWorld = TestForms & {
  /** Somebody signed up by phone, with everything that a sign-up may hold. */
  add: (event: string, name: string, more?: Record<string, unknown>) => Promise<AnswerBody>;
  change: (register: string, id: string, values: Record<string, unknown>) => Promise<AnswerBody>;
  /** Somebody with these posts who signs in now. */
  now: (posts: readonly string[]) => Promise<Caller>;
  /** Sets the clock to a moment in China. */
  at: (moment: string) => void;
  /** What happens five minutes into the day, by a worker that may be another than usual. */
  newDay: (day: string, deps?: Deps) => Promise<void>;
  /** The schedule alone. */
  schedule: (deps?: Deps) => Promise<void>;
  /** Works the day's job until it rests, as the stream would. */
  work: (deps?: Deps, community?: string) => Promise<Job | undefined>;
  /** Everything stored, after which the world is over. */
  everything: () => Promise<StoredItem[]>;
};

export async function openRetentionWorld(options: Partial<EngineOptions> = {}): Promise<RetentionWorld> {
  // In memory where the machine has a place for that: nothing here asks how quick its disk is.
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "linli-retention-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "data.sqlite");
  const linli = await openTestForms({ file, ...options });
  let phone = 13_700_000_000;
  const records = "/registers/sign-ups/records";
  const at = (moment: string) => {
    linli.clock.now = Date.parse(`${moment}+08:00`);
  };
  const schedule = async (deps = linli.deps) => {
    await runChangedJobs(deps, {});
  };
  const work: RetentionWorld["work"] = async (deps = linli.deps, community = COMMUNITY) => {
    const id = `retention-${community}-${dayOf(linli.clock.now)}`;
    for (let slice = 0; slice < 100; slice += 1) {
      const job = await readJob(linli.deps, community, id);
      if (!job || (job.state !== "queued" && job.state !== "running")) return job;
      const Keys = { pk: { S: `J#${community}` }, sk: { S: id } };
      const answer = await runChangedJobs(deps, { Records: [{ dynamodb: { Keys, SequenceNumber: "1" } }] });
      if (answer.batchItemFailures.length > 0) return job;
    }
    throw new Error("The day's work does not end.");
  };
  return {
    ...linli,
    at,
    schedule,
    work,
    now: (posts) => linli.as(posts),
    add: async (event, name, more = {}) => {
      phone += 1;
      const values = { event, channel: "phone", name, phone: String(phone), health: `药-${name}`, ...more };
      const { status, body } = await linli.clerk("POST", records, { values: { emergency: `亲-${name}`, ...values } });
      if (status !== 201) throw new Error(`The sign-up was refused: ${JSON.stringify(body)}`);
      return body;
    },
    change: async (register, id, values) => {
      const clerk = await linli.as(["clerk"]);
      const { body } = await clerk("GET", `/registers/${register}/records/${id}`);
      const match = { "if-match": String(body.version) };
      return (await clerk("PATCH", `/registers/${register}/records/${id}`, { values }, match)).body;
    },
    newDay: async (day, deps = linli.deps) => {
      at(`${day}T00:05:00`);
      await schedule(deps);
      await work(deps);
    },
    everything: async () => {
      await linli.engine.close();
      const database = new DatabaseSync(file);
      const rows = database.prepare("SELECT hash, range, body FROM items").all();
      database.close();
      return rows.map(({ hash, range, body }) => ({ pk: String(hash), sk: String(range), text: String(body) }));
    },
  };
}

/** What is stored about sign-ups and their events' lines, without tombstones and what a deletion leaves in the history. */
export const tracesIn = (items: readonly StoredItem[], event: string) =>
  items
    .filter(({ pk }) => /^(U#sign-ups|B#events|N#|Q#)/.test(pk))
    .filter(({ pk, sk, text }) => `${pk} ${sk} ${text}`.includes(event))
    .map(({ pk, sk }) => `${pk}/${sk}`);
