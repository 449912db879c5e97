import * as z from "zod/mini";
import type { Values } from "../../shared/schema/field.ts";
import { retentionActor } from "../../shared/words/retention.ts";
import type { Change } from "./count-changes.ts";

/** A value as DynamoDB writes it into its stream: one member that says the type. */
type Attribute = { readonly [type: string]: unknown };

/** An item of a stream as plain values; sets and binary do not occur in what we count. */
export function plainItem(image: Readonly<Record<string, Attribute>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]));
}

function plain(attribute: Attribute): unknown {
  const [type, value] = Object.entries(attribute)[0] ?? [];
  if (type === "N") return Number(value);
  if (type === "NULL") return null;
  if (type === "L" && Array.isArray(value)) return value.map(plain);
  // The type says that the value is a map of attributes again.
  if (type === "M" && value) return plainItem(value as Record<string, Attribute>);
  return value;
}

const recordItem = z.looseObject({
  version: z.int(),
  values: z._default(z.record(z.string(), z.unknown()), {}),
  deleted: z.optional(z.boolean()),
});

/** A stored record as something to count; a deleted one counts as gone. */
export function changeOf(register: string, id: string, item: Readonly<Record<string, unknown>>): Change {
  const { version, values, deleted } = recordItem.parse(item);
  // Counting looks at each value's type itself, so any JSON will do.
  return { register, id, version, values: deleted ? undefined : (values as Values) };
}

/** Whether a record was deleted at the end of its time, and by nobody. */
export function isEnded({ deleted, updatedBy }: Readonly<Record<string, unknown>>): boolean {
  return deleted === true && (updatedBy as { account?: string } | undefined)?.account === retentionActor.account;
}
