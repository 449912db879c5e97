import { canonicalJson } from "../canonical-json.ts";
import type { Break } from "./break.ts";
import type { BareEntry, HashedEntry } from "./entry.ts";

/** A record as it is kept. */
export type AsKept = {
  readonly version: number;
  readonly head: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly sealed: Readonly<Record<string, unknown>>;
};

/** What a record shows that its history does not say, or the other way round. */
export function recordBreak(
  { list, entries }: { readonly list: string; readonly entries: readonly (HashedEntry | BareEntry)[] },
  record: AsKept | undefined,
): Break | undefined {
  const last = entries.at(-1);
  if (!last) return undefined;
  const { id, version, at } = last;
  const where = { list, id, version, at };
  const said = valuesAfter(entries);
  // A deleted record is remembered for a while only.
  if (!record) return said.size === 0 ? undefined : { code: "record-missing", ...where };
  const shown = new Map([...Object.entries(record.values), ...Object.entries(record.sealed)]);
  for (const column of new Set([...said.keys(), ...shown.keys()])) {
    if (!isSame(said.get(column), shown.get(column))) return { code: "record-differs", ...where, column };
  }
  return record.version === version && record.head === last.hash ? undefined : { code: "record-differs", ...where };
}

/** The values that a record's entries, one after another, leave it with. */
function valuesAfter(entries: readonly (HashedEntry | BareEntry)[]): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { changes, emptied } of entries) {
    if (emptied) values.clear();
    for (const [column, [, now]] of Object.entries(changes ?? {})) {
      if (now === null) values.delete(column);
      else values.set(column, now);
    }
  }
  return values;
}

type Box = { readonly box: string; readonly mask: string };

/** A value sealed anew under another key is the same when its mask is: only who has the keys could say more. */
function isSame(said: unknown, shown: unknown): boolean {
  if (isBox(said) && isBox(shown) && keyOf(said) !== keyOf(shown)) return said.mask === shown.mask;
  return canonicalJson(said) === canonicalJson(shown);
}

const isBox = (value: unknown): value is Box =>
  typeof value === "object" && value !== null && "box" in value && "mask" in value;
const keyOf = ({ box }: Box) => box.split(".")[0];
