import { indexKeyOf } from "./keys.ts";
import { choice, type Members } from "./request.ts";
import type { Stored } from "./stored.ts";
import type { IndexDefinition, Table } from "./tables.ts";
import { attributeOf, emptyItem, type Item } from "./values/attribute-value.ts";
import { equal } from "./values/compare.ts";
import { itemBytes } from "./values/size.ts";
import type { Written } from "./write-item.ts";

/** The units a request consumed, by the documented rules, reported as far as the request asked for it. */
export type Capacity = {
  read(table: Table, index: IndexDefinition | undefined, units: number): void;
  write(written: Written, times: number): void;
  /** For a request about one table. */
  one(): { ConsumedCapacity?: unknown };
  /** For a batch or a transaction, table by table. */
  each(): { ConsumedCapacity?: unknown };
};

type Tally = { table: number; indexes: Map<string, number>; read: number; write: number };

export function countCapacity(members: Members): Capacity {
  const wanted = choice(members, "ReturnConsumedCapacity", ["NONE", "TOTAL", "INDEXES"], "NONE");
  const tallies = new Map<string, Tally>();
  const tallyOf = ({ definition: { name } }: Table): Tally => {
    const found = tallies.get(name) ?? { table: 0, indexes: new Map(), read: 0, write: 0 };
    tallies.set(name, found);
    return found;
  };
  const add = (tally: Tally, index: IndexDefinition | undefined, units: number): void => {
    if (index) tally.indexes.set(index.name, (tally.indexes.get(index.name) ?? 0) + units);
    else tally.table += units;
  };
  const report = (name: string, tally: Tally, split: boolean): Record<string, unknown> => ({
    TableName: name,
    CapacityUnits: tally.read + tally.write,
    ...(split && tally.read > 0 && { ReadCapacityUnits: tally.read }),
    ...(split && tally.write > 0 && { WriteCapacityUnits: tally.write }),
    ...(wanted === "INDEXES" && { Table: { CapacityUnits: tally.table } }),
    ...(wanted === "INDEXES" &&
      tally.indexes.size > 0 && {
        GlobalSecondaryIndexes: Object.fromEntries(
          [...tally.indexes].map(([index, units]) => [index, { CapacityUnits: units }]),
        ),
      }),
  });
  return {
    read(table, index, units) {
      if (wanted === "NONE") return;
      const tally = tallyOf(table);
      tally.read += units;
      add(tally, index, units);
    },
    write({ action: { table }, before, after }, times) {
      if (wanted === "NONE") return;
      const tally = tallyOf(table);
      const units = times * writeUnits(Math.max(before?.bytes ?? 0, after?.bytes ?? 0));
      tally.write += units;
      add(tally, undefined, units);
      for (const index of table.definition.indexes) {
        const more = times * indexUnits(table, index, before, after);
        tally.write += more;
        if (more > 0) add(tally, index, more);
      }
    },
    one() {
      const [first] = tallies;
      return first ? { ConsumedCapacity: report(...first, false) } : {};
    },
    each: () =>
      wanted === "NONE" ? {} : { ConsumedCapacity: [...tallies].map(([name, tally]) => report(name, tally, true)) },
  };
}

/** One unit for each 4 KB begun, half of that when the read need not be consistent. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

/** One unit for each 1 KB begun. */
const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

/** What an index costs: nothing if its entry stays as it is, twice if the entry moves. */
function indexUnits(
  table: Table,
  index: IndexDefinition,
  before: Stored | undefined,
  after: Stored | undefined,
): number {
  const old = before && indexKeyOf(index, before.item);
  const fresh = after && indexKeyOf(index, after.item);
  const was = old && before ? projected(table, index, before.item) : undefined;
  const is = fresh && after ? projected(table, index, after.item) : undefined;
  if (!was && !is) return 0;
  if (!was || !is) return writeUnits(itemBytes(was ?? is ?? emptyItem()));
  if (old?.hash !== fresh?.hash || old?.range !== fresh?.range) {
    return writeUnits(itemBytes(was)) + writeUnits(itemBytes(is));
  }
  return equal({ M: was }, { M: is }) ? 0 : writeUnits(Math.max(itemBytes(was), itemBytes(is)));
}

/** An item as an index has it. */
export function projected(table: Table, index: IndexDefinition, item: Item): Item {
  if (index.projection === "ALL") return item;
  const result = emptyItem();
  for (const { hash, range } of [table.definition.keys, index.keys]) {
    for (const name of range === undefined ? [hash] : [hash, range]) {
      const value = attributeOf(item, name);
      if (value) result[name] = value;
    }
  }
  return result;
}
