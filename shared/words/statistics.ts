import { Refusal, type RefusalCode } from "../contract/refusal.ts";
import type { Label, Language } from "../schema/label.ts";

/** What is wrong with a question about statistics, said so that a program's author can mend it. */
const questionWords = {
  "unknown-indicator": {
    zh: "没有这项指标，可用的见 /statistics/v1/indicators",
    en: "There is no such indicator. See /statistics/v1/indicators",
  },
  "not-an-area": {
    zh: "应为 6 位区县、9 位街道或 12 位社区代码",
    en: "This must be a code of 6 digits (district), 9 (street) or 12 (community)",
  },
  "unknown-area": {
    zh: "没有这个地区，可用的见 /statistics/v1/areas",
    en: "There is no such area. See /statistics/v1/areas",
  },
  "not-a-period": {
    zh: "应写成 2026-01 这样的月份，或 now（当前）",
    en: "This must be a month like 2026-01, or now",
  },
  "month-not-closed": {
    zh: "这个月还没有结束，月末后才有数据",
    en: "This month has not ended; its figures come after its last day",
  },
  "no-figures": { zh: "这个地区没有这个月的数据", en: "There are no figures of this area for this month" },
  "no-closed-month": {
    zh: "还没有已封存的月份；分组数据只提供已封存的月份",
    en: "No month is closed yet, and breakdowns are given for closed months only",
  },
  "by-needs-closed-month": {
    zh: "分组数据只提供已封存的月份，当前数据只提供总数：前后两次查询的差会暴露个人",
    en: "Breakdowns are given for closed months only, totals also as of now: two answers around one change would betray a person",
  },
  "not-a-breakdown": { zh: "这项指标不能这样分组", en: "This indicator cannot be broken down like this" },
  "one-breakdown": {
    zh: "这项指标一次只能按一种方式分组",
    en: "This indicator is broken down in one way at a time",
  },
  "not-a-format": { zh: "应为 json-stat、csv 或 xlsx", en: "This must be json-stat, csv or xlsx" },
  "not-a-language": { zh: "应为 zh 或 en", en: "This must be zh or en" },
  "already-frozen": { zh: "这个月已经封存，不再改变", en: "This month is frozen and no longer changes" },
  "not-a-measure": { zh: "这项指标没有这一项", en: "This indicator has no such figure" },
} as const satisfies Readonly<Record<string, Label>>;

export type QuestionProblem = keyof typeof questionWords;

export function questionSentence(code: QuestionProblem, language: Language): string {
  return questionWords[code][language];
}

/** A refusal of a question about statistics, with the sentence beside what is wrong. */
export function refuseQuestion(
  path: string,
  code: QuestionProblem,
  language: Language,
  refusal: RefusalCode = "invalid-fields",
): Refusal {
  const message = questionSentence(code, language);
  return new Refusal(refusal, [], { detail: message, fields: [{ path, code, message }] });
}

/** What stands on the statistics page and in its files. */
export const statisticsWords = {
  product: { zh: "邻里", en: "Linli" },
  title: { zh: "统计", en: "Statistics" },
  tagline: { zh: "社区统计数据，不含任何个人信息", en: "Figures of communities, never of a person" },
  otherLanguage: { zh: "English", en: "中文" },
  area: { zh: "地区", en: "Area" },
  areaCode: { zh: "地区代码", en: "Area code" },
  district: { zh: "全区", en: "Whole district" },
  indicator: { zh: "指标", en: "Indicator" },
  indicatorCode: { zh: "指标代码", en: "Indicator code" },
  measure: { zh: "项目", en: "Figure" },
  period: { zh: "时期", en: "Period" },
  now: { zh: "当前", en: "Now" },
  by: { zh: "分组", en: "Break down by" },
  noBreakdown: { zh: "不分组", en: "No breakdown" },
  childAreas: { zh: "下级地区", en: "Areas below" },
  both: { zh: "{0} × {1}", en: "{0} × {1}" },
  total: { zh: "合计", en: "Total" },
  value: { zh: "数值", en: "Value" },
  unit: { zh: "单位", en: "Unit" },
  status: { zh: "状态", en: "Status" },
  share: { zh: "占比", en: "Share" },
  suppressed: { zh: "不显示", en: "hidden" },
  missing: { zh: "无数据", en: "no figures" },
  show: { zh: "查看", en: "Show" },
  print: { zh: "打印", en: "Print" },
  downloads: { zh: "下载", en: "Download" },
  json: { zh: "JSON-stat（程序用）", en: "JSON-stat (for programs)" },
  csv: { zh: "CSV", en: "CSV" },
  xlsx: { zh: "Excel", en: "Excel" },
  asOf: { zh: "截至 {0}", en: "As of {0}" },
  asOfMonth: { zh: "{0} 月末（已封存）", en: "End of {0} (closed)" },
  definition: { zh: "统计口径", en: "What is counted" },
  suppressedNote: {
    zh: "“—”表示不显示：为保护个人，少于 5 的人数和户数不公布；凡能由其他数字或同年其他月份推算出来的，也一并不公布；金额、小时等合计，在人数与同年已公布月份相差 1 至 4 人时也不公布。除人数极少的以外，0 照常显示。",
    en: "A dash stands for a hidden figure: to protect people, counts of persons or households below 5 are not told, nor any figure from which one could be worked out, with those of the other months of the year if need be. Sums over people (amounts, hours) are not told, either, while the people behind them are one to four more or fewer than in a month of the year in which the sum was told. Zero is shown, except where there are very few people.",
  },
  missingNote: {
    zh: "“无数据”表示有社区没有这个月的数据，或只上报了总数。",
    en: "“No figures” means that some community has none for this month, or reported totals only.",
  },
  chart: { zh: "图", en: "Chart" },
  table: { zh: "表", en: "Table" },
  notAllowed: { zh: "不能查看统计", en: "No access to statistics" },
  notAllowedText: {
    zh: "统计页供街道和区级账号使用。您的账号在社区任职，请在管理端查看本社区的数据。",
    en: "This page is for accounts of a street or district. Your account holds posts in communities; see their figures in the console.",
  },
  toConsole: { zh: "前往管理端", en: "To the console" },
  account: { zh: "我的账号", en: "My account" },
  problem: { zh: "请修改查询条件", en: "Please change the question" },
  sexRatio: { zh: "性别比（女性 = 100）：{0}", en: "Sex ratio (females = 100): {0}" },
  source: { zh: "来源：邻里，各社区居委会登记", en: "Source: Linli, lists kept by the residents' committees" },
} as const satisfies Readonly<Record<string, Label>>;

/** A sentence with its blanks filled. */
export function statisticsText(name: keyof typeof statisticsWords, language: Language, ...blanks: string[]): string {
  return statisticsWords[name][language].replace(/\{(\d)\}/g, (_, index: string) => blanks[Number(index)] ?? "");
}
