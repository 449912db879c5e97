import { ALWAYS, defineParameters, type Source, since } from "../schema/parameter.ts";
import { document, otherText, reading, USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

const REVISED = "2026-01-01";
const MEASURES = otherText(
  "各省选举办法；沿用文件中的时间安排",
  "Provincial election measures; the documents' timetable stands in",
  false,
);

/** The timetable of an election campaign (换届时间安排, S3.5, W01): each window counted from the election day. */
export const campaign = defineParameters(
  "campaign",
  { zh: "换届时间安排", en: "Timetable of a campaign" },
  {
    mobiliseDays: days(
      "动员阶段结束：选举日前",
      "Mobilising ends: before election day",
      26,
      dated("11 月 30 日", "30 November"),
    ),
    sendUpDays: days(
      "初步候选人报街道：选举日前",
      "Preliminary candidates sent to the street: before election day",
      20,
      dated("12 月 6 日", "6 December", "S3.13"),
    ),
    voteDays: days(
      "投票：选举日前",
      "Vote: before election day",
      0,
      document("S3.5"),
      "0 表示选举日当日",
      "0 means on election day",
    ),
    announceDays: days(
      "宣布结果：投票后",
      "Result announced: after the vote",
      0,
      document("S3.20"),
      "0 表示当日",
      "0 means on that day",
    ),
    reviewDays: {
      ...days(
        "检查总结阶段结束：选举日后",
        "Inspection and report end: after election day",
        5,
        dated("12 月 31 日", "31 December"),
      ),
      presets: {
        seed: [since(ALWAYS, 5, dated("12 月 31 日", "31 December"))],
        law2026: [since(ALWAYS, 5, MEASURES), since(REVISED, 15, USUAL)],
      },
    },
    termLeadDays: days("任期届满提醒：届满前", "End of a term is shown: before it ends", 90, USUAL),
    termDays: days(
      "换届：任期届满后",
      "Election: after the term has ended",
      0,
      reading("S3.1", "任期届满即应换届", "the election is due when the term ends"),
      "0 表示届满之日前换届",
      "0 means by the day on which the term ends",
    ),
  },
);

/** A day of the plan of 2010, whose election day is 26 December. */
function dated(zh: string, en: string, number = "S3.5"): Source {
  const source = document(number);
  return {
    zh: `${source.zh}；原文为 ${zh}（选举日 12 月 26 日）`,
    en: `${source.en}; there ${en} (election day 26 December)`,
    read: true,
  };
}

function days(zh: string, en: string, value: number, source: Source, hintZh?: string, hintEn?: string) {
  return {
    kind: "number" as const,
    unit: DAYS,
    label: { zh, en },
    ...(hintZh && hintEn && { hint: { zh: hintZh, en: hintEn } }),
    presets: {
      seed: [since(ALWAYS, value, source)] as const,
      law2026: [since(ALWAYS, value, source === USUAL ? USUAL : MEASURES)] as const,
    },
  };
}
