import { ALWAYS, defineParameters, inBoth, since, within } from "../schema/parameter.ts";
import {
  document,
  LOCAL_MEASURES,
  organicLaw,
  organicLaw2026,
  otherText,
  USUAL,
  untilRevised,
  VILLAGE_LAW,
} from "../words/sources.ts";
import { HOUSEHOLDS, PERSONS } from "../words/units.ts";

const PARTY = otherText(
  "党章、基层组织选举条例；沿用文件中的数字",
  "The Party's constitution and election rules; the documents' number stands in",
  false,
);

/** How large bodies are (组织规模): committees, Party bodies, supervision (C1, S3.2, S3.3, S7.4). */
export const bodies = defineParameters(
  "bodies",
  { zh: "组织规模", en: "Size of bodies" },
  {
    committeeMin: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "居委会成员最少人数", en: "Least members of a committee" },
      limits: within({ min: 5, max: 9 }, organicLaw(7)),
      presets: { seed: [since(ALWAYS, 5, document("S3.3"))], law2026: committeeSize(5) },
    },
    committeeMax: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "居委会成员最多人数", en: "Most members of a committee" },
      limits: within({ min: 5, max: 9 }, organicLaw(7)),
      presets: { seed: [since(ALWAYS, 9, document("S3.3"))], law2026: committeeSize(9) },
    },
    committeeOdd: {
      kind: "flag",
      label: { zh: "居委会成员须为单数", en: "A committee's members are odd in number" },
      hint: { zh: "法律未要求单数，可由本居委会决定", en: "The law does not ask for it; a committee may" },
      presets: { seed: [since(ALWAYS, true, document("S3.3"))], law2026: untilRevised(false, 7) },
    },
    womenMin: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "居委会女性成员最少人数", en: "Least women in a committee" },
      presets: {
        seed: [since(ALWAYS, null, document("S3.3"))],
        law2026: [since(ALWAYS, null, organicLaw(7)), since("2026-01-01", 1, LOCAL_MEASURES)],
      },
    },
    deputyPolice: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "副主任中的管段民警", en: "Community policemen among the deputies" },
      presets: { seed: [since(ALWAYS, 1, document("S3.4"))], law2026: untilRevised(null, 7) },
    },
    deputyGraduates: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "副主任中的大中专毕业生", en: "College graduates among the deputies" },
      presets: { seed: [since(ALWAYS, 1, document("S3.4"))], law2026: untilRevised(null, 7) },
    },
    householdsMin: {
      kind: "number",
      unit: HOUSEHOLDS,
      label: { zh: "居委会辖区最少户数", en: "Least households of a committee" },
      presets: {
        seed: [since(ALWAYS, null, document("S3.3"))],
        law2026: [since(ALWAYS, 100, organicLaw(6)), since("2026-01-01", 1000, organicLaw2026(3))],
      },
    },
    householdsMax: {
      kind: "number",
      unit: HOUSEHOLDS,
      label: { zh: "居委会辖区最多户数", en: "Most households of a committee" },
      presets: {
        seed: [since(ALWAYS, null, document("S3.3"))],
        law2026: [since(ALWAYS, 700, organicLaw(6)), since("2026-01-01", 3000, organicLaw2026(3))],
      },
    },
    branchMin: partySize("党支部委员会最少人数", "Least members of a branch committee", 3),
    branchUsual: partySize("党支部委员会一般不超过", "Usual most members of a branch committee", 5),
    branchMax: partySize("党支部委员会最多人数", "Most members of a branch committee", 7),
    branchFromMembers: {
      ...partySize("设支部委员会：党员人数须超过", "A branch committee needs more members than", 7),
      hint: { zh: "党员 7 人以下的支部不设委员会", en: "A branch of 7 or fewer has no committee" },
    },
    generalMin: partySize("党总支委员会最少人数", "Least members of a general branch committee", 5),
    generalUsual: partySize("党总支委员会一般不超过", "Usual most members of a general branch committee", 7),
    generalMax: partySize("党总支委员会最多人数", "Most members of a general branch committee", 9),
    partyCommitteeMin: partySize("基层党委最少人数", "Least members of a basic Party committee", 5),
    partyCommitteeMax: partySize("基层党委最多人数", "Most members of a basic Party committee", 9),
    partyOdd: {
      kind: "flag",
      label: { zh: "党组织委员须为单数", en: "Party bodies are odd in number" },
      presets: { seed: [since(ALWAYS, true, document("S3.2"))], law2026: [since(ALWAYS, true, PARTY)] },
    },
    supervisionMin: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "居务监督机构最少人数", en: "Least members of the supervision body" },
      presets: { seed: [since(ALWAYS, 3, document("S7.4"))], law2026: [since(ALWAYS, 3, VILLAGE_LAW)] },
    },
    supervisionMax: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "居务监督机构最多人数", en: "Most members of the supervision body" },
      presets: { seed: [since(ALWAYS, 7, document("S7.4"))], law2026: [since(ALWAYS, 7, USUAL)] },
    },
    groupLeaders: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "居民小组长人数", en: "Leaders of a resident group" },
      presets: inBoth(1, document("S6.2")),
    },
    recommendedDeputiesMin: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "小组推举方式：副主任最少人数", en: "Formed by the groups: least deputies" },
      hint: { zh: "20 世纪 80 年代以前的办法，只用于历史记录", en: "The way until the 1980s, for the record only" },
      presets: inBoth(1, document("S9.32")),
    },
    recommendedDeputiesMax: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "小组推举方式：副主任最多人数", en: "Formed by the groups: most deputies" },
      presets: inBoth(3, document("S9.32")),
    },
  },
);

function partySize(zh: string, en: string, value: number) {
  return {
    kind: "number" as const,
    unit: PERSONS,
    label: { zh, en },
    presets: { seed: [since(ALWAYS, value, document("S3.2"))], law2026: [since(ALWAYS, value, PARTY)] },
  };
}

function committeeSize(value: number) {
  return [since(ALWAYS, value, organicLaw(7)), since("2026-01-01", value, LOCAL_MEASURES)] as const;
}
