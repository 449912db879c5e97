import type { Context, Strictness } from "./context.ts";
import { ConnectionLost, internalServerError, throttling, throughputExceeded } from "./errors.ts";
import { type Fault, type FaultPlan, noFaults } from "./faults.ts";
import { sameItem } from "./keys.ts";
import { type Operation, operationNamed } from "./operations/operations.ts";
import { type Random, seededRandom } from "./random.ts";
import { type Lag, recentWrites } from "./recent-writes.ts";
import { openStorage } from "./storage.ts";
import { sweepExpired } from "./sweep.ts";
import { openTables } from "./tables.ts";

export type EngineOptions = {
  /** A path, or ":memory:". */
  file: string;
  now?: () => number;
  seed?: number;
  /** How far reads that need not be consistent may be behind. */
  lag?: Lag;
  /** How often a transaction meets a write that nobody here knows of; real overlaps always conflict. */
  conflicts?: { rate: number };
  /** How often a request, or one part of a batch, is refused for want of throughput. */
  throttles?: { rate?: number; partialBatches?: number };
  streams?: { pauses?: number; repeats?: number };
  faults?: FaultPlan;
};

/** An embedded database that answers DynamoDB's requests, and where the two could differ is the stricter one. */
export type Engine = {
  /** One request as DynamoDB's JSON 1.0 protocol has it; throws DynamoError */
  send(operation: string, input: unknown): Promise<unknown>;
  /** Calls the listener after every commit that changed the table; returns how to stop that. */
  onWrite(tableName: string, listener: () => void): () => void;
  /** Deletes items past their ttl, and returns how many. */
  sweep(): number;
  close(): Promise<void>;
};

type Waiting = {
  operation: Operation;
  input: unknown;
  fault: Fault | undefined;
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
};

const STRICT = { lag: { everyNth: 2, ms: 1000 }, partialBatches: 0.1, streamPauses: 0.1, streamRepeats: 0.1 };

export function openEngine(options: EngineOptions): Engine {
  const now = options.now ?? Date.now;
  const random: Random = seededRandom(options.seed ?? 1);
  const storage = openStorage(options.file);
  const tables = openTables(storage);
  const recent = recentWrites(options.lag ?? STRICT.lag, random, now);
  const faults = options.faults ?? noFaults;
  const throttleRate = options.throttles?.rate ?? 0;
  const strictness: Strictness = {
    conflicts: options.conflicts?.rate ?? 0,
    partialBatches: options.throttles?.partialBatches ?? STRICT.partialBatches,
    streamPauses: options.streams?.pauses ?? STRICT.streamPauses,
    streamRepeats: options.streams?.repeats ?? STRICT.streamRepeats,
  };
  const listeners = new Map<string, Set<() => void>>();
  let queue: Waiting[] = [];
  let open = true;

  /** Requests that arrive in the same turn of the event loop share one commit, and overlap as far as conflicts go. */
  const serve = (): void => {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    const inFlight = flight();
    const changed = new Set<string>();
    const answers: (() => void)[] = [];
    try {
      storage.run(batch.some(({ operation }) => operation.writes) ? "BEGIN IMMEDIATE" : "BEGIN");
      for (const waiting of batch) answers.push(answer(waiting, inFlight, changed));
      storage.run("COMMIT");
    } catch (error) {
      fail(batch, error);
      return;
    }
    for (const settle of answers) settle();
    notify(changed);
  };

  const fail = (batch: Waiting[], error: unknown): void => {
    try {
      storage.run("ROLLBACK");
      tables.reload();
    } finally {
      for (const { reject } of batch) reject(error);
    }
  };

  /** Carries out one request; how it ended is told only after the commit. */
  const answer = (waiting: Waiting, inFlight: Flight, changed: Set<string>): (() => void) => {
    const { operation, input, fault, resolve, reject } = waiting;
    const context: Context = { now: now(), storage, tables, random, recent, strictness, changes: [], ...inFlight };
    if (operation.writes) storage.run("SAVEPOINT request");
    try {
      const output = operation.run(context, input);
      if (operation.writes) storage.run("RELEASE request");
      for (const change of context.changes) {
        recent.note(change);
        changed.add(change.table.definition.name);
      }
      return fault === "answerLostAfterWrite" ? () => reject(new ConnectionLost()) : () => resolve(output);
    } catch (error) {
      if (operation.writes) {
        storage.run("ROLLBACK TO request");
        storage.run("RELEASE request");
      }
      return () => reject(error);
    }
  };

  const notify = (changed: ReadonlySet<string>): void => {
    for (const name of changed) for (const listener of listeners.get(name) ?? []) listener();
  };

  return {
    send(name, input) {
      return new Promise((resolve, reject) => {
        if (!open) throw new Error("The engine is closed");
        const operation = operationNamed(name);
        const fault = faults.next(name, operation.writes);
        if (fault === "droppedConnection") throw new ConnectionLost();
        if (fault === "internalServerError") throw internalServerError();
        if (operation.data && (fault === "throttled" || random.chance(throttleRate))) {
          throw random.chance(0.5) ? throttling() : throughputExceeded();
        }
        if (queue.length === 0) setImmediate(serve);
        queue.push({ operation, input, fault, resolve, reject });
      });
    },
    onWrite(tableName, listener) {
      const known = listeners.get(tableName) ?? new Set();
      listeners.set(tableName, known.add(listener));
      return () => known.delete(listener);
    },
    sweep() {
      const context: Context = { now: now(), storage, tables, random, recent, strictness, changes: [], ...flight() };
      storage.run("BEGIN IMMEDIATE");
      const deleted = sweepExpired(context);
      storage.run("COMMIT");
      notify(new Set(context.changes.map(({ table }) => table.definition.name)));
      return deleted;
    },
    async close() {
      if (!open) return;
      open = false;
      serve();
      storage.close();
    },
  };
}

type Flight = Pick<Context, "claim" | "claimToken">;

/** Who works on which item among the requests of one turn; the first one wins, as in DynamoDB one of them does. */
function flight(): Flight {
  const writers = new Map<string, "write" | "transaction">();
  const tokens = new Set<string>();
  return {
    claim(table, key, as) {
      const identity = sameItem(table, key);
      const holder = writers.get(identity);
      if (as === "look") return holder === undefined ? "free" : "conflict";
      if (holder === "transaction" || (holder === "write" && as === "transaction")) return "conflict";
      writers.set(identity, as);
      return "free";
    },
    claimToken(token) {
      if (tokens.has(token)) return false;
      tokens.add(token);
      return true;
    },
  };
}
