import { Refusal } from "../../shared/contract/refusal.ts";
import { lastDayOf } from "../../shared/rules/calendar.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { allRecords } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { restrictedKey } from "./keys.ts";

/**
 * What an approved voucher does to the restricted fund it names (专款, L14): income adds, an expense takes. An expense
 * holds its money from the approval on, so that two never spend the same; the condition stands on the fund's own item.
 */
export function restrictedItems(deps: Deps, community: string, values: Values): PlannedItem[] {
  if (typeof values.restrictedFund !== "string") return [];
  const amountFen = Number(values.amountFen);
  const isIn = values.kind === "in";
  const moved = isIn ? amountFen : -amountFen;
  const item = {
    Update: {
      TableName: deps.tables.records,
      Key: restrictedKey(community, values.restrictedFund),
      UpdateExpression: `ADD balanceFen :moved, ${isIn ? "inFen" : "outFen"} :amount`,
      ExpressionAttributeValues: { ":moved": moved, ":amount": amountFen, ...(moved < 0 && { ":least": -moved }) },
      ...(moved < 0 && { ConditionExpression: "balanceFen >= :least" }),
    },
  };
  return [{ item, refusal: () => new Refusal("conflict", [{ path: "restrictedFund", code: "overdrawn-restricted" }]) }];
}

/** A restricted fund with what came, what was approved to be spent, and what is left. */
export type RestrictedView = {
  readonly id: string;
  readonly name: string;
  readonly inFen: number;
  readonly outFen: number;
  readonly balanceFen: number;
};

export async function restrictedFunds(deps: Deps, community: string): Promise<RestrictedView[]> {
  const funds: RestrictedView[] = [];
  for await (const { id, values } of allRecords(deps, "restricted-funds", community)) {
    const { inFen = 0, outFen = 0, balanceFen = 0 } = (await getItem(deps, restrictedKey(community, id))) ?? {};
    const sums = { inFen: Number(inFen), outFen: Number(outFen), balanceFen: Number(balanceFen) };
    funds.push({ id, name: String(values.name), ...sums });
  }
  return funds;
}

/** Restricted funds by what the books hold at the end of a month, with what moved in it: what is made public (S6.10). */
export async function restrictedIn(deps: Deps, community: string, month: string): Promise<RestrictedView[]> {
  const sums = new Map<string, { inFen: number; outFen: number; balanceFen: number }>();
  for await (const { values } of allRecords(deps, "vouchers", community)) {
    const { restrictedFund, bookedOn, kind, amountFen } = values;
    if (typeof restrictedFund !== "string" || typeof bookedOn !== "string" || bookedOn > lastDayOf(month)) continue;
    const sum = sums.get(restrictedFund) ?? { inFen: 0, outFen: 0, balanceFen: 0 };
    const side = kind === "in" ? "inFen" : "outFen";
    if (bookedOn.startsWith(month)) sum[side] += Number(amountFen);
    sum.balanceFen += kind === "in" ? Number(amountFen) : -Number(amountFen);
    sums.set(restrictedFund, sum);
  }
  const funds: RestrictedView[] = [];
  for await (const { id, values } of allRecords(deps, "restricted-funds", community)) {
    const sum = sums.get(id);
    if (sum && Object.values(sum).some((fen) => fen !== 0)) funds.push({ id, name: String(values.name), ...sum });
  }
  return funds;
}
