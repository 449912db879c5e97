import { defineCodes } from "../schema/codes.ts";

/** Whose election it is (选举类别, S3.1): both are held in one campaign. */
export const electionKind = defineCodes("electionKind", {
  committee: { zh: "居民委员会", en: "Residents' committee", aliases: ["居委会"] },
  party: { zh: "党组织", en: "Party organisation", aliases: ["党支部", "党委"] },
});

/** What the elected body of the Party is (党组织形式, S3.2); its size follows from it. */
export const partyBody = defineCodes("partyBody", {
  branch: { zh: "党支部委员会", en: "Branch committee", aliases: ["支部"] },
  general: { zh: "党总支委员会", en: "General branch committee", aliases: ["总支"] },
  partyCommittee: { zh: "基层党委", en: "Basic Party committee", aliases: ["党委"] },
});

/** Who elects the committee (选举方式, S3.10, S6.4): the kind of meeting that votes. */
export const electorate = defineCodes("electorate", {
  representatives: { zh: "居民代表选举", en: "Representatives", aliases: ["代表选举"] },
  households: { zh: "户代表选举", en: "One of each household" },
  residents: { zh: "全体选民选举", en: "All voters" },
});

/** Where an election stands (换届进度, W01): by the numbers of the plan's twelve steps. */
export const electionState = defineCodes("electionState", {
  planned: { zh: "筹备", en: "Planned" },
  formed: { zh: "1 已成立选举机构", en: "1 Election committee formed" },
  publicised: { zh: "3 已培训宣传", en: "3 Trained and publicised" },
  registered: { zh: "4 已登记选民", en: "4 Voters registered" },
  listPublished: { zh: "4 已公布选民名单", en: "4 Voter list published" },
  electorsFixed: { zh: "5 已确定代表", en: "5 Representatives fixed" },
  nominated: { zh: "6 已提名", en: "6 Nominated" },
  displayed: { zh: "6 初步候选人公示中", en: "6 Preliminary candidates displayed" },
  sentUp: { zh: "6 已报街道", en: "6 Sent to the street" },
  approved: { zh: "6 已审批", en: "6 Approved" },
  formal: { zh: "6 已公布正式候选人", en: "6 Formal candidates published" },
  prepared: { zh: "7 选举准备就绪", en: "7 Prepared" },
  voted: { zh: "8 已投票", en: "8 Voted" },
  announced: { zh: "8 已宣布结果", en: "8 Announced" },
  certified: { zh: "9 已颁证备案", en: "9 Certified and filed" },
  handedOver: { zh: "10 已移交", en: "10 Handed over" },
  inspected: { zh: "11 街道已检查", en: "11 Inspected" },
  reported: { zh: "12 已总结上报", en: "12 Reported" },
  postponed: { zh: "延期", en: "Postponed" },
  invalid: { zh: "选举无效", en: "Invalid" },
  earlier: { zh: "往届", en: "Earlier election" },
  cancelled: { zh: "撤销", en: "Cancelled" },
});

/** What somebody does in the leading group (选举领导小组分工, S3.6). */
export const leadingRole = defineCodes("leadingRole", {
  head: { zh: "组长", en: "Head", aliases: ["主任"] },
  deputy: { zh: "副组长", en: "Deputy head" },
  member: { zh: "成员", en: "Member" },
});
