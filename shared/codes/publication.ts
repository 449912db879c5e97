import { defineCodes } from "../schema/codes.ts";

/** Kind of publication (公开种类). */
export const publicationKind = defineCodes("publicationKind", {
  notice: { zh: "通告", en: "Notice", aliases: ["通知", "公告"] },
  finance: { zh: "收支公开", en: "Finance", aliases: ["财务公开"] },
  affairs: { zh: "居务公开", en: "Open affairs" },
  appraisal: { zh: "评议结果", en: "Appraisal", aliases: ["民主评议"] },
  result: { zh: "结果公布", en: "Result", aliases: ["表决结果", "选举结果"] },
  election: { zh: "选举公告", en: "Election notice" },
  voters: { zh: "选民名单", en: "Voter list" },
  candidates: { zh: "初步候选人公示", en: "Preliminary candidates" },
  "formal-candidates": { zh: "正式候选人名单", en: "Formal candidates" },
  aid: { zh: "救助公示", en: "Aid display", aliases: ["低保公示"] },
  guide: { zh: "办事指南", en: "Service guide" },
});

/** Where a publication stands (公开状态). */
export const publicationState = defineCodes("publicationState", {
  draft: { zh: "草稿", en: "Draft" },
  submitted: { zh: "待审核", en: "To be approved" },
  approved: { zh: "已审核", en: "Approved" },
  posted: { zh: "公布中", en: "Posted" },
  archived: { zh: "已归档", en: "Archived" },
  withdrawn: { zh: "已撤下", en: "Withdrawn" },
});

/** Where a publication hangs or lies (公布位置, S7.6). */
export const publicationPlace = defineCodes("publicationPlace", {
  wall: { zh: "上墙", en: "Wall" },
  guide: { zh: "办事指南", en: "Guide" },
  screen: { zh: "触摸屏", en: "Touch screen", aliases: ["电脑触摸屏"] },
  board: { zh: "宣传栏", en: "Notice board", aliases: ["黑板报", "公告栏"] },
  web: { zh: "网页", en: "Web page" },
});

/**
 * What of the community's affairs it makes public (居务公开五类内容, S7.5). The fourth class, quotas of family planning,
 * is law no more: its code stays, and what is made public is the services for families (生育服务).
 */
export const openAffairs = defineCodes("openAffairs", {
  targets: { zh: "任期目标与工作计划", en: "Term targets and work plan" },
  finance: { zh: "财务收支与集体资产", en: "Finance and collective assets" },
  funds: { zh: "公益经费筹集与招标", en: "Funds raised and bidding" },
  birth: { zh: "生育服务", en: "Family services", aliases: ["计划生育"] },
  decided: { zh: "居民代表会议决定公开的事项", en: "Other items the representatives decided on" },
});
