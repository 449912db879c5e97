import { isDeepStrictEqual } from "node:util";
import type { Engine } from "../../../../infra/local/dynamodb/engine.ts";
import { type Contents, itemsOf, recordsAfter, textOf } from "./reading.ts";

/** A copy of the table that knows nothing but the stream: what every partition holds, and the last record seen. */
export type Replay = { readonly partitions: Map<string, Contents>; last: string | undefined; records: number };

export const newReplay = (): Replay => ({ partitions: new Map(), last: undefined, records: 0 });

/** Takes in what the stream has got since; each record must fit what the records before it have left. */
export async function follow(engine: Engine, replay: Replay): Promise<void> {
  for await (const { dynamodb } of recordsAfter(engine, replay.last)) {
    const { Keys, NewImage, OldImage, SequenceNumber } = dynamodb;
    if (replay.last !== undefined && SequenceNumber <= replay.last) {
      throw new Error(`The stream goes back from ${replay.last} to ${SequenceNumber}`);
    }
    const partition = replay.partitions.get(textOf(Keys, "pk")) ?? new Map();
    replay.partitions.set(textOf(Keys, "pk"), partition);
    const sk = textOf(Keys, "sk");
    if (!isDeepStrictEqual(partition.get(sk), OldImage)) {
      throw new Error(`Record ${SequenceNumber} of the stream does not follow from the ones before it`);
    }
    if (NewImage) partition.set(sk, NewImage);
    else partition.delete(sk);
    replay.last = SequenceNumber;
    replay.records++;
  }
}

/** In these partitions the table and its index hold what the stream tells, no more and no less. */
export async function compareWithTable(engine: Engine, replay: Replay, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const told: Contents = replay.partitions.get(name) ?? new Map();
    if (!isDeepStrictEqual(await itemsOf(engine, name), told)) throw new Error(`Stream and table differ about ${name}`);
    const inArea = [...told].filter(([, item]) => item.area).map(([sk]) => sk);
    const indexed = [...(await itemsOf(engine, name, "keysByArea")).keys()];
    if (!isDeepStrictEqual(indexed.toSorted(), inArea.toSorted())) {
      throw new Error(`Index and table differ about ${name}`);
    }
  }
}
