import type { Items } from "../store/items.ts";
import type { Key } from "../store/table.ts";

/** Counts one try, unless `max` were made in a window that has not ended; then when it ends. */
export async function tryUpTo(
  items: Items,
  key: Key,
  max: number,
  now: number,
  windowMs: number,
): Promise<number | undefined> {
  const another = { add: { tries: 1 }, condition: "#endsAt > :now AND #tries < :max", given: { now, max } };
  const endsAt = now + windowMs;
  const first = {
    set: { tries: 1, endsAt, ttl: Math.ceil(endsAt / 1000) + 3600 },
    condition: "attribute_not_exists(#pk) OR #endsAt <= :now",
    given: { now },
  };
  // Between the two another caller may open the window; then the first of them is asked once more.
  for (const attempt of [another, first, another]) if (await items.update(key, attempt)) return undefined;
  const item = await items.get(key);
  return typeof item?.endsAt === "number" ? item.endsAt : endsAt;
}

/** Takes back a try that turned out well. */
export async function giveBack(items: Items, key: Key): Promise<void> {
  await items.update(key, { add: { tries: -1 }, condition: "#tries > :none", given: { none: 0 } });
}
