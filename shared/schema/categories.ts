import type { CodeList } from "./codes.ts";
import type { Label } from "./label.ts";
import type { Dimension } from "./statistic.ts";

/** Where a record says nothing about a breakdown. */
export const UNSTATED: Dimension["categories"] = { unstated: { zh: "未填", en: "Not stated" } };

/** Codes of a list as categories of a breakdown, all of them or these in this order. */
export function categoriesOf(
  { codes }: CodeList,
  keys: readonly string[] = Object.keys(codes),
): Dimension["categories"] {
  return Object.fromEntries(
    keys.flatMap((key): [string, Label][] => {
      const code = codes[key];
      return code ? [[key, { zh: code.zh, en: code.en }]] : [];
    }),
  );
}

/** The codes of a list, and one more for records that say nothing. */
export function withUnstated(codes: CodeList): Dimension["categories"] {
  return { ...categoriesOf(codes), ...UNSTATED };
}
