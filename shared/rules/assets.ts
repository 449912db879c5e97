import { assetFound } from "../codes/asset.ts";
import { codeLabel } from "../schema/codes.ts";
import type { Values } from "../schema/field.ts";

/** An asset as a count looks at it (盘点). */
export type Counted = Values;

const isThere = ({ state }: Counted) => state !== "scrapped";
const boughtBy = (day: string) => (asset: Counted) => String(asset.bought) <= day;

/** Assets that were there when a count began and that nobody has looked at since (未盘点). */
export function uncounted(assets: readonly Counted[], started: string): readonly Counted[] {
  return assets
    .filter(isThere)
    .filter(boughtBy(started))
    .filter(({ lastCount = "" }) => String(lastCount) < started);
}

/** Whether an asset was found otherwise than the books have it (盘点差异). */
export const differs = ({ found }: Counted): boolean => typeof found === "string" && found !== "found";

/** What a count comes to: how many assets of what value, and what differs, one a line. */
export function countedSince(assets: readonly Counted[], started: string) {
  const there = assets.filter(isThere).filter(({ lastCount = "" }) => String(lastCount) >= started);
  const differing = there.filter(differs);
  return {
    assets: there.length,
    valueFen: there.reduce((sum, { value }) => sum + Number(value ?? 0), 0),
    differing: differing.length,
    differences: differing.length === 0 ? null : linesWithin(differing.map(differenceLine)),
  };
}

/** A difference in the words of the paper that is signed. */
function differenceLine({ no, name, found, countNote }: Counted): string {
  return `${no} ${name}：${codeLabel(assetFound, String(found), "zh")}，${countNote ?? ""}`;
}

/** Longer lists stand in the list of assets itself. */
const LIST_MAX = 8000;

function linesWithin(lines: readonly string[]): string {
  const text = lines.join("\n");
  return text.length <= LIST_MAX ? text : `${text.slice(0, LIST_MAX - 1)}…`;
}
