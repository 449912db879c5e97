import { ALWAYS, defineParameters, inBoth, type Source, since, type Threshold, within } from "../schema/parameter.ts";
import {
  document,
  organicLaw,
  organicLaw2026,
  otherText,
  reading,
  untilRevised,
  VILLAGE_LAW,
} from "../words/sources.ts";
import { DAYS, GROUPS, HOUSEHOLDS, PERSONS, YEARS, YEARS_OF_AGE } from "../words/units.ts";

const REVISED = "2026-01-01";
const PARTY_RULES = otherText(
  "党内选举条例；沿用文件中的数字",
  "The Party's election rules; the documents' number stands in",
  false,
);

/** Elections (选举): terms, representatives, candidates, quorums and windows (S3.1-S3.22, C2-C5). */
export const elections = defineParameters(
  "elections",
  { zh: "选举", en: "Elections" },
  {
    termYears: {
      kind: "number",
      unit: YEARS,
      label: { zh: "居委会任期", en: "Term of a committee" },
      presets: {
        seed: [since(ALWAYS, 3, document("S3.1"))],
        law2026: [
          since(ALWAYS, 3, otherText("城市居民委员会组织法（1989 年）第八条", "Organic Law of 1989, art. 8", true)),
          since("2018-12-29", 5, organicLaw(8)),
          since(REVISED, 5, organicLaw2026()),
        ],
      },
      limits: within({ min: 5, max: 5 }, organicLaw2026()),
    },
    votingAge: {
      kind: "number",
      unit: YEARS_OF_AGE,
      label: { zh: "选民年龄（选举日）", en: "Voting age on election day" },
      fixed: { zh: "法律规定，居委会不能另定", en: "The law says it; a committee cannot" },
      presets: { seed: [since(ALWAYS, 18, document("S3.8"))], law2026: untilRevised(18, 8) },
    },
    groupRepsMin: reps("每个居民小组代表最少人数", "Least representatives of a resident group", 2, PERSONS),
    groupRepsMax: reps("每个居民小组代表最多人数", "Most representatives of a resident group", 3, PERSONS),
    householdsPerRepMin: reps(
      "每名代表最少代表户数",
      "Least households for one representative",
      20,
      HOUSEHOLDS,
      "S3.10",
    ),
    householdsPerRepMax: reps(
      "每名代表最多代表户数",
      "Most households for one representative",
      60,
      HOUSEHOLDS,
      "S3.10",
    ),
    unitRepsMin: reps("每个大单位选派代表最少人数", "Least representatives of a large unit", 1, PERSONS, "S3.10"),
    unitRepsMax: reps("每个大单位选派代表最多人数", "Most representatives of a large unit", 2, PERSONS, "S3.10"),
    repsUsualMin: reps("代表总数一般不少于", "Representatives, usually at least", 40, PERSONS, "S3.10"),
    repsUsualMax: reps("代表总数一般不超过", "Representatives, usually at most", 60, PERSONS, "S3.10"),
    residentShare: {
      kind: "threshold",
      of: { zh: "代表总数", en: "all representatives" },
      label: { zh: "居民代表所占比例", en: "Share of residents among the representatives" },
      presets: {
        seed: [since(ALWAYS, atLeast(2, 3), document("S3.10"))],
        law2026: [since(ALWAYS, atLeast(2, 3), document("S3.10")), since(REVISED, atLeast(4, 5), organicLaw2026())],
      },
      limits: within({ threshold: atLeast(2, 3) }, document("S3.10")),
    },
    candidateMargin: {
      kind: "rate",
      label: { zh: "候选人差额比例", en: "More candidates than seats by" },
      hint: { zh: "按应选人数计算，不足一人按一人", en: "Of the seats; a part of a person counts as one" },
      presets: {
        seed: [since(ALWAYS, 2000, document("S3.12"))],
        law2026: [since(ALWAYS, 2000, document("S3.12"))],
      },
      limits: within({ min: 0 }, organicLaw2026()),
    },
    marginLeast: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "差额最少人数", en: "Least candidates beyond the seats" },
      presets: inBoth(1, reading("S3.12", "差额至少一人", "at least one more than seats")),
      limits: within({ min: 1 }, organicLaw2026()),
    },
    nominatingVoters: nominators("联名提名：选民最少人数", "Joint nomination: least voters", 10, PERSONS),
    nominatingHouseholds: nominators(
      "联名提名：户代表最少人数",
      "Joint nomination: least household representatives",
      5,
      PERSONS,
    ),
    nominatingGroups: nominators("提名：居民小组最少个数", "Nomination: least resident groups", 1, GROUPS),
    repsQuorum: {
      kind: "threshold",
      of: { zh: "全体代表", en: "all representatives" },
      label: { zh: "代表选举：到会比例", en: "Election by representatives: present" },
      presets: {
        seed: [since(ALWAYS, more(1, 2), document("S3.18"))],
        law2026: [since(ALWAYS, more(1, 2), document("S3.18")), since(REVISED, more(2, 3), organicLaw2026())],
      },
      limits: within({ threshold: more(1, 2) }, organicLaw(9)),
    },
    repsPass: {
      kind: "threshold",
      of: { zh: "到会代表", en: "those present" },
      label: { zh: "代表选举：当选票数", en: "Election by representatives: votes to be elected" },
      presets: inBoth(more(1, 2), document("S3.18")),
      limits: within({ threshold: more(1, 2) }, organicLaw(9)),
    },
    partyQuorum: party(
      "党员大会选举：到会比例",
      "Party election: present",
      { zh: "应到会有表决权的党员", en: "members entitled to vote" },
      more(4, 5),
      document("S3.17"),
    ),
    partyPass: party(
      "党员大会选举：当选票数",
      "Party election: votes to be elected",
      { zh: "到会党员", en: "members present" },
      more(1, 2),
      reading("S3.17", "少数服从多数，按到会人数过半", "the majority rule, read as more than half of those present"),
    ),
    delegatesFrom: delegates("可选党员代表：党员人数须超过", "Party delegates allowed above members", 300),
    delegatesMin: delegates("党员代表最少人数", "Least Party delegates", 100),
    delegatesMax: delegates("党员代表最多人数", "Most Party delegates", 200),
    voterListDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "选民名单：选举日前公布", en: "Voter list: published before election day" },
      presets: {
        seed: [since(ALWAYS, null, document("S3.8"))],
        law2026: [since(ALWAYS, null, organicLaw(8)), since(REVISED, 20, organicLaw2026())],
      },
    },
    objectionDays: window("选民名单：申诉期限", "Voter list: days to object", 5),
    objectionAnswerDays: window("选民名单：答复申诉期限", "Voter list: days to answer an objection", 3),
    candidateListDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "正式候选人：选举日前公布", en: "Formal candidates: published before election day" },
      presets: {
        seed: [since(ALWAYS, 5, document("S3.14"))],
        law2026: [
          since(ALWAYS, 5, document("S3.14")),
          since(
            REVISED,
            5,
            otherText(
              "各省选举办法；沿用文件中的数字",
              "Provincial election measures; the documents' number stands in",
              false,
            ),
          ),
        ],
      },
    },
    handoverDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "选举后移交期限", en: "Handover after the election" },
      presets: {
        seed: [since(ALWAYS, 3, document("S3.22"))],
        law2026: [since(ALWAYS, 3, document("S3.22")), since(REVISED, 10, VILLAGE_LAW)],
      },
    },
    publicDeputyMaxAge: {
      kind: "number",
      unit: YEARS_OF_AGE,
      label: { zh: "公选副主任年龄不超过", en: "Publicly selected deputy: age at most" },
      presets: { seed: [since(ALWAYS, 50, document("S3.15"))], law2026: untilRevised(null, 8) },
    },
    partyHeadMaxAge: {
      kind: "number",
      unit: YEARS_OF_AGE,
      label: { zh: "党组织负责人年龄原则上不超过", en: "Party head: age in principle at most" },
      presets: { seed: [since(ALWAYS, 40, document("S3.15"))], law2026: [since(ALWAYS, null, PARTY_RULES)] },
    },
  },
);

