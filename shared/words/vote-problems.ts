import type { Label } from "../schema/label.ts";

/** What people read when a meeting or a vote is refused, and remarks that stop nobody. */
export const voteFieldWords = {
  "quorum-not-met": {
    zh: "应到 {due} 人，实到 {present} 人，至少须到 {needed} 人",
    en: "{present} of {due} are present; at least {needed} must be",
  },
  "roll-too-long": {
    zh: "应到人员超过 {max} 人，请改由户代表或居民代表开会",
    en: "More than {max} people are entitled: let households or representatives meet instead",
  },
  "roll-empty": { zh: "没有应到人员，请先登记名册", en: "Nobody is entitled to come: enter the roll first" },
  "not-on-the-roll": { zh: "不在应到名册上", en: "This person is not on the roll" },
  "attendance-closed": {
    zh: "已开始表决，到会人数不再变动",
    en: "A vote has begun: attendance no longer changes",
  },
  "votes-not-over": { zh: "还有表决没有结束", en: "Some votes are not over yet" },
  "meeting-not-open": { zh: "会议没有在进行", en: "The meeting is not open" },
  "meeting-over": { zh: "会议已经结束", en: "The meeting is over" },
  "rule-of-other-meeting": { zh: "这种会议不能作此表决", en: "A meeting of this kind does not vote by this rule" },
  "proposal-not-put": { zh: "议题没有提交本次会议", en: "The proposal has not been put to this meeting" },
  "proposal-being-voted": { zh: "这个议题已有表决", en: "There is a vote on this proposal already" },
  "class-of-other-vote": {
    zh: "这类议题不能由这种会议表决",
    en: "This kind of meeting does not decide proposals of this class",
  },
  "residents-decided": {
    zh: "居民代表会议已表决，两委会不能另作决定",
    en: "The residents' representatives have decided this: the committees cannot decide otherwise",
  },
  "residents-oppose": {
    zh: "问卷中多数居民不同意（同意 {for}，不同意 {against}），以居民意见为准",
    en: "Most residents asked are against it ({for} for, {against} against): their opinion prevails",
  },
  "residents-do-not-oppose": {
    zh: "没有多数居民不同意的问卷结果",
    en: "No survey on it shows most residents against it",
  },
  "no-opinion-question": {
    zh: "征求议题意见的问卷须有一道单选题，选项含“同意”和“不同意”",
    en: "A survey on a proposal has a question with one choice, 同意 (agree) and 不同意 (disagree) among them",
  },
  "cooperative-first": {
    zh: "股份合作社须先开会，再由党组织讨论",
    en: "The share cooperative meets before the Party branch discusses it",
  },
  "chair-holds-no-post": {
    zh: "会议须由{zh}主持：请在会务分工中写明主持人",
    en: "The meeting is chaired by: {en}. Name them in the chair",
  },
  "takes-no-proposal": { zh: "这种表决不针对议题", en: "This kind of vote is not on a proposal" },
  "not-on-people": { zh: "这种表决不选人", en: "This kind of vote is not on people" },
  "office-of-other-vote": { zh: "这种选举不选此职务", en: "This election is not for that office" },
  "candidates-too-few": {
    zh: "应选 {seats} 人，候选人至少 {needed} 人，现有 {count} 人",
    en: "{seats} seats need at least {needed} candidates; there are {count}",
  },
  "candidates-not-equal": {
    zh: "等额选举：应选 {seats} 人，候选人应同为 {seats} 人，现有 {count} 人",
    en: "As many candidates as seats: {seats}; there are {count}",
  },
  "offices-mixed": {
    zh: "候选人拟任职务不同，请按职务分别准备表决",
    en: "They stand for different offices: prepare a vote for each office",
  },
  "candidate-twice": { zh: "{name} 重复了", en: "{name} stands twice" },
  "candidate-serves": {
    zh: "{name} 是会务人员或领导小组成员，不能作候选人",
    en: "{name} serves at the meeting or sits in its leading group, and cannot stand",
  },
  "under-age": { zh: "{name} 未满 {value} 周岁", en: "{name} is not {value} yet" },
  "too-few-nominators": { zh: "{name} 的提名人不足 {value}", en: "{name} was put forward by fewer than {value}" },
  "standing-unknown": {
    zh: "{name} 的出生日期或文化程度未填，资格未核对",
    en: "Birth date or education of {name} is not known, so nothing was checked",
  },
  "too-old": { zh: "{name} 年龄超过 {value} 周岁", en: "{name} is older than {value}" },
  "not-living-here": { zh: "{name} 应为本社区常住居民", en: "{name} must usually live in this community" },
  "education-too-low": { zh: "{name} 应为高中以上文化程度", en: "{name} must have finished senior high school" },
  "secret-needed": {
    zh: "差额选举必须无记名投票",
    en: "With more candidates than seats the vote is by secret ballot",
  },
  "officers-missing": {
    zh: "无记名投票前须确定监票人和计票人",
    en: "A ballot needs a scrutineer and a teller first",
  },
  "seats-too-few": { zh: "应选名额至少 {value} 人", en: "There must be at least {value} seats" },
  "seats-too-many": { zh: "应选名额最多 {value} 人", en: "There are at most {value} seats" },
  "too-few-proposers": { zh: "提议人数不够（{count}/{of}）", en: "Too few ask for it ({count} of {of})" },
  "person-not-heard": { zh: "表决前应听取本人申辩", en: "The person must be heard first" },
  "reps-residents-too-few": { zh: "居民代表所占比例不够", en: "Too few of the representatives are residents" },
  "reps-below-usual": { zh: "代表总数一般不少于 {value} 人", en: "Usually there are {value} or more representatives" },
  "reps-above-usual": { zh: "代表总数一般不超过 {value} 人", en: "Usually there are {value} or fewer representatives" },
  "vote-not-open": { zh: "现在不能录入计票", en: "No count is taken now" },
  "already-counted": {
    zh: "您已录入过，须由另一人录入",
    en: "You have entered a count; somebody else enters the other",
  },
  "both-counted": { zh: "两人都已录入", en: "Two people have entered their counts already" },
  "candidate-counts": { zh: "候选人不能计票", en: "Who stands does not count" },
  "more-than-present": { zh: "不能多于实到 {max} 人", en: "More than the {max} present" },
  "more-than-issued": {
    zh: "多于发出的 {max} 张，请重新清点；确实多出则整场作废",
    en: "More than the {max} issued. Count again; if it is so, the whole ballot is void",
  },
  "more-than-returned": { zh: "不能多于收回的 {max} 张", en: "More than the {max} returned" },
  "not-all-ballots": {
    zh: "赞成、反对、弃权合计 {sum}，应为有效票 {valid}",
    en: "For, against and abstained make {sum}; there are {valid} valid papers",
  },
  "not-on-the-ballot": { zh: "不在选票上", en: "This is not on the ballot" },
  "more-than-seats": {
    zh: "赞成票合计 {votes}，最多 {max}（每张票不超过应选人数）",
    en: "{votes} votes in favour; at most {max}, as no paper is for more than the seats",
  },
} as const satisfies Readonly<Record<string, Label>>;
