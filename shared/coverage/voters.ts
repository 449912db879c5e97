import { voterDoubt } from "../codes/voter.ts";
import { isListed, isVoter, type VoterFindings, type VotingDay, voterFindings } from "../rules/voters.ts";
import { type Coverage, coveredBut, type Gap, type Lists, type Numbers, type Row, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** States of an election whose voter list is being made or shown. */
const MAKING: ReadonlySet<string> = new Set(["formed", "publicised", "registered", "listPublished"]);

type Election = {
  readonly row: Row;
  readonly entries: readonly Row[];
  readonly votingDay: VotingDay;
  readonly found: VoterFindings;
};

/** Elections of the committee whose voters are being registered, with what is wrong in each. */
function underWay(lists: Lists, numbers: Numbers): readonly Election[] {
  return lists("elections")
    .filter((row) => textOf(row, "kind") === "committee" && MAKING.has(textOf(row, "state")))
    .map((row) => {
      const day = textOf(row, "day");
      const entries = lists("voters").filter((entry) => textOf(entry, "election") === row.id);
      const votingDay = { day, age: numbers("elections.votingAge", day) ?? 0 };
      return { row, entries, votingDay, found: voterFindings(entries, lists("residents"), votingDay) };
    });
}

const inEach = (lists: Lists, numbers: Numbers, total: (one: Election) => number, gaps: (one: Election) => Gap[]) => {
  const elections = underWay(lists, numbers);
  return coveredBut(
    elections.reduce((sum, one) => sum + total(one), 0),
    elections.flatMap(gaps),
  );
};

const entry = (row: Row, why: Label): Gap => ({ title: textOf(row, "name"), why, register: "voters", id: row.id });
const listed = ({ entries }: Election) => entries.filter(({ values }) => isListed(values)).length;
const reads = ["elections", "voters", "residents"] as const;

/** Nobody is registered twice (不重登, S3.8 a). */
export const votersDouble: Coverage = {
  name: "voters-double",
  label: { zh: "选民登记：不重登", en: "Voters: nobody twice" },
  definition: {
    zh: "选民名单中姓名和出生日期相同的登记，未核实的为疑似重登；同一居民、同一身份证号不能登记两次。",
    en: "Entries of the voter list with the same name and birth date that nobody has signed off. The same resident, or the same identity number, cannot be entered twice.",
  },
  reads,
  of: (lists, _today, numbers) =>
    inEach(lists, numbers, listed, ({ found }) => found.double.map((row) => entry(row, doubted("double")))),
};

/** Nobody is left out (不漏登, S3.8 b). */
export const votersMissed: Coverage = {
  name: "voters-missed",
  label: { zh: "选民登记：不漏登", en: "Voters: nobody missed" },
  definition: {
    zh: "选举日已满选民年龄、在本社区居住且有选举权的居民，既没有登记也没有不列入原因的为漏登。",
    en: "Residents who are of age on election day, live here and may vote, and have neither an entry nor a reason for none.",
  },
  reads,
  of: (lists, _today, numbers) =>
    inEach(
      lists,
      numbers,
      ({ votingDay }) => lists("residents").filter(({ values }) => isVoter(values, votingDay)).length,
      ({ found }) =>
        found.missed.map((row) => ({ title: textOf(row, "name"), why: MISSED, register: "residents", id: row.id })),
    ),
};

/** Nobody is registered wrongly (不错登, S3.8 c). */
export const votersWrong: Coverage = {
  name: "voters-wrong",
  label: { zh: "选民登记：不错登", en: "Voters: nobody wrongly" },
  definition: {
    zh: "登记的人选举日未满年龄、已去世、已迁出，或姓名、出生日期与居民名册不符，且未核实的为错登。",
    en: "Entries of people who are not of age on election day, dead, moved, or whose name or birth date differs from the residents' list, that nobody has signed off.",
  },
  reads,
  of: (lists, _today, numbers) =>
    inEach(lists, numbers, listed, ({ found }) => found.wrong.map(({ row, doubts }) => entry(row, doubted(doubts[0])))),
};

/** Nobody without political rights is registered (S3.8); only for whoever sees that column of the residents' list. */
export const votersBarred: Coverage = {
  name: "voters-barred",
  label: { zh: "选民登记：选举资格", en: "Voters: right to vote" },
  definition: {
    zh: "选民名单中按居民名册没有选举权的人；登记应删除。",
    en: "Entries of people who may not vote by the residents' list; to be deleted.",
  },
  reads,
  restricted: "voting",
  of: (lists, _today, numbers) =>
    inEach(lists, numbers, listed, ({ found }) => found.barred.map((row) => entry(row, BARRED))),
};

const doubted = (doubt: string | undefined): Label => voterDoubt.codes[doubt ?? ""] ?? { zh: "", en: "" };
const MISSED: Label = { zh: "未登记", en: "Not registered" };
const BARRED: Label = { zh: "没有选举权", en: "May not vote" };
