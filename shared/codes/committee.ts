import { defineCodes } from "../schema/codes.ts";

/** Whose the committee's rooms are (办公用房). */
export const premises = defineCodes("premises", {
  own: { zh: "自有", en: "Own" },
  developer: { zh: "开发商提供", en: "Provided by the developer" },
  rent: { zh: "租用", en: "Rented" },
  none: { zh: "无", en: "None" },
});

/** How a dwelling is used (房屋用途). */
export const dwellingUse = defineCodes("dwellingUse", {
  self: { zh: "自住", en: "Lived in by the owner" },
  rent: { zh: "出租", en: "Rented out", aliases: ["租住"] },
  vacant: { zh: "空置", en: "Vacant", aliases: ["空房"] },
  shop: { zh: "商铺", en: "Shop", aliases: ["门面"] },
  collective: { zh: "集体宿舍", en: "Collective quarters" },
});

/** Kind of household (户别). */
export const householdKind = defineCodes("householdKind", {
  family: { zh: "家庭户", en: "Family" },
  collective: { zh: "集体户", en: "Collective" },
});

/** Where a relocated household came from (移民来源). */
export const relocation = defineCodes("relocation", {
  none: { zh: "非移民", en: "Not relocated" },
  mountain: { zh: "深山区", en: "From a mountain area" },
  geohazard: { zh: "地质灾害区", en: "From an area of geological hazard" },
});

/** How a relocated household was settled (安置方式). */
export const settlement = defineCodes("settlement", {
  none: { zh: "无", en: "None" },
  concentrated: { zh: "集中安置", en: "Concentrated" },
  dispersed: { zh: "分散安置", en: "Dispersed" },
});

/** What was unified when relocated households built (四统一分). */
export const buildChecks = defineCodes("buildChecks", {
  land: { zh: "统一征地", en: "Land" },
  plan: { zh: "统一规划", en: "Plan" },
  design: { zh: "统一设计", en: "Design" },
  foundation: { zh: "统一基础", en: "Foundation" },
  "own-build": { zh: "分户建设", en: "Built by each household" },
});

/** The five services to every household (五到户). */
export const fiveServices = defineCodes("fiveServices", {
  law: { zh: "政策法律宣传到户", en: "Policy and law" },
  job: { zh: "就业帮扶到户", en: "Help to find work" },
  skill: { zh: "技能培训到户", en: "Skills training" },
  allowance: { zh: "低保到户", en: "Minimum living allowance" },
  mediation: { zh: "邻里调解到户", en: "Neighbour mediation" },
});

/** Kind of service target (服务对象类别). */
export const serviceKind = defineCodes("serviceKind", {
  "lonely-old": { zh: "孤寡老人", en: "Lonely elderly", aliases: ["孤寡"] },
  "alone-old": { zh: "独居老人", en: "Elderly living alone", aliases: ["独居"] },
  "empty-nest": { zh: "空巢老人", en: "Empty nest", aliases: ["空巢"] },
  "low-income": { zh: "低保", en: "Minimum living allowance" },
  "very-poor": { zh: "特困", en: "Extremely poor" },
  disabled: { zh: "残疾", en: "Disabled", aliases: ["残疾人"] },
  preferential: { zh: "优抚", en: "Preferential treatment" },
  veteran: { zh: "退役军人", en: "Veteran" },
  unemployed: { zh: "失业", en: "Unemployed" },
  minor: { zh: "困境儿童", en: "Minor in difficulty" },
});

/** Layer of a body in the committee's organisation (组织层次). */
export const layer = defineCodes("layer", {
  core: { zh: "领导核心", en: "Core (party organisation)" },
  decision: { zh: "议事决策", en: "Decision" },
  execution: { zh: "执行", en: "Execution" },
  "self-service": { zh: "自我服务", en: "Self-service" },
  "special-committee": { zh: "专门委员会", en: "Special committee" },
  "leading-group": { zh: "领导小组", en: "Leading group" },
  station: { zh: "工作站", en: "Work station" },
  squad: { zh: "应急队伍、志愿者队伍", en: "Emergency or volunteer team", aliases: ["应急小分队", "志愿者队伍"] },
  mass: { zh: "群团组织", en: "Mass organisation" },
  civil: { zh: "民间组织", en: "Civil organisation" },
  unit: { zh: "驻区单位", en: "Unit in the community" },
  company: { zh: "企业", en: "Company" },
  department: { zh: "政府部门", en: "Government department" },
});

/** How somebody came to a post (来源). */
export const postOrigin = defineCodes("postOrigin", {
  elected: { zh: "选举", en: "Elected" },
  recruited: { zh: "招聘", en: "Recruited" },
  "village-cadre": { zh: "原村干部", en: "Former village cadre" },
  retired: { zh: "离退休", en: "Retired" },
  unemployed: { zh: "下岗失业", en: "Unemployed before" },
  "part-time": { zh: "兼职", en: "Part-time" },
  street: { zh: "街道下派", en: "Sent by the street" },
});

/** Why a post ended (离任原因). */
export const postEnd = defineCodes("postEnd", {
  term: { zh: "届满", en: "Term ended" },
  resign: { zh: "辞职", en: "Resigned" },
  recall: { zh: "罢免", en: "Recalled" },
  death: { zh: "死亡", en: "Died" },
  ineligible: { zh: "丧失资格", en: "No longer eligible" },
  "civil-service": { zh: "考录公务员", en: "Joined the civil service" },
  pay: { zh: "待遇", en: "Pay" },
  other: { zh: "其他", en: "Other" },
});

/** Duty lines that a staff member looks after (条线). */
export const dutyLine = defineCodes("dutyLine", {
  general: { zh: "综合文书", en: "General office" },
  "social-security": { zh: "社会保障", en: "Social security" },
  "low-income": { zh: "低保救助", en: "Low income" },
  health: { zh: "卫生健康", en: "Health" },
  floating: { zh: "流动人口", en: "Floating population" },
  sanitation: { zh: "环境卫生", en: "Sanitation" },
  security: { zh: "治安", en: "Security" },
  mediation: { zh: "调解", en: "Mediation" },
  culture: { zh: "文体", en: "Culture and sport" },
  disaster: { zh: "防灾减灾", en: "Disaster reduction" },
});
