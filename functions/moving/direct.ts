import * as z from "zod/mini";
import { dayOf } from "../../shared/rules/calendar.ts";
import { setPassedDay } from "../flows/pass.ts";
import type { Deps } from "../http/deps.ts";
import { reachedDay, setReachedDay } from "../retention/calendar.ts";
import { adoptReceipts, arrivedReceipt } from "./adopt-receipts.ts";
import { packKeys, travellingKeys, unpackKeys } from "./travelling-keys.ts";

const community = z.string().check(z.regex(/^\d{12}$/));
const passphrase = z.string().check(z.minLength(12), z.maxLength(200));
const day = z.iso.date();

const asked = z.union([
  z.strictObject({ packKeys: z.strictObject({ community, passphrase }) }),
  z.strictObject({ unpackKeys: z.strictObject({ community, passphrase, keys: travellingKeys }) }),
  z.strictObject({ adopt: z.strictObject({ receipts: z.array(arrivedReceipt).check(z.maxLength(500)) }) }),
  z.strictObject({ lookBackTo: z.strictObject({ due: z.optional(day), pass: z.optional(day) }) }),
]);

/** Whether an event is such a question; changes and the clock ask otherwise. */
export const isMove = (event: object): boolean =>
  ["packKeys", "unpackKeys", "adopt", "lookBackTo"].some((name) => name in event);

/**
 * What a community's move asks of the functions (整体迁移), and only those may ask who may invoke the function itself
 * (IAM, or whoever runs the machine): they alone know the keys.
 */
export async function answerMove(deps: Deps, event: unknown): Promise<object> {
  const move = z.parse(asked, event);
  if ("packKeys" in move) return { keys: await packKeys(deps, move.packKeys.community, move.packKeys.passphrase) };
  if ("unpackKeys" in move) {
    const { keys, ...given } = move.unpackKeys;
    return { keys: await unpackKeys(deps, given.community, given.passphrase, keys) };
  }
  if ("adopt" in move) {
    await adoptReceipts(deps, move.adopt.receipts);
    return { receipts: move.adopt.receipts.length };
  }
  await lookBackTo(deps, move.lookBackTo);
  return {};
}

/** Calendars that were passed over here before the community came are walked again from its earliest day. */
async function lookBackTo(deps: Deps, { due, pass }: { due?: string | undefined; pass?: string | undefined }) {
  const today = dayOf(deps.now());
  if (due !== undefined && due < ((await reachedDay(deps)) ?? today)) await setReachedDay(deps, due);
  if (pass !== undefined && pass < today) await setPassedDay(deps, pass);
}
