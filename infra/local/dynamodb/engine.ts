import { setImmediate, setTimeout } from "node:timers";
import type { Context, Strictness } from "./context.ts";
import {
  ConnectionLost,
  internalServerError,
  throttling,
  throughputExceeded,
  transactionCanceled,
  transactionConflict,
} from "./errors.ts";
import { type Fault, type FaultPlan, noFaults } from "./faults.ts";
import { type Flight, takeOff } from "./flight.ts";
import { listeners } from "./listeners.ts";
import { type Operation, operationNamed } from "./operations/operations.ts";
import { seededRandom } from "./random.ts";
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
  /** How often a stream gives nothing although it has something, or the same records again. */
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
  /** Copies all that was answered so far into a new file, while the engine goes on answering. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
};

type Waiting = {
  operation: Operation;
  input: unknown;
  fault: Fault | undefined;
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
};

const STRICT_LAG: Lag = { everyNth: 2, ms: 1000 };
const STRICT = { partialBatches: 0.1, streamPauses: 0.1, streamRepeats: 0.1 };

export function openEngine(options: EngineOptions): Engine {
  const now = options.now ?? Date.now;
  const seed = options.seed ?? 1;
  const random = seededRandom(seed);
  const storage = openStorage(options.file);
  const tables = openTables(storage);
  // Its own numbers, so that what a read sees does not depend on what else was asked for.
  const recent = recentWrites(options.lag ?? STRICT_LAG, seededRandom(seed + 1), now);
  const faults = options.faults ?? noFaults;
  const throttleRate = options.throttles?.rate ?? 0;
  const strictness: Strictness = {
    conflicts: options.conflicts?.rate ?? 0,
    partialBatches: options.throttles?.partialBatches ?? STRICT.partialBatches,
    streamPauses: options.streams?.pauses ?? STRICT.streamPauses,
    streamRepeats: options.streams?.repeats ?? STRICT.streamRepeats,
  };
  const interested = listeners();
  let queue: Waiting[] = [];
  let open = true;

  const contextFor = (flight: Flight): Context => ({
    ...{ now: now(), storage, tables, random, recent, strictness, changes: [], held: new Set<string>() },
    ...flight,
  });

  /** Notes what a request changed, once it is certain that it stands. */
  const keep = ({ changes }: Context, changed: Set<string>): void => {
    for (const change of changes) {
      recent.note(change);
      changed.add(change.table.definition.name);
    }
  };

  /** Requests that arrive in the same turn of the event loop share one commit, and overlap as far as conflicts go. */
  const serve = (): void => {
    const batch = queue;
    queue = [];
    if (batch.length === 0) return;
    const flight = takeOff();
    const changed = new Set<string>();
    const held = new Set<string>();
    const answers: (() => void)[] = [];
    try {
      storage.run(batch.some(({ operation }) => operation.writes) ? "BEGIN IMMEDIATE" : "BEGIN");
      for (const waiting of batch) {
        const context = contextFor(flight);
        answers.push(carryOut(context, waiting, changed));
        for (const name of context.held) held.add(name);
      }
      storage.run("COMMIT");
    } catch (error) {
      storage.rollback();
      tables.reload();
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const answer of answers) answer();
    interested.call(changed);
    interested.callLater(held);
  };

  /** How the request ended is told only after the commit. */
  const carryOut = (context: Context, waiting: Waiting, changed: Set<string>): (() => void) => {
    const { operation, input, fault, resolve, reject } = waiting;
    if (operation.writes) storage.run("SAVEPOINT request");
    try {
      const output = operation.run(context, input);
      if (operation.writes) storage.run("RELEASE request");
      keep(context, changed);
      return fault === "answerLostAfterWrite" ? () => reject(new ConnectionLost()) : () => resolve(output);
    } catch (error) {
      if (operation.writes) {
        storage.run("ROLLBACK TO request");
        storage.run("RELEASE request");
      }
      return () => reject(error);
    }
  };

  return {
    send: (name, input) =>
      new Promise((resolve, reject) => {
        if (!open) throw new Error("The engine is closed");
        const operation = operationNamed(name);
        const fault = faults.next(name, operation.writes);
        if (fault === "droppedConnection") throw new ConnectionLost();
        if (fault === "internalServerError") throw internalServerError();
        if (operation.data && (fault === "throttled" || random.chance(throttleRate))) {
          throw random.chance(0.5) ? throttling() : throughputExceeded();
        }
        if (fault === "transactionConflict" && operation.data) throw conflictOf(name, input);
        const arrive = (): void => {
          if (!open) reject(new ConnectionLost());
          else {
            if (queue.length === 0) setImmediate(serve);
            queue.push({ operation, input, fault, resolve, reject });
          }
        };
        const delay = faults.delay?.(name) ?? 0;
        if (delay > 0) setTimeout(arrive, delay);
        else arrive();
      }),
    onWrite: (tableName, listener) => interested.add(tableName, listener),
    sweep() {
      const context = contextFor(takeOff());
      const changed = new Set<string>();
      storage.run("BEGIN IMMEDIATE");
      let deleted: number;
      try {
        deleted = sweepExpired(context);
        storage.run("COMMIT");
      } catch (error) {
        storage.rollback();
        throw error;
      }
      keep(context, changed);
      interested.call(changed);
      return deleted;
    },
    copyTo: (file) => storage.copyTo(file),
    async close() {
      if (!open) return;
      open = false;
      serve();
      interested.close();
      storage.close();
    },
  };
}

/** What a write is told that meets another writer, for each action of a transaction. */
function conflictOf(operation: string, input: unknown) {
  if (operation !== "TransactWriteItems") return transactionConflict();
  const { TransactItems = [] } = input as { TransactItems?: unknown[] };
  const [first, ...others] = TransactItems;
  const Conflict = { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" };
  return transactionCanceled(first === undefined ? [] : [Conflict, ...others.map(() => ({ Code: "None" }))]);
}
