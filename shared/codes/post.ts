import { defineCodes } from "../schema/codes.ts";

/** What somebody may be in a community (职务): duties, of which some carry rights (`shared/guard/roles.ts`). */
export const post = defineCodes("post", {
  director: { zh: "主任", en: "Director", aliases: ["居委会主任", "社区主任"] },
  secretary: { zh: "书记", en: "Party secretary", aliases: ["党支部书记", "支部书记", "党委书记", "社区书记"] },
  deputy: { zh: "副主任", en: "Deputy director", aliases: ["居委会副主任"] },
  member: { zh: "委员", en: "Committee member", aliases: ["居委会委员"] },
  clerk: { zh: "文书", en: "Clerk", aliases: ["工作人员", "社工", "社区工作者"] },
  "social-security": { zh: "社保员", en: "Social security officer", aliases: ["劳动保障协理员"] },
  "low-income": { zh: "低保员", en: "Minimum allowance officer", aliases: ["民政专干"] },
  health: { zh: "卫健专干", en: "Health officer", aliases: ["计生专干", "计生员"] },
  floating: { zh: "流管员", en: "Floating population officer", aliases: ["流动人口协管员"] },
  sanitation: { zh: "卫生员", en: "Sanitation officer" },
  security: { zh: "治安员", en: "Public order officer", aliases: ["综治专干"] },
  head: { zh: "负责人", en: "Head of a body", aliases: ["站长", "领导小组组长"] },
  "census-worker": { zh: "普查员", en: "Census worker", aliases: ["普查指导员"] },
  intern: { zh: "实习生", en: "Intern", aliases: ["实习人员"] },
  "group-leader": { zh: "小组长", en: "Resident group leader", aliases: ["居民小组长", "组长"] },
  informer: { zh: "灾害信息员", en: "Disaster informer" },
  representative: { zh: "居民代表", en: "Residents' representative" },
  council: { zh: "议事会成员", en: "Council member", aliases: ["议事员", "协商议事会成员"] },
  supervision: { zh: "监督小组成员", en: "Supervision group member", aliases: ["居务监督委员会成员", "监督员"] },
  mediator: { zh: "调解员", en: "Mediator", aliases: ["人民调解员"] },
  cashier: { zh: "出纳", en: "Cashier", aliases: ["出纳员"] },
  accountant: { zh: "会计", en: "Accountant", aliases: ["会计员"] },
});
