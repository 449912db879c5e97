import { defineCodes } from "../schema/codes.ts";

/** Classes of what is put to residents (议题类别): the six of S7.7, and all others. */
export const proposalClass = defineCodes("proposalClass", {
  targets: { zh: "任期目标和发展规划", en: "Targets of the term, development plan", aliases: ["任期目标"] },
  work: { zh: "工作计划和工作报告", en: "Work plan, work report", aliases: ["工作计划", "工作报告"] },
  budget: { zh: "年度预算和决算", en: "Yearly budget, final accounts", aliases: ["预算", "决算"] },
  works: {
    zh: "公益集资、招投标和大型建设",
    en: "Fund-raising, bidding, large works",
    aliases: ["集资", "招投标", "建设"],
  },
  charter: { zh: "章程、公约和规章", en: "Charter, pledge, rules", aliases: ["章程", "公约"] },
  law: { zh: "法律规定的其他事项", en: "Others by law" },
  other: { zh: "一般事项", en: "Any other matter", aliases: ["其他"] },
});

/** Where a proposal stands (议题状态, S7.8). */
export const proposalState = defineCodes("proposalState", {
  drafted: { zh: "已提出", en: "Drafted" },
  passed: { zh: "党组织已讨论", en: "Passed by the Party branch" },
  put: { zh: "已提交会议", en: "Put to the meeting" },
  adopted: { zh: "已通过", en: "Adopted" },
  rejected: { zh: "未通过", en: "Rejected" },
  published: { zh: "已公布", en: "Published" },
  doing: { zh: "办理中", en: "Being carried out" },
  done: { zh: "已完成", en: "Done" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
  undecided: { zh: "意见不一致", en: "No majority" },
  referred: { zh: "已报上级", en: "Referred upward" },
  overruled: { zh: "服从居民意见，不予执行", en: "Set aside for the residents' opinion" },
});

/** Which body of the share cooperative has met (股份合作社会议, S7.3). */
export const cooperativeBody = defineCodes("cooperativeBody", {
  board: { zh: "董事会", en: "Board" },
  shareholders: { zh: "股东大会", en: "Shareholders' meeting", aliases: ["股东代表大会"] },
});
