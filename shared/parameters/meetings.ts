import { ALWAYS, defineParameters, inBoth, since, type Threshold, within } from "../schema/parameter.ts";
import { document, organicLaw, organicLaw2026, reading, USUAL, untilRevised } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

const HALF: Threshold = { kind: "more", num: 1, den: 2 };
const FIFTH: Threshold = { kind: "atLeast", num: 1, den: 5 };
const THIRD: Threshold = { kind: "atLeast", num: 1, den: 3 };

/** Meetings that decide (会议表决): who must be there, how many must agree, who may call them (V5-V8). */
export const meetings = defineParameters(
  "meetings",
  { zh: "会议表决", en: "Meetings" },
  {
    quorum: {
      kind: "threshold",
      of: { zh: "全体代表", en: "all representatives" },
      label: { zh: "代表会议：到会比例", en: "Representatives' meeting: present" },
      presets: {
        seed: [since(ALWAYS, HALF, organicLaw(9))],
        law2026: [
          since(ALWAYS, HALF, organicLaw(9)),
          since("2026-01-01", { kind: "more", num: 2, den: 3 }, organicLaw2026()),
        ],
      },
      limits: within({ threshold: HALF }, organicLaw(9)),
    },
    pass: {
      kind: "threshold",
      of: { zh: "到会人数", en: "those present" },
      label: { zh: "代表会议：通过比例", en: "Representatives' meeting: in favour" },
      presets: { seed: [since(ALWAYS, HALF, organicLaw(9))], law2026: untilRevised(HALF, 9) },
      limits: within({ threshold: HALF }, organicLaw(9)),
    },
    residentsQuorum: {
      kind: "threshold",
      of: { zh: "全体选民或户代表", en: "all voters or households" },
      label: { zh: "居民会议：到会比例", en: "Residents' meeting: present" },
      presets: { seed: [since(ALWAYS, HALF, organicLaw(9))], law2026: untilRevised(HALF, 9) },
      limits: within({ threshold: HALF }, organicLaw(9)),
    },
    residentsPass: {
      kind: "threshold",
      of: { zh: "到会人数", en: "those present" },
      label: { zh: "居民会议：通过比例", en: "Residents' meeting: in favour" },
      presets: { seed: [since(ALWAYS, HALF, document("S6.4"))], law2026: untilRevised(HALF, 9) },
      limits: within({ threshold: HALF }, organicLaw(9)),
    },
    twoCommitteesQuorum: {
      kind: "threshold",
      of: { zh: "两委成员", en: "members of both committees" },
      label: { zh: "两委会：到会比例", en: "Meeting of both committees: present" },
      presets: inBoth(HALF, USUAL),
    },
    twoCommitteesPass: {
      kind: "threshold",
      of: { zh: "到会成员", en: "those present" },
      label: { zh: "两委会：通过比例", en: "Meeting of both committees: in favour" },
      presets: inBoth(HALF, document("S7.3")),
    },
    groupQuorum: {
      kind: "threshold",
      of: { zh: "小组全体应到人员", en: "all entitled in the group" },
      label: { zh: "小组会议：到会比例", en: "Group meeting: present" },
      presets: inBoth(HALF, document("S6.4")),
    },
    groupPass: {
      kind: "threshold",
      of: { zh: "到会人数", en: "those present" },
      label: { zh: "小组会议：通过比例", en: "Group meeting: in favour" },
      presets: inBoth(HALF, document("S6.4")),
    },
    calledByAdults: {
      kind: "threshold",
      of: { zh: "十八周岁以上居民", en: "residents of 18 and more" },
      label: { zh: "要求召开居民会议：居民", en: "Calling a residents' meeting: residents" },
      presets: { seed: [since(ALWAYS, FIFTH, organicLaw(10))], law2026: untilRevised(FIFTH, 10) },
    },
    calledByHouseholds: {
      kind: "threshold",
      of: { zh: "总户数", en: "all households" },
      label: { zh: "要求召开居民会议：户", en: "Calling a residents' meeting: households" },
      presets: { seed: [since(ALWAYS, FIFTH, organicLaw(10))], law2026: untilRevised(FIFTH, 10) },
    },
    calledByGroups: {
      kind: "threshold",
      of: { zh: "居民小组总数", en: "all resident groups" },
      label: { zh: "要求召开居民会议：居民小组", en: "Calling a residents' meeting: groups" },
      presets: { seed: [since(ALWAYS, THIRD, organicLaw(10))], law2026: untilRevised(THIRD, 10) },
    },
    referDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "两委意见不一致：报请上级", en: "No majority of both committees: referred within" },
      presets: inBoth(3, USUAL),
    },
    referralDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "两委意见不一致：上级答复", en: "No majority of both committees: answered within" },
      presets: inBoth(15, USUAL),
    },
    publishDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "决定：通过后公布", en: "Decisions: published after" },
      presets: inBoth(1, reading("S7.8", "通过后一日内公布", "published within a day")),
    },
    beginDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "决定：公布后开始办理", en: "Decisions: begun after being published" },
      presets: inBoth(15, USUAL),
    },
    carryOutDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "决定：办理期限", en: "Decisions: days to carry out" },
      presets: inBoth(90, USUAL),
    },
  },
);
