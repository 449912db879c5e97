import { createHash, createHmac } from "node:crypto";
import * as z from "zod/mini";
import { shortCode } from "../../shared/rules/short-code.ts";
import type { Deps } from "../http/deps.ts";
import { communityKey } from "../keys/community-keys.ts";
import { getItem } from "../store/items.ts";
import { receiptKey } from "./keys.ts";

const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";
/** Characters of 32: 130 bits that nobody guesses. */
const RECEIPT_LENGTH = 26;
/** Receipts given out earlier are the beginning of what they would be now, and open as long as they are kept. */
const EARLIER_LENGTH = 20;
const TOKEN_LENGTH = 16;

const signUpTarget = z.object({
  kind: z._default(z.literal("sign-up"), "sign-up"),
  community: z.string(),
  event: z.string(),
  id: z.string(),
});
/** The sign-up that somebody's receipt stands for. */
export type SignUpReceipt = z.infer<typeof signUpTarget>;

/** A survey that a page answered: the receipt does not lead to the answer. */
const surveyTarget = z.object({
  kind: z.literal("survey"),
  community: z.string(),
  record: z.string(),
  body: z.string(),
});
/** An opinion: its receipt leads to where it stands, and to its answer. */
const opinionTarget = z.object({
  kind: z.literal("opinion"),
  community: z.string(),
  form: z.string(),
  id: z.string(),
});
const target = z.union([surveyTarget, opinionTarget, signUpTarget]);
export type ReceiptTarget = z.infer<typeof target>;

/** The ticket of what a page sent: the same content of the same page is the same ticket. */
export async function ticketToken(deps: Deps, community: string, content: readonly unknown[]): Promise<string> {
  return base32(await keyed(deps, community, `ticket\n${JSON.stringify(content)}`), TOKEN_LENGTH);
}

/**
 * The secret by which a resident finds and cancels a sign-up (回执). It is worked out with the community's lasting key,
 * and kept nowhere.
 */
export async function receiptOf(deps: Deps, community: string, id: string): Promise<string> {
  return base32(await keyed(deps, community, `receipt\n${id}`), RECEIPT_LENGTH);
}

/** The code of eight characters printed on a receipt; it needs the phone's last four digits as well. */
export async function shortCodeOf(deps: Deps, community: string, id: string): Promise<string> {
  return shortCode((await keyed(deps, community, `short\n${id}`)).subarray(0, 12));
}

/** The keys under which a sign-up's receipt is found. */
export async function receiptKeysOf(deps: Deps, community: string, id: string, phone: string) {
  return [
    receiptItem(await receiptOf(deps, community, id)),
    receiptKey(await shortHash(deps, await shortCodeOf(deps, community, id), lastFour(phone))),
  ];
}

/** The key of what a receipt stands for; only its hash is kept. */
export const receiptItem = (receipt: string) => receiptKey(createHash("sha256").update(receipt).digest("base64url"));

/** The key under which a receipt stands that was given out earlier. */
export const earlierReceiptItem = (receipt: string) => receiptItem(receipt.slice(0, EARLIER_LENGTH));

/** What a receipt stands for. */
export async function receiptTarget(deps: Deps, receipt: string): Promise<ReceiptTarget | undefined> {
  if (!isReceipt(receipt)) return undefined;
  const item =
    (await getItem(deps, receiptItem(receipt))) ??
    (receipt.length > EARLIER_LENGTH ? await getItem(deps, earlierReceiptItem(receipt)) : undefined);
  return item && target.parse(item);
}

/** The receipt that belongs to a printed code and the last digits of the phone. */
export async function receiptByCode(deps: Deps, code: string, lastDigits: string): Promise<string | undefined> {
  const item = await getItem(deps, receiptKey(await shortHash(deps, code, lastDigits)));
  if (!item) return undefined;
  const { community, id } = z.union([opinionTarget, signUpTarget]).parse(item);
  return receiptOf(deps, community, id);
}

export const lastFour = (phone: string) => phone.replace(/\D/g, "").slice(-4);

function isReceipt(text: string): boolean {
  const isLong = text.length === RECEIPT_LENGTH || text.length === EARLIER_LENGTH;
  return isLong && [...text].every((char) => BASE32.includes(char));
}

/**
 * Keyed, because code and digits together are few enough to try out against a stolen table; with the installation's
 * key, because a code does not say which community's it is.
 */
async function shortHash(deps: Deps, code: string, lastDigits: string): Promise<string> {
  return createHmac("sha256", await deps.keys.subkey("receipt"))
    .update(`look-up\n${code}\n${lastDigits}`)
    .digest("base64url");
}

async function keyed(deps: Deps, community: string, text: string): Promise<Buffer> {
  return createHmac("sha256", await communityKey(deps, community, "receipt"))
    .update(text)
    .digest();
}

function base32(bytes: Uint8Array, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => BASE32.charAt(byte % 32)).join("");
}
