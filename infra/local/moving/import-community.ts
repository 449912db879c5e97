import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import type { KeptItem } from "../../../shared/rules/moving/owner.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { BackupRefused } from "../backup.ts";
import { engineClient } from "../dynamodb/request-handler.ts";
import type { House } from "./export-community.ts";
import { type MovedItem, type MovingFile, openMovingFile, TABLES, type Table } from "./file.ts";
import { tableNamed } from "./stored-items.ts";

/**
 * When a kind of item is written. Figures come before the records, so that what the stream then counts is counted
 * already; what acts by itself or lets somebody in comes last, and the community's own place at the very end.
 */
type Turn = "figures" | "records" | "receipts" | "last" | "place" | "apart";

export type Moved = { readonly community: string; readonly name: string; readonly items: number };

/**
 * Takes in a community from a file (整体迁入). Until the last write nobody sees it; an import that was cut off is begun
 * again with the same file and ends the same. Refused where the community has been at work already.
 */
export async function importCommunity(house: House, path: string, passphrase: string): Promise<Moved> {
  const file = await openMovingFile(path);
  const { community, name, keys } = file.head;
  const tables = await openTables(house);
  await mustBeFree(tables, file);
  const arrived = z
    .object({ keys: z.enum(["taken", "wrong-passphrase", "other-keys"]) })
    .parse(await house.invoke({ unpackKeys: { community, passphrase, keys } })).keys;
  if (arrived === "wrong-passphrase") throw new BackupRefused("This is not the passphrase of the file.");
  if (arrived === "other-keys") throw isAtWork(community);
  await tables.put("records", [{ ...markKey(community), sha256: file.sha256, state: "begun" }]);

  let items = 0;
  const write = async (turn: Turn): Promise<void> => {
    for await (const some of bundles(file, turn)) {
      for (const table of TABLES) await tables.put(table, some.filter((one) => one.table === table).map(itemOf));
      items += some.length;
    }
  };
  // Once records have come the stream counts on, and the figures are not what they were in the file.
  if ((await tables.get(markKey(community)))?.figures !== true) {
    await write("figures");
    await tables.put("records", [{ ...markKey(community), sha256: file.sha256, state: "begun", figures: true }]);
  }
  await write("records");
  for await (const some of bundles(file, "receipts")) {
    await house.invoke({ adopt: { receipts: some.map(({ item: { sk: _, ...rest } }) => rest) } });
    items += some.length;
  }
  await house.invoke({ lookBackTo: await earliestDays(file) });
  await write("last");
  for await (const [place] of bundles(file, "place")) {
    if (place) await tables.open(place.item, { ...markKey(community), sha256: file.sha256, state: "done" });
  }
  return { community, name, items: items + 1 };
}

/** Says that a community came from a file; it stands with the keys, and moves no further. */
const markKey = (community: string) => ({ pk: `S#${community}`, sk: "MOVED" });

async function mustBeFree(tables: Tables, { head: { community }, sha256 }: MovingFile): Promise<void> {
  const mark = await tables.get(markKey(community));
  if (mark?.sha256 === sha256 && mark.state === "begun") return;
  if (mark?.sha256 === sha256) throw new BackupRefused(`${community} has been imported from this file already.`);
  if (mark?.state === "begun") {
    throw new BackupRefused(`An import of ${community} from another file was cut off. Finish that one first.`);
  }
  const lists = [...REGISTERS.keys()].map((name) => `R#${name}#${community}`);
  for (const pk of [...lists, `G#${community}`]) if (await tables.holds(pk)) throw isAtWork(community);
  const street = { pk: `C#${community.slice(0, 6)}`, sk: community.slice(0, 9) };
  if (!(await tables.get(street))) {
    throw new BackupRefused(`The street ${street.sk} is not here. Let the area's account create it first.`);
  }
}

const isAtWork = (community: string) => new BackupRefused(`${community} has records here already.`);

function turnOf({ table, item }: MovedItem): Turn {
  if (table === "counts") return "figures";
  if (table === "accounts") return "records";
  const [kind = ""] = item.pk.split("#");
  if (kind === "K") return "figures";
  if (kind === "C") return "place";
  if (kind === "E" || kind === "F" || kind === "G") return "last";
  // A survey's receipt is found by its address alone; the others by a printed code too.
  const isReceipt = kind === "Q" && item.sk === "RECEIPT" && item.kind !== "survey";
  return isReceipt ? "receipts" : "records";
}

/** The items of one turn, 25 at a time, as many as a batch may have. */
async function* bundles(file: MovingFile, turn: Turn): AsyncGenerator<MovedItem[]> {
  let some: MovedItem[] = [];
  for await (const moved of file.items()) {
    if (turnOf(moved) !== turn) continue;
    some.push(moved);
    if (some.length < 25) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

const itemOf = ({ item }: MovedItem) => item;

/** The first days on which the community's calendars hold anything. */
async function earliestDays(file: MovingFile): Promise<{ due?: string; pass?: string }> {
  const days: { due?: string; pass?: string } = {};
  for await (const { table, item } of file.items()) {
    const [kind, calendar, day] = item.pk.split("#");
    if (table !== "records" || kind !== "E" || day === undefined) continue;
    if (calendar !== "due" && calendar !== "pass") continue;
    const before = days[calendar];
    if (before === undefined || day < before) days[calendar] = day;
  }
  return days;
}

type Key = { readonly pk: string; readonly sk: string };
type Tables = Awaited<ReturnType<typeof openTables>>;

async function openTables({ engine }: House) {
  const documents = DynamoDBDocumentClient.from(engineClient(engine));
  const { TableNames } = z.object({ TableNames: z.array(z.string()) }).parse(await engine.send("ListTables", {}));
  const names = new Map(TableNames.map((name) => [tableNamed(name), name]));
  const nameOf = (table: Table): string => {
    const name = names.get(table);
    if (name === undefined) throw new Error(`There is no table of ${table}`);
    return name;
  };
  const TableName = nameOf("records");
  return {
    get: async (Key: Key) => (await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item,
    holds: async (pk: string): Promise<boolean> => {
      const found = new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
        Limit: 1,
        ConsistentRead: true,
      });
      return ((await documents.send(found)).Items ?? []).length > 0;
    },
    /** Writes items, at most 25. Accounts that are here already stay as they are. */
    put: async (table: Table, items: readonly KeptItem[]): Promise<void> => {
      if (table === "accounts") {
        for (const Item of items) await putNew(documents, nameOf(table), Item);
        return;
      }
      let left = items.map((Item) => ({ PutRequest: { Item } }));
      while (left.length > 0) {
        const sent = await documents.send(new BatchWriteCommand({ RequestItems: { [nameOf(table)]: left } }));
        left = (sent.UnprocessedItems?.[nameOf(table)] ?? []) as typeof left;
      }
    },
    /** The community can be seen from the very write that says its import is done. */
    open: async (place: KeptItem, mark: KeptItem): Promise<void> => {
      const TransactItems = [place, mark].map((Item) => ({ Put: { TableName, Item } }));
      await documents.send(new TransactWriteCommand({ TransactItems }));
    },
  };
}

async function putNew(documents: DynamoDBDocumentClient, TableName: string, Item: KeptItem): Promise<void> {
  const put = new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" });
  await documents.send(put).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === "ConditionalCheckFailedException")) throw error;
  });
}
