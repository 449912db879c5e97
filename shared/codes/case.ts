import { defineCodes } from "../schema/codes.ts";

/** What a case is about, as people bring it (事项类型). */
export const caseType = defineCodes("caseType", {
  mediation: { zh: "纠纷调解", en: "Mediation", aliases: ["调解", "民事纠纷", "邻里纠纷"] },
  opinion: { zh: "意见建议", en: "Opinion or suggestion", aliases: ["意见", "建议"] },
  supervision: { zh: "批评监督", en: "Criticism or supervision", aliases: ["监督", "批评"] },
  petition: { zh: "上访", en: "Petition", aliases: ["信访"] },
  report: { zh: "举报", en: "Report of a breach", aliases: ["违法举报", "违法建设", "举报违法"] },
  crime: { zh: "案情", en: "Crime", aliases: ["治安案件", "刑事案件"] },
  objection: { zh: "选举异议", en: "Objection in an election", aliases: ["选民名单申诉", "候选人异议"] },
  help: { zh: "求助", en: "Request for help" },
  consult: { zh: "咨询", en: "Question", aliases: ["咨询服务"] },
});

/** To whom residents' right of supervision reaches (监督对象, S8.7). */
export const addressee = defineCodes("addressee", {
  committee: { zh: "本居委会", en: "This committee", aliases: ["居委会"] },
  department: { zh: "区县部门", en: "County department", aliases: ["部门"] },
  town: { zh: "街道或镇政府", en: "Street or town", aliases: ["街道", "镇政府"] },
  court: { zh: "政府、法院、检察院（经代表）", en: "Government, courts, procuratorate", aliases: ["法院", "检察院"] },
  utility: { zh: "水电气", en: "Water, power, gas", aliases: ["供水", "供电", "供气"] },
  property: { zh: "物业公司", en: "Property company", aliases: ["物业"] },
  unit: { zh: "党员干部所在单位", en: "Unit of Party members and officials", aliases: ["单位"] },
});

/** How a case reached the committee (来源渠道). */
export const caseChannel = defineCodes("caseChannel", {
  desk: { zh: "来访", en: "At the desk", aliases: ["现场"] },
  phone: { zh: "电话", en: "By phone" },
  letter: { zh: "来信", en: "By letter" },
  visit: { zh: "走访", en: "On a visit" },
  meeting: { zh: "会议", en: "At a meeting" },
  qr: { zh: "扫码", en: "By QR code" },
});

/** Where a case stands (事项状态): states of the opinion flow and of mediation. */
export const caseState = defineCodes("caseState", {
  received: { zh: "已收到", en: "Received" },
  classified: { zh: "已分类", en: "Classified" },
  sent: { zh: "已转交", en: "Sent on" },
  answered: { zh: "已答复", en: "Answered" },
  rated: { zh: "已评价", en: "Rated" },
  accepted: { zh: "已受理", en: "Accepted" },
  talked: { zh: "调解中", en: "Under mediation" },
  agreed: { zh: "达成协议", en: "Agreed" },
  failed: { zh: "未达成协议", en: "Not agreed" },
  checked: { zh: "已回访", en: "Checked" },
  referred: { zh: "已移交", en: "Referred" },
  closed: { zh: "已办结", en: "Closed" },
  cancelled: { zh: "已撤销", en: "Cancelled" },
});

/** How a mediation ended (调解结果). */
export const mediationOutcome = defineCodes("mediationOutcome", {
  agreed: { zh: "达成协议", en: "Agreed" },
  not: { zh: "未达成", en: "Not agreed" },
  referred: { zh: "移交", en: "Referred" },
  withdrawn: { zh: "撤回", en: "Withdrawn" },
});

/** In which form the parties agreed (协议形式). */
export const agreementForm = defineCodes("agreementForm", {
  oral: { zh: "口头协议", en: "Oral, noted" },
  written: { zh: "书面协议", en: "Written and signed" },
});

/** Part of a person in a case (当事人身份). */
export const partyRole = defineCodes("partyRole", {
  reporter: { zh: "反映人", en: "Reporter" },
  complainant: { zh: "申请人", en: "Complainant" },
  respondent: { zh: "被申请人", en: "Respondent" },
  witness: { zh: "知情人", en: "Witness" },
});

/** How satisfied a resident is with the answer (满意度). */
export const satisfaction = defineCodes("satisfaction", {
  "1": { zh: "很不满意", en: "Very dissatisfied" },
  "2": { zh: "不满意", en: "Dissatisfied" },
  "3": { zh: "一般", en: "Neutral" },
  "4": { zh: "满意", en: "Satisfied" },
  "5": { zh: "很满意", en: "Very satisfied" },
});
