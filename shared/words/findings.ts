import type { Finding } from "../rules/finding.ts";
import type { Label, Language } from "../schema/label.ts";
import { payProblemWords } from "./pay-problems.ts";

/** What a rule has to say against something, by its code. `{name}` is replaced from the finding's params. */
const findingWords: Readonly<Record<string, Label>> = {
  "body-too-small": { zh: "人数不足，至少 {value} 人", en: "Too few: at least {value}" },
  "body-too-large": { zh: "人数过多，最多 {value} 人", en: "Too many: at most {value}" },
  "body-even": { zh: "人数应为单数", en: "The number must be odd" },
  "body-over-usual": {
    zh: "超过一般人数 {value} 人，但未超上限",
    en: "More than the usual {value}, though not too many",
  },
  "branch-without-committee": {
    zh: "党员不超过 {value} 人的支部不设委员会",
    en: "A branch of {value} members or fewer has no committee",
  },
  "one-director-needed": { zh: "主任应为一人", en: "There must be exactly one director" },
  "women-too-few": { zh: "女性成员至少 {value} 人", en: "At least {value} of the members must be women" },
  "deputy-police-missing": {
    zh: "副主任中应有管段民警 {value} 人",
    en: "Of the deputies {value} must be the community policeman",
  },
  "deputy-graduate-missing": {
    zh: "副主任中应有大中专毕业生 {value} 人",
    en: "Of the deputies {value} must be a college graduate",
  },
  "public-selected-changed": {
    zh: "公选副主任应与上届相同，为 {value} 人",
    en: "As many publicly selected deputies as last term: {value}",
  },
  "reps-below-usual": { zh: "代表总数一般不少于 {value} 人", en: "Usually there are {value} or more" },
  "reps-above-usual": { zh: "代表总数一般不超过 {value} 人", en: "Usually there are {value} or fewer" },
  "reps-residents-too-few": { zh: "居民代表比例不够", en: "Too few of them are residents" },
  "residents-beyond-total": { zh: "居民代表不能多于代表总数", en: "More residents than representatives" },
  "households-too-few": { zh: "户数少于 {value} 户", en: "Fewer than {value} households" },
  "households-too-many": { zh: "户数多于 {value} 户", en: "More than {value} households" },
  "delegates-not-allowed": { zh: "党员超过 {value} 人才可选代表", en: "Delegates only above {value} members" },
  "delegates-too-few": { zh: "代表至少 {value} 人", en: "At least {value} delegates" },
  "delegates-too-many": { zh: "代表最多 {value} 人", en: "At most {value} delegates" },
  "nobody-may-call": { zh: "要求召开的人数还不够", en: "Too few ask for it" },
  "present-beyond-due": { zh: "实到人数不能多于应到人数", en: "More present than entitled" },
  "quorum-missed": { zh: "到会人数不够", en: "Too few are present" },
  "majority-missed": { zh: "赞成票不够", en: "Too few are in favour" },
  "votes-beyond-present": { zh: "赞成票不能多于实到人数", en: "More votes than present" },
  "no-holiday-list": {
    zh: "没有 {year} 年节假日安排，期限未按休息日顺延，请自行核对",
    en: "The holidays of {year} are not known: nothing was moved for them. Please check",
  },
  ...payProblemWords,
  "too-old": { zh: "年龄超过 {value} 周岁", en: "Older than {value}" },
  "too-old-in-principle": { zh: "原则上年龄不超过 {value} 周岁", en: "In principle not older than {value}" },
  "not-living-here": { zh: "应为本社区常住居民", en: "Must usually live in this community" },
  "education-too-low": { zh: "应为高中以上文化程度", en: "Must have finished senior high school" },
  "one-member-a-group": { zh: "每个小组推举一人，应为 {value} 人", en: "One member of each group: {value}" },
  "deputies-too-few": { zh: "副主任至少 {value} 人", en: "At least {value} deputies" },
  "deputies-too-many": { zh: "副主任最多 {value} 人", en: "At most {value} deputies" },
  "officers-beyond-members": { zh: "主任、副主任应从委员中推举", en: "Director and deputies come from the members" },
};

/** The sentence of a finding; one that only warns because nobody has read its number says so where it is shown. */
export function findingSentence({ code, params = {} }: Finding, language: Language): string {
  const sentence = findingWords[code]?.[language] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
