import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { monthKey, PLACES } from "../../../functions/counts/keys.ts";
import { amountsOfMonth } from "../../../functions/counts/months.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { type Amounts, COUNTED_REGISTERS, countAll } from "../../../shared/schema/statistics.ts";
import { openTestApi } from "../../support/api.ts";
import { openCountsPump } from "../../support/pump-counts.ts";
import { TEST_TABLES } from "../../support/tables.ts";

export const at = (moment: string) => Date.parse(`${moment}:00+08:00`);

/** Everything counting needs, on the real engine, and records put there as any writer would leave them. */
export async function openWorld(now = "2026-10-20T09:00", options = {}) {
  const test = await openTestApi(options);
  test.clock.now = at(now);
  const pump = await openCountsPump(test, test.deps);
  const versions = new Map<string, number>();
  const put = async (community: string, register: string, id: string, values: Values | undefined) => {
    const version = (versions.get(`${community}/${register}/${id}`) ?? 0) + 1;
    versions.set(`${community}/${register}/${id}`, version);
    const Item = {
      pk: `R#${register}#${community}`,
      sk: id,
      version,
      values: values ?? {},
      ...(!values && { deleted: true }),
    };
    await test.deps.documents.send(new PutCommand({ TableName: TEST_TABLES.records, Item }));
  };
  return { ...test, pump, put };
}

/** A community's figures as they stand, zeros left out. */
export async function totalsOf(deps: Deps, community: string): Promise<Amounts> {
  const items = Object.values(PLACES).map(async (key) => {
    const get = new GetCommand({ TableName: TEST_TABLES.counts, Key: key(community), ConsistentRead: true });
    return (await deps.documents.send(get)).Item;
  });
  return figuresOf(Object.assign({}, ...(await Promise.all(items))));
}

/** A closed month's figures. */
export async function monthOf(deps: Deps, community: string, statistic: string, month: string) {
  const Key = monthKey(community, statistic, month);
  const { Item } = await deps.documents.send(
    new GetCommand({ TableName: TEST_TABLES.counts, Key, ConsistentRead: true }),
  );
  return Item && { cells: amountsOfMonth(statistic, Item), origin: String(Item.origin), version: Number(Item.version) };
}

/** The same figures counted from scratch: every record that is there, on that day. */
export async function recount(deps: Deps, community: string, day: string): Promise<Amounts> {
  return figuresOf(await countAll(recordsOf(deps, community), day));
}

async function* recordsOf(deps: Deps, community: string) {
  for (const register of COUNTED_REGISTERS) {
    const { Items = [] } = await deps.documents.send(
      new QueryCommand({
        TableName: TEST_TABLES.records,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `R#${register}#${community}` },
        ConsistentRead: true,
      }),
    );
    for (const item of Items) if (!item.deleted) yield { register, values: item.values as Values };
  }
}

const figuresOf = (item: Record<string, unknown>): Amounts =>
  Object.fromEntries(
    Object.entries(item).filter((entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] !== 0),
  );
