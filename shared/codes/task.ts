import { defineCodes } from "../schema/codes.ts";

/** Who hands tasks down to a committee (交办部门, S9.23): the 22 departments of a county, the street, and whoever else. */
export const department = defineCodes("department", {
  "civil-affairs": { zh: "民政", en: "Civil affairs", aliases: ["民政局"] },
  labour: { zh: "人社", en: "Labour and social security", aliases: ["人社局", "人力社保"] },
  health: { zh: "卫健", en: "Health", aliases: ["卫健委"] },
  police: { zh: "公安", en: "Police", aliases: ["公安局", "派出所"] },
  justice: { zh: "司法", en: "Justice", aliases: ["司法局", "司法所"] },
  emergency: { zh: "应急", en: "Emergency management", aliases: ["应急局", "应急管理局"] },
  fire: { zh: "消防", en: "Fire service", aliases: ["消防救援"] },
  housing: { zh: "住建", en: "Housing and construction", aliases: ["住建委", "住建局"] },
  "city-management": { zh: "城管", en: "City management", aliases: ["城管局", "城市管理"] },
  environment: { zh: "生态环境", en: "Environment", aliases: ["环保", "生态环境局"] },
  education: { zh: "教育", en: "Education", aliases: ["教育局", "教委"] },
  culture: { zh: "文旅", en: "Culture and tourism", aliases: ["文旅委", "文旅局", "文化"] },
  sport: { zh: "体育", en: "Sport", aliases: ["体育局"] },
  disabled: { zh: "残联", en: "Disabled persons' federation" },
  women: { zh: "妇联", en: "Women's federation" },
  youth: { zh: "共青团", en: "Youth league", aliases: ["团委"] },
  union: { zh: "工会", en: "Trade union", aliases: ["总工会"] },
  organisation: { zh: "组织部", en: "Party organisation department" },
  civility: { zh: "文明办", en: "Civility office", aliases: ["精神文明办"] },
  statistics: { zh: "统计", en: "Statistics", aliases: ["统计局"] },
  veterans: { zh: "退役军人", en: "Veterans' affairs", aliases: ["退役军人事务局"] },
  market: { zh: "市场监管", en: "Market regulation", aliases: ["市场监管局", "工商"] },
  street: { zh: "街道办事处", en: "Street office", aliases: ["街道", "镇政府"] },
  other: { zh: "其他", en: "Other" },
});

/** Work for a while that is handed down beside the rest (专项工作, S9.8, S9.24). */
export const specialWork = defineCodes("specialWork", {
  "economic-census": { zh: "经济普查", en: "Economic census" },
  "population-census": { zh: "人口普查", en: "Population census" },
  "household-check": { zh: "计生入户核查", en: "Household check of family services" },
  "civilised-city": { zh: "文明城市创建", en: "Civilised-city campaign" },
  "pollution-census": { zh: "污染源普查", en: "Pollution census" },
  "floating-check": { zh: "流动人口清查", en: "Check of the floating population" },
  "employer-survey": { zh: "用工单位调查", en: "Employer survey" },
  other: { zh: "其他专项", en: "Other" },
});

/** Where a task stands (任务状态, W05). */
export const taskState = defineCodes("taskState", {
  received: { zh: "已收到", en: "Received" },
  checked: { zh: "已审查", en: "Checked" },
  accepted: { zh: "已接受", en: "Accepted" },
  objected: { zh: "已接受（有异议）", en: "Accepted with objection" },
  doing: { zh: "办理中", en: "Doing" },
  done: { zh: "已完成", en: "Done" },
  closed: { zh: "已办结", en: "Closed" },
  refused: { zh: "已拒绝", en: "Refused" },
  cancelled: { zh: "已撤回", en: "Withdrawn" },
});

/** What the director decided about a task (准入决定, S8.5). */
export const taskDecision = defineCodes("taskDecision", {
  accept: { zh: "接受", en: "Accept" },
  objection: { zh: "有异议接受", en: "Accept with objection" },
  refuse: { zh: "拒绝", en: "Refuse" },
});

/** On what ground a task is objected to or refused (S8.5); money alone (费随事转) is no ground to refuse. */
export const taskGround = defineCodes("taskGround", {
  "not-uniform": { zh: "非政府统一安排", en: "Not arranged uniformly by the government" },
  outside: { zh: "超出居委会职责", en: "Outside the committee's duties" },
  "no-funds": { zh: "没有相应经费", en: "Came without funds" },
});

/** The committee's duties by their number (居委会职责, S6.5); the text breaks off at the thirteenth. */
export const dutyTag = defineCodes("dutyTag", {
  "1": { zh: "1 法律政策宣传", en: "1 Publicity of law and policy" },
  "2": { zh: "2 协助政府工作", en: "2 Assisting the government" },
  "3": { zh: "3 向居民会议报告", en: "3 Reporting to the residents' meeting" },
  "4": { zh: "4 公共事务与财产", en: "4 Public affairs and assets" },
  "5": { zh: "5 爱国卫生与门前三包", en: "5 Sanitation and frontage" },
  "6": { zh: "6 文化教育", en: "6 Culture and education" },
  "7": { zh: "7 便民服务", en: "7 Convenience services" },
  "8": { zh: "8 离退休与失业人员", en: "8 Retired and unemployed persons" },
  "9": { zh: "9 出租房、违建与物业", en: "9 Rental housing, illegal building, property" },
  "10": { zh: "10 反映居民意见", en: "10 Voice of the residents" },
  "11": { zh: "11 民主评议", en: "11 Democratic appraisal" },
  "12": { zh: "12 民间组织", en: "12 Civil organisations" },
  "13": { zh: "13 其他", en: "13 Other" },
});
