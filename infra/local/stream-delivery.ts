import * as z from "zod/mini";
import type { MappingPlan } from "./plan.ts";

/** A change of a table, as a function gets it. */
export type StreamRecord = {
  readonly eventID: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
};

export type DeliveryOptions = {
  readonly mapping: MappingPlan;
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Receives a batch that was given up. */
  readonly giveUp: (batch: readonly StreamRecord[], condition: string, attempts: number) => void;
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

const response = z.nullish(
  z.looseObject({ batchItemFailures: z.optional(z.array(z.looseObject({ itemIdentifier: z.optional(z.string()) }))) }),
);

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 30_000;

/**
 * Delivers one batch until all of it is done or given up, as Lambda does: what failed is tried again with growing
 * pauses, a failing batch is halved until the one bad record is alone, and that one ends in the dead-letter queue.
 */
export async function deliver(options: DeliveryOptions, batch: readonly StreamRecord[]): Promise<void> {
  const { mapping, now } = options;
  const oldest = now() / 1000 - mapping.MaximumRecordAgeInSeconds;
  const tooOld = batch.filter(({ dynamodb }) => dynamodb.ApproximateCreationDateTime < oldest);
  if (tooOld.length > 0) options.giveUp(tooOld, "MaximumRecordAgeExceeded", 0);
  await attempt(
    options,
    batch.filter((record) => !tooOld.includes(record)),
    0,
  );
}

async function attempt(options: DeliveryOptions, batch: readonly StreamRecord[], failures: number): Promise<void> {
  const { mapping } = options;
  if (batch.length === 0) return;
  const failedAt = await firstFailure(options, batch);
  if (failedAt === undefined) return;
  const rest = batch.slice(failedAt);
  if (rest.length === 1 && failures >= mapping.MaximumRetryAttempts) {
    options.giveUp(rest, "RetryAttemptsExhausted", failures + 1);
    return;
  }
  await options.wait(Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS));
  if (rest.length === 1) return attempt(options, rest, failures + 1);
  // Halving does not use up retries, so that the good records around a bad one get through.
  const middle = Math.ceil(rest.length / 2);
  await attempt(options, rest.slice(0, middle), 0);
  await attempt(options, rest.slice(middle), 0);
}

/** The index of the first record that failed; everything before it is done. */
async function firstFailure(options: DeliveryOptions, batch: readonly StreamRecord[]): Promise<number | undefined> {
  try {
    const parsed = z.safeParse(response, await options.invoke({ Records: batch }));
    if (!parsed.success) throw new Error(`${options.mapping.functionName} answered a stream with something else.`);
    const failures = parsed.data?.batchItemFailures ?? [];
    if (failures.length === 0) return undefined;
    const indexes = failures.map(({ itemIdentifier }) =>
      batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
    );
    // An identifier that names no record of the batch makes all of it a failure.
    return indexes.includes(-1) ? 0 : Math.min(...indexes);
  } catch (error) {
    options.onError(error);
    return 0;
  }
}
