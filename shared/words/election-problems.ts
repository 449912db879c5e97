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
  "nominators-unnamed": {
    zh: "{name} 由联名提名，须从选民登记中逐一选出联名人",
    en: "{name} was put forward by signatures: name each of them from the voter list",
  },
  "nominators-not-listed": {
    zh: "{name} 的联名人中有 {count} 人不在本次选举的选民名单上",
    en: "{count} of those who signed for {name} are not on this election's voter list",
  },
  "voters-none": { zh: "选民登记中还没有选民", en: "Nobody is registered as a voter yet" },
  "voters-too-many": {
    zh: "选民超过 {max} 人，不能作为一份名单公布",
    en: "More than {max} voters do not fit one list",
  },
  "voters-double": {
    zh: "{count} 条登记疑似重登，须删除或核实",
    en: "{count} entries look like the same person twice: delete them or sign them off",
  },
  "voters-missed": {
    zh: "{count} 名居民漏登，须登记或写明不列入原因",
    en: "{count} residents are missed: enter them, or give the reason",
  },
  "voters-wrong": {
    zh: "{count} 条登记有误，须改正、删除或核实",
    en: "{count} entries are wrong: correct, delete or sign them off",
  },
  "voters-barred": {
    zh: "{count} 条登记与居民名册的选举资格不符，请主任核对",
    en: "{count} entries do not agree with the residents' list; the director checks them",
  },
  "candidates-not-nominated": {
    zh: "完成提名后、报街道前才公示初步候选人",
    en: "Preliminary candidates are shown after nominations are closed and before they are sent to the street",
  },
  "candidates-not-approved": {
    zh: "街道批复后才公布正式候选人",
    en: "Formal candidates are published after the street's approval",
  },
  "voters-unpublished": {
    zh: "选民名单还没有公布，应在 {last} 或之前公布（选举日 {day}）",
    en: "The voter list is not published; it was due by {last} (election day {day})",
  },
  "voters-late": {
    zh: "选民名单 {posted} 公布，应在 {last} 或之前：须改定选举日，不早于 {earliest}",
    en: "The voter list was published on {posted}, due by {last}: fix another election day, {earliest} or later",
  },
  "candidates-unpublished": {
    zh: "正式候选人名单还没有公布，应在 {last} 或之前公布（选举日 {day}）",
    en: "The formal candidates are not published; it was due by {last} (election day {day})",
  },
  "candidates-late": {
    zh: "正式候选人名单 {posted} 公布，应在 {last} 或之前：须改定选举日，不早于 {earliest}",
    en: "The formal candidates were published on {posted}, due by {last}: fix another election day, {earliest} or later",
  },
  "candidate-not-shown": {
    zh: "{name} 或其拟任职务不在已公布的候选人名单上",
    en: "{name} is not on the list of candidates that was made public, or not for this office",
  },
  "seats-beyond-election": {
    zh: "本次选举应选 {seats} 人，连同已当选和正在表决的共 {count} 人",
    en: "The election is for {seats} seats; with those elected and voted on there would be {count}",
  },
  "nothing-doubtful": { zh: "这条登记没有疑点，不需核实", en: "Nothing is doubtful here: no sign-off is needed" },
  "meeting-of-other-kind": {
    zh: "会议种类与选举方式不符；党组织由党员大会选举",
    en: "The meeting is not one of those who elect; the Party's is elected by its members",
  },
  "meeting-on-other-day": { zh: "会议日期应为选举日 {day}", en: "The meeting must be on election day, {day}" },
  "meeting-called-before": {
    zh: "会议已召集，应到名册不是选民名单，请另建会议",
    en: "The meeting was called before, so its roll is not the voter list: plan another one",
  },
  "election-at-other-meeting": {
    zh: "选举“{title}”正在进行，只能在它的选举大会上投票",
    en: "The election “{title}” is under way: it is voted on at its own meeting alone",
  },
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
