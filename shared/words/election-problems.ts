import type { Label } from "../schema/label.ts";

/** What people read when a step of an election is refused. */
export const electionFieldWords = {
  "before-election-day": { zh: "不能早于选举日", en: "This cannot be before election day" },
  "leading-twice": { zh: "{name} 在领导小组中重复了", en: "{name} is in the leading group twice" },
  "one-head": { zh: "领导小组应有一名组长，现为 {count} 名", en: "The leading group has one head; there are {count}" },
  "body-too-small": { zh: "人数不足，至少 {value} 人", en: "Too few: at least {value}" },
  "body-too-large": { zh: "人数过多，最多 {value} 人", en: "Too many: at most {value}" },
  "body-even": { zh: "人数应为单数", en: "The number must be odd" },
  "delegates-not-allowed": { zh: "党员超过 {value} 人才可选代表", en: "Delegates only above {value} members" },
  "delegates-too-few": { zh: "代表至少 {value} 人", en: "At least {value} delegates" },
  "delegates-too-many": { zh: "代表最多 {value} 人", en: "At most {value} delegates" },
  "training-missing": {
    zh: "须先登记选举工作人员培训",
    en: "A training of the election staff must be recorded first",
  },
  "objections-open": {
    zh: "还有异议没有答复，答复后才能继续",
    en: "An objection is not answered yet; the step waits for its answer",
  },
  "nothing-doubtful": { zh: "这条登记没有疑点，不需核实", en: "Nothing is doubtful here: no sign-off is needed" },
  "meeting-of-other-kind": {
    zh: "会议种类与选举方式不符；党组织由党员大会选举",
    en: "The meeting is not one of those who elect; the Party's is elected by its members",
  },
  "meeting-on-other-day": { zh: "会议日期应为选举日 {day}", en: "The meeting must be on election day, {day}" },
  "approval-needed": { zh: "选党员代表须有批文", en: "Party delegates need an approval" },
  "no-vote-announced": { zh: "还没有宣布的选举结果", en: "No vote has been announced yet" },
  "election-not-prepared": {
    zh: "选举“{title}”尚未准备就绪，不能投票",
    en: "The election “{title}” is not prepared yet, so it cannot be voted on",
  },
  "not-elected": { zh: "{name} 没有当选", en: "{name} was not elected" },
  "certificate-missing": { zh: "{name} 没有证书编号", en: "{name} has no certificate number" },
  "certificate-twice": { zh: "证书编号 {no} 重复了", en: "The certificate number {no} is there twice" },
  "post-not-granted": {
    zh: "{name} 当选后还没有任职记录，请先任命",
    en: "{name} holds no post since the election: grant it first",
  },
  "handover-open": { zh: "移交还没有完成", en: "The handover is not complete yet" },
  "work-not-divided": {
    zh: "须先召开委员会议，确定分工",
    en: "The committee must meet first and divide its work",
  },
} as const satisfies Readonly<Record<string, Label>>;
