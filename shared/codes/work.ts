import { defineCodes } from "../schema/codes.ts";

/** What a visit is for (走访类别). */
export const visitKind = defineCodes("visitKind", {
  five: { zh: "五到户", en: "Five services" },
  care: { zh: "关爱探访", en: "Care", aliases: ["走访老人", "孤寡老人走访"] },
  campaign: { zh: "宣传入户", en: "Campaign" },
  other: { zh: "其他", en: "Other" },
});

/** What somebody is trained in (培训内容). */
export const trainingTopic = defineCodes("trainingTopic", {
  emergency: { zh: "应急救灾", en: "Emergency" },
  election: { zh: "选举业务", en: "Election" },
  law: { zh: "法律政策", en: "Law and policy" },
  social: { zh: "社会工作", en: "Social work" },
  finance: { zh: "财务", en: "Finance" },
  other: { zh: "其他", en: "Other" },
});

/** Who is trained (培训对象). */
export const trainingAudience = defineCodes("trainingAudience", {
  staff: { zh: "社区工作人员", en: "Staff" },
  leaders: { zh: "居民组长", en: "Group leaders" },
  election: { zh: "选举工作人员", en: "Election staff" },
  volunteers: { zh: "志愿者", en: "Volunteers" },
  residents: { zh: "居民", en: "Residents" },
});

/** Through what something is made known (宣传方式). */
export const publicityChannel = defineCodes("publicityChannel", {
  leaflet: { zh: "宣传单", en: "Leaflet", aliases: ["传单"] },
  poster: { zh: "宣传挂图", en: "Poster", aliases: ["挂图", "海报"] },
  board: { zh: "宣传栏", en: "Notice board", aliases: ["黑板报"] },
  screen: { zh: "电子屏", en: "Screen" },
  stand: { zh: "咨询台", en: "Advice stand", aliases: ["咨询点"] },
  lecture: { zh: "讲座", en: "Lecture" },
  home: { zh: "入户发放", en: "To the home", aliases: ["入户"] },
  media: { zh: "媒体", en: "Media" },
  letter: { zh: "公开信", en: "Open letter" },
  chat: { zh: "微信群", en: "Chat group", aliases: ["居民群"] },
});

/** What is made known (宣传主题). */
export const publicityTheme = defineCodes("publicityTheme", {
  disaster: { zh: "防灾减灾", en: "Disaster reduction" },
  community: { zh: "社区建设", en: "Community building", aliases: ["社区建设宣传月"] },
  law: { zh: "法律政策", en: "Law and policy" },
  health: { zh: "卫生健康", en: "Health" },
  fire: { zh: "消防安全", en: "Fire safety" },
  other: { zh: "其他", en: "Other" },
});

/** What a document is (文件类别). */
export const documentKind = defineCodes("documentKind", {
  charter: { zh: "居民自治章程", en: "Charter" },
  pledge: { zh: "居民公约", en: "Residents' pledge" },
  assembly: { zh: "居民代表会议制度", en: "Rules of the representative meeting" },
  rule: { zh: "工作制度", en: "Rules of work" },
  guide: { zh: "办事指南", en: "Guide to services" },
  plan: { zh: "应急预案", en: "Emergency plan" },
  report: { zh: "工作报告", en: "Report" },
  target: { zh: "目标规划", en: "Targets" },
});

/** The six parts of an emergency plan (预案六部分, S4.15). */
export const planPart = defineCodes("planPart", {
  command: { zh: "指挥体系", en: "Command" },
  duties: { zh: "职责分工", en: "Duties" },
  preparation: { zh: "应急准备", en: "Preparation" },
  warning: { zh: "预警与信息", en: "Warning and information" },
  response: { zh: "应急响应", en: "Response" },
  relief: { zh: "救助与恢复重建", en: "Relief and rebuilding" },
});

/** Where a document stands (文件状态). */
export const documentState = defineCodes("documentState", {
  draft: { zh: "草案", en: "Draft" },
  issued: { zh: "已发布", en: "Issued" },
  withdrawn: { zh: "已废止", en: "Withdrawn" },
});

/** What is inspected (检查类别). */
export const inspectionKind = defineCodes("inspectionKind", {
  frontage: { zh: "门前三包", en: "Frontage" },
  patrol: { zh: "值班巡逻", en: "Patrol" },
  hygiene: { zh: "卫生评比", en: "Hygiene rating" },
  fire: { zh: "消防检查", en: "Fire safety" },
  work: { zh: "成员工作", en: "Members' work" },
});

/** Result of an inspection (检查结果). */
export const inspectionResult = defineCodes("inspectionResult", {
  good: { zh: "合格", en: "In order" },
  bad: { zh: "不合格", en: "Not in order" },
});

/** By which standard somebody is assessed (考核方案). */
export const assessmentScheme = defineCodes("assessmentScheme", {
  targets: { zh: "年度目标考核", en: "Targets of the year" },
  model: { zh: "示范社区考核", en: "Model community" },
  mechanisms: { zh: "三重机制六化", en: "Three mechanisms, six qualities" },
  plan: { zh: "个人工作计划", en: "Personal work plan" },
});

/** Price class of a service (收费类别, S9.27). */
export const priceClass = defineCodes("priceClass", {
  free: { zh: "无偿", en: "Free" },
  low: { zh: "低偿", en: "Low-paid" },
  paid: { zh: "有偿", en: "Paid" },
});

/** What a volunteer can do (志愿服务专长). */
export const volunteerSkill = defineCodes("volunteerSkill", {
  care: { zh: "助老帮困", en: "Care" },
  rescue: { zh: "应急救援", en: "Rescue" },
  medical: { zh: "医疗", en: "Medicine" },
  law: { zh: "法律", en: "Law" },
  culture: { zh: "文体", en: "Culture and sport" },
  sanitation: { zh: "环境卫生", en: "Sanitation" },
  other: { zh: "其他", en: "Other" },
});
