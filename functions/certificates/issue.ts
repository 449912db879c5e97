import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { certificateNo } from "../../shared/words/certificate.ts";
import type { Effect } from "../flows/effect.ts";
import { getItem } from "../store/items.ts";
import type { Key } from "../store/table.ts";

const seriesItem = z.object({ seq: z.int() });
/** How many certificates a community has issued in a year. */
const seriesKey = (community: string, year: string): Key => ({ pk: `L#certificates#${community}`, sk: year });

/**
 * A certificate is issued under the next number of its year (编号), which stands on the last one as it was read: two that
 * are issued at once have two numbers, and none is left out.
 */
export const issueNumbered: Effect = async (deps, { community }, { actor }) => {
  const year = dayOf(deps.now()).slice(0, 4);
  const key = seriesKey(community, year);
  const held = await getItem(deps, key);
  const seen = held ? seriesItem.parse(held).seq : 0;
  const Put = {
    TableName: deps.tables.records,
    Item: { ...key, seq: seen + 1 },
    ...(seen === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : { ConditionExpression: "seq = :seen", ExpressionAttributeValues: { ":seen": seen } }),
  };
  return {
    extra: [{ item: { Put }, refusal: () => new Refusal("stale") }],
    also: { no: certificateNo(year, seen + 1), issuedBy: actor.name },
  };
};
