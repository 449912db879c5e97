import { areaOf } from "../../shared/rules/division-code.ts";

export type Key = { readonly pk: string; readonly sk: string };

/** Records table: what a record counted as when it was last counted. */
export const countedPartition = (register: string, community: string) => `K#${register}#${community}`;
export const countedKey = (register: string, community: string, id: string): Key => ({
  pk: countedPartition(register, community),
  sk: id,
});

/** Records table: records that count otherwise from a day on, in order of days, so that nothing is searched for. */
export const duePartition = (community: string) => `K#due#${community}`;
export const dueKey = (community: string, day: string, register: string, id: string): Key => ({
  pk: duePartition(community),
  sk: `${day}#${register}#${id}`,
});

/** Records table: what counts together, by statistic and subject, with what each of its records contributes. */
export const jointKey = (community: string, subject: string): Key => ({ pk: `K#joint#${community}`, sk: subject });

/** Counts table: one small item for each community, a district in one partition. */
export const totalsPartition = (district: string) => `T#${district}`;
export const totalsKey = (community: string): Key => ({ pk: totalsPartition(areaOf(community)), sk: community });

/** Counts table: totals of indicators whose breakdowns stand apart, an item for each community like the other totals. */
export const sumsPartition = (district: string) => `S#${district}`;
export const sumsKey = (community: string): Key => ({ pk: sumsPartition(areaOf(community)), sk: community });

/** Counts table: breakdowns that stand apart, as they stand; only the closing of a month reads them. */
export const detailsKey = (community: string): Key => ({ pk: `B#${areaOf(community)}`, sk: community });

/** Counts table: where a community's figures stand, by what `placeOf` says of a cell. */
export const PLACES = { totals: totalsKey, sums: sumsKey, details: detailsKey } as const;

/** Counts table: the day each community is counted as of. */
export const DAYS = "T#days";
export const dayKey = (community: string): Key => ({ pk: DAYS, sk: community });

/** Counts table: names of streets and communities. */
export const namesPartition = (district: string) => `A#${district}`;
export const nameKey = (code: string): Key => ({ pk: namesPartition(areaOf(code)), sk: code });

/** Counts table: closed months (封存的月份) of one statistic in a district, in order of months. */
export const monthsPartition = (district: string, statistic: string) => `M#${district}#${statistic}`;
export const monthKey = (community: string, statistic: string, month: string): Key => ({
  pk: monthsPartition(areaOf(community), statistic),
  sk: `${month}#${community}`,
});

/** Records table: counts of one survey, an item for each question. */
export const tallyPartition = (survey: string) => `K#tally#${survey}`;
export const tallyKey = (survey: string, question: string): Key => ({ pk: tallyPartition(survey), sk: question });
