import { Refusal } from "../../shared/contract/refusal.ts";
import { timeOfId } from "../../shared/rules/time-id.ts";
import type { Value } from "../../shared/schema/field.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { residentActor } from "../../shared/words/flows.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import { planCreate } from "../records/plan.ts";
import { receiptItem, receiptKeysOf, receiptOf } from "../sign-ups/receipts.ts";
import { getRecord } from "../store/records.ts";

/** Longer than any case is open and kept. */
const RECEIPT_DAYS = 5 * 365;

export type Opinion = {
  readonly community: string;
  /** The code of the form it was sent by. */
  readonly form: string;
  /** The number of the page it was written on, and the ticket of the page's content: the same is the same opinion. */
  readonly nonce: string;
  readonly ticket: string;
  readonly given: Readonly<Record<string, Value>>;
  readonly name?: string;
  readonly phone?: string;
  readonly consent: Readonly<Record<string, string>>;
};

/** The id of an opinion: in order of the time its page was opened. */
export function opinionId({ nonce, ticket }: Pick<Opinion, "nonce" | "ticket">): string {
  return (timeOfId(nonce) ?? "0000000000") + ticket;
}

/** Takes a resident's opinion into the cases, with its receipt, in one transaction; sent again, it is the same one. */
export async function sendOpinion(deps: Deps, opinion: Opinion): Promise<string> {
  const { community, form, given, name, phone, consent } = opinion;
  const register = registerNamed("cases");
  if (!register) throw new Error("There is no list of cases");
  const id = opinionId(opinion);
  if (await getRecord(deps, register.name, community, id, { deleted: true })) return id;
  const party = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
  const parties = Object.keys(party).length > 0 ? { parties: [{ ...party, role: "reporter" }] } : {};
  const keys =
    phone === undefined
      ? [receiptItem(await receiptOf(deps, community, id))]
      : await receiptKeysOf(deps, community, id, phone);
  const ttl = Math.floor(deps.now() / 1000) + RECEIPT_DAYS * 86_400;
  const plan = await planCreate(
    deps,
    register,
    community,
    { ...given, ...parties, channel: "qr" },
    { actor: residentActor, action: "create" },
    {
      id,
      extra: keys.map((key) => ({
        item: {
          Put: { TableName: deps.tables.records, Item: { ...key, kind: "opinion", community, form, id, consent, ttl } },
        },
        refusal: () => new Refusal("stale"),
      })),
    },
  );
  try {
    await commit(deps, [plan]);
  } catch (error) {
    const twin = error instanceof Refusal && error.code === "stale";
    if (!twin || !(await getRecord(deps, register.name, community, id, { deleted: true }))) throw error;
  }
  return id;
}
