import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import type { DeadLetters } from "./dead-letters.ts";
import type { Engine } from "./dynamodb/engine.ts";
import { filterPattern } from "./filter-pattern.ts";
import type { MappingPlan } from "./plan.ts";
import type { SavedState } from "./saved-state.ts";
import { deliver, type StreamRecord } from "./stream-delivery.ts";

type Options = {
  readonly mapping: MappingPlan;
  readonly engine: Engine;
  readonly state: SavedState;
  readonly deadLetters: DeadLetters;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
};

export type StreamReader = {
  /** Resolves when everything that was written before the call has been delivered. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

const described = z.looseObject({
  Table: z.looseObject({ LatestStreamArn: z.string() }),
});
const stream = z.looseObject({
  StreamDescription: z.looseObject({ Shards: z.array(z.looseObject({ ShardId: z.string() })) }),
});
const iteration = z.looseObject({ ShardIterator: z.string() });
const page = z.looseObject({
  // The engine makes stream records itself; only what is read here needs a look.
  Records: z.array(z.custom<StreamRecord>((value) => typeof value === "object" && value !== null)),
  NextShardIterator: z.string(),
});

/** Reading may come back empty although there is something, so only several empty pages in a row mean the end. */
const EMPTY_PAGES = 6;
const IDLE_MS = 1_000;

/** Reads a table's changes in order and delivers those that the mapping's filter lets through, each at least once. */
export function readStream(options: Options): StreamReader {
  const { mapping, engine, state, onError } = options;
  const filters = mapping.FilterCriteria.Filters.map(({ Pattern }) => filterPattern(Pattern));
  const position = `stream-${mapping.id}`;
  let closed = false;
  let emptyPages = 0;
  let wake = (): void => {};
  const stop = new AbortController();
  let waiters: (() => void)[] = [];

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** A pause between attempts, which no new change cuts short. */
  const wait = (ms: number) => sleep(ms, undefined, { signal: stop.signal });

  const deliverPage = async (records: readonly StreamRecord[], streamArn: string): Promise<void> => {
    const matching = records.filter((record) => filters.some((matches) => matches(record)));
    for (let start = 0; start < matching.length && !closed; start += mapping.BatchSize) {
      const batch = matching
        .slice(start, start + mapping.BatchSize)
        .map((record) => ({ ...record, eventSourceARN: streamArn }));
      await deliver(
        {
          mapping,
          invoke: options.invoke,
          onError,
          now: Date.now,
          wait,
          giveUp(given, condition, attempts) {
            // What fails because everything is being closed will be delivered again.
            stop.signal.throwIfAborted();
            options.deadLetters.send(
              queueName(mapping.DestinationConfig.OnFailure.Destination),
              letter(mapping, streamArn, given, condition, attempts),
            );
          },
        },
        batch,
      );
      if (!closed) state.write(position, batch.at(-1)?.dynamodb.SequenceNumber ?? "");
    }
    if (!closed) state.write(position, records.at(-1)?.dynamodb.SequenceNumber ?? "");
  };

  const run = async (): Promise<void> => {
    const { Table } = z.parse(described, await engine.send("DescribeTable", { TableName: mapping.tableName }));
    const streamArn = Table.LatestStreamArn;
    while (!closed) {
      try {
        let iterator = await iteratorAt(engine, streamArn, state.read(position));
        while (!closed) {
          const { Records, NextShardIterator } = z.parse(
            page,
            await engine.send("GetRecords", { ShardIterator: iterator }),
          );
          if (Records.length > 0) {
            emptyPages = 0;
            await deliverPage(Records, streamArn);
          } else if (++emptyPages >= EMPTY_PAGES) {
            const arrived = waiters;
            waiters = [];
            for (const resolve of arrived) resolve();
            await pause(IDLE_MS);
          }
          iterator = NextShardIterator;
        }
      } catch (error) {
        if (closed) return;
        // An iterator expires when the machine sleeps; reading goes on from where delivery got to.
        if (!(error instanceof Error && error.name === "ExpiredIteratorException")) onError(error);
        await pause(IDLE_MS);
      }
    }
  };

  const stopListening = engine.onWrite(mapping.tableName, () => {
    emptyPages = 0;
    wake();
  });
  const running = run();
  return {
    settled: () =>
      new Promise((resolve) => {
        emptyPages = 0;
        waiters.push(resolve);
        wake();
      }),
    async close() {
      closed = true;
      stop.abort();
      stopListening();
      wake();
      await running;
    },
  };
}

async function iteratorAt(engine: Engine, streamArn: string, position: string | undefined): Promise<string> {
  const { StreamDescription } = z.parse(stream, await engine.send("DescribeStream", { StreamArn: streamArn }));
  const where = { StreamArn: streamArn, ShardId: StreamDescription.Shards[0]?.ShardId };
  const open = async (input: object) => z.parse(iteration, await engine.send("GetShardIterator", input)).ShardIterator;
  if (position) {
    try {
      return await open({ ...where, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: position });
    } catch (error) {
      // After more than a day off, the record is gone that was read last; everything kept is newer.
      if (!(error instanceof Error && error.name === "TrimmedDataAccessException")) throw error;
    }
  }
  return open({ ...where, ShardIteratorType: "TRIM_HORIZON" });
}

const queueName = (arn: string) => arn.slice(arn.lastIndexOf(":") + 1);

/** What Lambda sends to the queue: which records, not their content. */
function letter(
  mapping: MappingPlan,
  streamArn: string,
  batch: readonly StreamRecord[],
  condition: string,
  attempts: number,
) {
  return {
    version: "1.0",
    timestamp: new Date().toISOString(),
    requestContext: { functionArn: mapping.FunctionName, condition, approximateInvokeCount: attempts },
    DDBStreamBatchInfo: {
      startSequenceNumber: batch[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: batch.at(-1)?.dynamodb.SequenceNumber,
      batchSize: batch.length,
      streamArn,
    },
  };
}
