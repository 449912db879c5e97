import { defineCodes } from "../schema/codes.ts";

/** Where an entry of the voter list stands (登记状态). */
export const voterState = defineCodes("voterState", {
  registered: { zh: "已登记", en: "Registered" },
  settled: { zh: "已核实", en: "Signed off" },
});

/**
 * Why somebody of age is not on the voter list (不列入原因). Loss of political rights is not among them: the residents'
 * list decides it, and the voter list tells nobody.
 */
export const voterExcluded = defineCodes("voterExcluded", {
  elsewhere: { zh: "在他处登记", en: "Registered elsewhere", aliases: ["在户籍地登记", "他处登记"] },
  absent: { zh: "外出无法联系", en: "Away and not reached", aliases: ["联系不上"] },
  declined: { zh: "本人不登记", en: "Does not wish to be registered", aliases: ["本人放弃"] },
});

/** What makes an entry doubtful (登记疑点, 不错登、不重登). */
export const voterDoubt = defineCodes("voterDoubt", {
  double: { zh: "疑似重登", en: "Registered twice" },
  underAge: { zh: "选举日未满年龄", en: "Not of age on election day" },
  unknownAge: { zh: "没有出生日期", en: "No birth date" },
  dead: { zh: "已去世", en: "Dead" },
  moved: { zh: "不在本社区居住", en: "Does not live here" },
  differs: { zh: "与居民名册的姓名或出生日期不符", en: "Name or birth date differs from the residents' list" },
});
