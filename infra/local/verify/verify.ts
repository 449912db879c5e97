import { createHash } from "node:crypto";
import { shortHash } from "../../../shared/rules/blocks/block.ts";
import type { Break } from "../../../shared/rules/blocks/break.ts";
import type { Evidence } from "../../../shared/rules/blocks/check.ts";
import { type Collected, collect, firstBreak } from "../../../shared/rules/blocks/stored.ts";
import type { KeptItem } from "../../../shared/rules/moving/owner.ts";
import type { Held } from "../../../shared/words/verify.ts";

export type Verdict = { readonly community: string; readonly held: Held; readonly broken?: Break };

/** A head as somebody copied it from the public board of a community: number of the block, short hash. */
export type PrintedHead = NonNullable<Evidence["printed"]> & { readonly community: string };

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");

/** Works out the past of every community among these items, or of one, again (校验). */
export async function verify(
  items: AsyncIterable<KeptItem>,
  wanted: {
    readonly community?: string | undefined;
    readonly printed?: PrintedHead | undefined;
    /** Whether the items are a whole database; else each community tells by what it holds. */
    readonly whole?: boolean;
  } = {},
): Promise<Verdict[]> {
  const all = new Map<string, Collected>();
  for await (const item of items) collect(all, item);
  return [...all.values()]
    .filter(({ community }) => wanted.community === undefined || community === wanted.community)
    .map((collected) => {
      const { community } = collected;
      const printed = wanted.printed?.community === community ? wanted.printed : undefined;
      // A staff export leaves the records out; a copy of the database has them, or somebody has taken them out of it.
      const whole = wanted.whole ?? collected.records.size > 0;
      const broken = firstBreak(collected, { printed, whole }, hashOf);
      return { community, held: heldOf(collected, whole), ...(broken && { broken }) };
    });
}

function heldOf({ community, blocks, entries, records, vouchers, posted }: Collected, whole: boolean): Held {
  const last = blocks.toSorted((a, b) => a.number - b.number).at(-1);
  const emptied = new Set(entries.filter(({ entry }) => entry.emptied).map(({ list, entry }) => `${list}#${entry.id}`));
  const sealed = new Set(blocks.flatMap((block) => Object.values(block.entries).flat().map(hashIn)));
  return {
    community,
    entries: entries.length,
    waiting: entries.filter(({ entry }) => !sealed.has(entry.hash)).length,
    bare: entries.filter(({ entry }) => entry.changes === undefined).length,
    emptied: emptied.size,
    ...(whole && {
      beside: {
        records: [...records.values()].filter((record) => !("deleted" in record)).length,
        vouchers: vouchers.seq,
        posted: posted.seq,
      },
    }),
    ...(last && { latest: { number: last.number, day: last.day, short: shortHash(last.hash) } }),
  };
}

const hashIn = (leaf: string) => leaf.slice(leaf.lastIndexOf("#") + 1);