function more(num: number, den: number): Threshold {
  return { kind: "more", num, den };
}

function atLeast(num: number, den: number): Threshold {
  return { kind: "atLeast", num, den };
}

function reps(zh: string, en: string, value: number, unit: typeof PERSONS, number?: string) {
  const law = number ? [since(ALWAYS, value, document(number))] : untilRevised(value, 8);
  return {
    kind: "number" as const,
    unit,
    label: { zh, en },
    presets: { seed: [since(ALWAYS, value, document("S3.10"))], law2026: law },
  };
}

function nominators(zh: string, en: string, value: number, unit: typeof PERSONS) {
  return { kind: "number" as const, unit, label: { zh, en }, presets: inBoth(value, document("S3.11")) };
}

function party(zh: string, en: string, of: typeof PERSONS, value: Threshold, source: Source) {
  const seed = [since(ALWAYS, value, source)] as const;
  return {
    kind: "threshold" as const,
    of,
    label: { zh, en },
    presets: { seed, law2026: [since(ALWAYS, value, PARTY_RULES)] as const },
  };
}

function delegates(zh: string, en: string, value: number) {
  return {
    kind: "number" as const,
    unit: PERSONS,
    label: { zh, en },
    presets: {
      seed: [since(ALWAYS, value, document("S3.9"))] as const,
      law2026: [since(ALWAYS, value, PARTY_RULES)] as const,
    },
  };
}

function window(zh: string, en: string, value: number) {
  return {
    kind: "number" as const,
    unit: DAYS,
    label: { zh, en },
    presets: {
      seed: [since(ALWAYS, null, document("S3.8"))] as const,
      law2026: [since(ALWAYS, value, VILLAGE_LAW)] as const,
    },
  };
}
