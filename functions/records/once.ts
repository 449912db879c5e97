import { createHash } from "node:crypto";
import { Refusal } from "../../shared/contract/refusal.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import { sortableDigits, timeOfId } from "../../shared/rules/time-id.ts";
import type { Value, Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { historyOf } from "../store/history.ts";
import type { SealedValue, StoredRecord } from "../store/records.ts";
import type { WriteContext } from "./context.ts";

export type Once = NonNullable<WriteContext["once"]>;

/** What makes a repeated request the same one (幂等键): the caller's key and a hash of what was sent. */
export function onceOf(account: string, key: string | undefined, body: unknown): Once | undefined {
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > 200) throw new Refusal("unreadable");
  const [base = "", row = "0"] = key.split("#");
  const time = timeOfId(base);
  // A key that tells the time puts what is written under it in its place, pasted rows in their order.
  const place = time === undefined ? undefined : time + sortableDigits(Number(row) || 0, 3);
  return { key: shortHash([account, key]), body: shortHash(body), ...(place !== undefined && { place }) };
}

/** The id of a record that is created under a key: the same key can create but one. */
export function onceId(register: string, community: string, once: Once): string {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  const bytes = createHash("sha256")
    .update(canonicalJson([register, community, once.key]))
    .digest();
  const place = once.place ?? "";
  return place + Array.from(bytes.subarray(0, 26 - place.length), (byte) => alphabet.charAt(byte % 32)).join("");
}

/** The answer already given under this key, if any; refused when the key was used for something else. */
export async function givenBefore(
  deps: Deps,
  record: StoredRecord,
  once: Once | undefined,
): Promise<StoredRecord | undefined> {
  if (!once) return undefined;
  const found = record.once.find(([, key]) => key === once.key);
  if (!found) return undefined;
  if (found[2] !== once.body) throw new Refusal("key-reused");
  return recordAt(deps, record, found[0]);
}

/** Refuses a key that one of these records was written under with another content. */
export function refuseReused(records: readonly StoredRecord[], keys: readonly Once[]): void {
  const bodies = new Map(keys.map(({ key, body }) => [key, body]));
  const written = records.flatMap((record) => record.once);
  if (written.some(([, key, body]) => (bodies.get(key) ?? body) !== body)) throw new Refusal("key-reused");
}

/** A record as it was at an earlier version: its history taken back, newest first. */
export async function recordAt(deps: Deps, record: StoredRecord, version: number): Promise<StoredRecord> {
  if (record.version === version) return record;
  const values: Record<string, Value> = { ...record.values };
  const sealed: Record<string, SealedValue> = { ...record.sealed };
  let { updatedAt, updatedBy } = record;
  for (const entry of await historyOf(deps, record)) {
    if (entry.version === version && entry.action !== "reveal") {
      updatedAt = entry.at;
      updatedBy = entry.by;
      break;
    }
    for (const [key, [before]] of Object.entries(entry.changes)) {
      delete values[key];
      delete sealed[key];
      if (typeof before === "object" && before !== null && "box" in before) sealed[key] = before;
      else if (before !== null) values[key] = before;
    }
  }
  const steps = record.steps?.filter(({ at }) => at <= updatedAt);
  return { ...record, version, values: values satisfies Values, sealed, updatedAt, updatedBy, ...(steps && { steps }) };
}

function shortHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("base64url").slice(0, 22);
}
