import { areaTree } from "./area-tree.ts";
import type { Plan } from "./suppression-plan.ts";

/** How many people stand behind a sum, by community. */
type Contributors = ReadonlyMap<string, number>;

/** Which sums over people are told in a month, with all that was told in the months of the year before it. */
export type SumsPlan = {
  hidden(area: string): boolean;
  readonly months: readonly { readonly contributors: Contributors; readonly told: ReadonlySet<string> }[];
};

/**
 * Which sums over people (hours, amounts of money) are told (求和数据保护). The minimum frequency rule for magnitude tables
 * (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4), applied to differences too: a sum is told of
 * `threshold` people or more, and only if the people behind it are as many as, or at least `threshold` more or fewer
 * than, in every earlier month of the year in which it was told. The same holds for what is left of a street or district
 * after taking away all that is told below it. So two answers never tell the share of the few who joined or left.
 */
export function protectSums(wanted: {
  readonly contributors: Contributors;
  /** What of the number of people itself is hidden. */
  readonly counts: Pick<Plan, "hidden">;
  readonly threshold: number;
  readonly before?: SumsPlan | undefined;
}): SumsPlan {
  const { contributors, counts, threshold } = wanted;
  const earlier = wanted.before?.months ?? [];
  const told = new Set<string>();
  /** Whether few came or went since some earlier month, of those that `isKnown` looks at. */
  const isNear = (communities: readonly string[], isKnown = (_told: ReadonlySet<string>) => true) =>
    earlier.some((month) => {
      const difference = Math.abs(sumOf(contributors, communities) - sumOf(month.contributors, communities));
      return difference > 0 && difference < threshold && isKnown(month.told);
    });
  const codes = [...new Set([...contributors.keys(), ...earlier.flatMap((month) => [...month.contributors.keys()])])];
  // Communities before their street, streets before their district.
  for (const area of [...areaTree(codes).codes].sort((a, b) => b.length - a.length)) {
    const communities = codes.filter((code) => code.startsWith(area));
    const below = (shown: ReadonlySet<string>) => [...shown].filter((one) => one.length > area.length);
    const without = (shown: ReadonlySet<string>) =>
      communities.filter((code) => !below(shown).some((one) => code.startsWith(one)));
    const rest = without(told);
    const few = sumOf(contributors, rest);
    // An area was known when it was told, or all of it was in parts.
    const wasKnown = (shown: ReadonlySet<string>) => shown.has(area) || without(shown).length === 0;
    const isFew = few > 0 && few < threshold;
    const isWhole = rest.length === communities.length;
    if (!counts.hidden(area, []) && !isFew && !isNear(communities, wasKnown) && (isWhole || !isNear(rest)))
      told.add(area);
  }
  return { hidden: (area) => !told.has(area), months: [...earlier, { contributors, told }] };
}

const sumOf = (contributors: Contributors, communities: readonly string[]) =>
  communities.reduce((sum, code) => sum + (contributors.get(code) ?? 0), 0);
