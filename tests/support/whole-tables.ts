import type { Engine } from "../../infra/local/dynamodb/engine.ts";

type Attributes = Readonly<Record<string, { S?: string }>>;
type Written = { TableName?: string; Key?: Attributes; Item?: Attributes };
/** One item, and its text; absent where there is none under its key. */
type Held = { readonly table: string; readonly key: Attributes; readonly item?: Attributes; readonly text: string };

/** Everything that has been written so far, as it is at one moment. */
export type Whole = ReadonlyMap<string, Held>;

export type WholeTables = {
  /** What is there now is what was there first: only keys written from here on are looked at. */
  begin(): Whole;
  now(): Promise<Whole>;
  /** What is not as it was. */
  since(before: Whole): Promise<Difference>;
  /** Makes everything what it was. */
  putBack(before: Whole): Promise<void>;
};
export type Difference = readonly { readonly before: Held | undefined; readonly after: Held }[];

/** The product never searches a whole table, and the engine cannot: this watches every key that is written. */
export function watchTables(engine: Engine, reading: <T>(read: () => T) => T): WholeTables {
  const send = engine.send.bind(engine);
  /** What was there before a key was first written. */
  const first = new Map<string, Promise<Held>>();
  const read = async (table: string, key: Attributes): Promise<Held> => {
    const asked = { TableName: table, Key: key, ConsistentRead: true };
    const { Item } = (await reading(() => send("GetItem", asked))) as { Item?: Attributes };
    return { table, key, ...(Item && { item: Item }), text: Item ? JSON.stringify(Item) : "" };
  };
  const look = (given: Written): Promise<Held> => {
    const { pk, sk } = given.Key ?? given.Item ?? {};
    const table = given.TableName ?? "";
    const name = JSON.stringify([table, pk?.S, sk?.S]);
    const known = first.get(name) ?? read(table, { ...(pk && { pk }), ...(sk && { sk }) });
    first.set(name, known);
    return known;
  };
  const watched: Engine["send"] = async (operation, input) => {
    await Promise.all(writtenBy(operation, input).map(look));
    return send(operation, input);
  };
  Object.assign(engine, { send: watched });

  const now = async (): Promise<Whole> => {
    const known = await Promise.all(
      [...first].map(async ([name, held]) => [name, await read((await held).table, (await held).key)] as const),
    );
    return new Map(known);
  };
  const since = async (before: Whole): Promise<Difference> => {
    const found: { before: Held | undefined; after: Held }[] = [];
    for (const [name, after] of await now()) {
      // How often somebody tries is counted by the minute, and is no part of what came of it.
      if (after.key.pk?.S?.startsWith("Q#rate-")) continue;
      const was = before.get(name) ?? (await first.get(name));
      if (was?.text !== after.text) found.push({ before: was, after });
    }
    return found;
  };
  return {
    begin() {
      first.clear();
      return new Map();
    },
    now,
    since,
    async putBack(before) {
      for (const { before: was, after } of await since(before)) {
        if (was?.item) await send("PutItem", { TableName: after.table, Item: was.item });
        else await send("DeleteItem", { TableName: after.table, Key: after.key });
      }
    },
  };
}

function writtenBy(operation: string, input: unknown): Written[] {
  if (operation === "TransactWriteItems") {
    const { TransactItems } = input as { TransactItems: Record<string, Written>[] };
    return TransactItems.flatMap(({ ConditionCheck: _, ...writes }) => Object.values(writes));
  }
  if (operation === "BatchWriteItem") {
    const { RequestItems } = input as { RequestItems: Record<string, Record<string, Written>[]> };
    return Object.entries(RequestItems).flatMap(([TableName, all]) =>
      all.flatMap((one) => Object.values(one).map((write) => ({ ...write, TableName }))),
    );
  }
  return /^(Put|Update|Delete)Item$/.test(operation) ? [input as Written] : [];
}

/** What kind of items a difference has, ids and hashes left out: the same act leaves the same, however often it began. */
export function shapeOf(difference: Difference): string[] {
  return difference
    .map(({ before, after }) => {
      const sign = after.item === undefined ? "-" : before?.item === undefined ? "+" : "*";
      return `${sign} ${after.table} ${kindOf(after.key.pk)} ${kindOf(after.key.sk)}`;
    })
    .sort();
}

const kindOf = (key: { S?: string } | undefined) =>
  (key?.S ?? "").replace(/[\w-]{20,}|[0-9a-z]{15,}|\d{13,}/g, "~").replace(/^F#[0-9a-z]{8}$/, "F#~");
