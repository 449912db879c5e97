import { defineCodes } from "../schema/codes.ts";

/** Sex (性别), GB/T 2261.1-2003. */
export const sex = defineCodes("sex", {
  "1": { zh: "男", en: "Male", aliases: ["男性"] },
  "2": { zh: "女", en: "Female", aliases: ["女性"] },
  "0": { zh: "未知", en: "Unknown" },
  "9": { zh: "未说明", en: "Not stated" },
});

/** Kind of identity paper (证件类型). */
export const identityPaper = defineCodes("identityPaper", {
  id: { zh: "居民身份证", en: "Identity card", aliases: ["身份证"] },
  residencePermit: { zh: "港澳台居民居住证", en: "Residence permit of Hong Kong, Macao or Taiwan residents" },
  passport: { zh: "护照", en: "Passport" },
  other: { zh: "其他", en: "Other" },
});

/** Marital status (婚姻状况), GB/T 2261.2-2003. */
export const marital = defineCodes("marital", {
  "10": { zh: "未婚", en: "Never married" },
  "20": { zh: "已婚", en: "Married" },
  "21": { zh: "初婚", en: "First marriage" },
  "22": { zh: "再婚", en: "Remarried" },
  "23": { zh: "复婚", en: "Remarried to the same spouse" },
  "30": { zh: "丧偶", en: "Widowed" },
  "40": { zh: "离婚", en: "Divorced", aliases: ["离异"] },
  "90": { zh: "未说明", en: "Not stated" },
});

/** Education (文化程度), GB/T 4658-2006; the finer codes are understood, the usual ones offered. */
export const education = defineCodes("education", {
  "10": { zh: "研究生", en: "Graduate school", aliases: ["研究生教育"] },
  "11": { zh: "博士", en: "Doctor's degree", aliases: ["博士研究生"] },
  "14": { zh: "硕士", en: "Master's degree", aliases: ["硕士研究生"] },
  "20": { zh: "本科", en: "Bachelor", aliases: ["大学本科", "大学"], hidden: true },
  "21": { zh: "本科毕业", en: "Bachelor's degree", aliases: ["大学本科毕业"] },
  "30": { zh: "大专", en: "Junior college", aliases: ["大学专科", "专科"], hidden: true },
  "31": { zh: "专科毕业", en: "Junior college graduate", aliases: ["大专毕业"] },
  "40": { zh: "中等职业教育", en: "Secondary vocational", aliases: ["中职", "中专/技校"], hidden: true },
  "41": { zh: "中专", en: "Secondary specialised school", aliases: ["中等专科", "中专毕业"] },
  "44": { zh: "职高", en: "Vocational high school", aliases: ["职业高中"] },
  "47": { zh: "技校", en: "Skilled workers' school", aliases: ["技工学校"] },
  "60": { zh: "高中", en: "Senior high school", aliases: ["普通高级中学教育", "普通高中"], hidden: true },
  "61": { zh: "高中毕业", en: "Senior high school graduate" },
  "70": { zh: "初中", en: "Junior high school", aliases: ["初级中学教育"], hidden: true },
  "71": { zh: "初中毕业", en: "Junior high school graduate" },
  "80": { zh: "小学", en: "Primary school", aliases: ["小学教育"], hidden: true },
  "81": { zh: "小学毕业", en: "Primary school graduate" },
  "90": { zh: "其他", en: "Other", aliases: ["文盲", "半文盲", "不识字", "无", "学龄前"] },
});

/** Political affiliation (政治面貌), GB/T 4762-1984. */
export const political = defineCodes("political", {
  "01": { zh: "中共党员", en: "Communist Party member", aliases: ["党员"] },
  "02": { zh: "中共预备党员", en: "Probationary Party member", aliases: ["预备党员"] },
  "03": { zh: "共青团员", en: "Youth League member", aliases: ["团员"] },
  "04": { zh: "民革会员", en: "Revolutionary Committee of the Kuomintang", aliases: ["民革"] },
  "05": { zh: "民盟盟员", en: "Democratic League", aliases: ["民盟"] },
  "06": { zh: "民建会员", en: "National Construction Association", aliases: ["民建"] },
  "07": { zh: "民进会员", en: "Association for Promoting Democracy", aliases: ["民进"] },
  "08": { zh: "农工党党员", en: "Peasants' and Workers' Party", aliases: ["农工党", "农工"] },
  "09": { zh: "致公党党员", en: "Zhi Gong Party", aliases: ["致公党", "致公"] },
  "10": { zh: "九三学社社员", en: "Jiu San Society", aliases: ["九三学社", "九三"] },
  "11": { zh: "台盟盟员", en: "Taiwan Self-Government League", aliases: ["台盟"] },
  "12": { zh: "无党派民主人士", en: "Without party affiliation", aliases: ["无党派", "无党派人士"] },
  "13": { zh: "群众", en: "Ordinary citizen", aliases: ["普通居民"] },
});

/** Work (就业状况). */
export const job = defineCodes("job", {
  working: { zh: "在业", en: "Working", aliases: ["就业", "在职", "在岗"] },
  unemployed: { zh: "失业", en: "Unemployed", aliases: ["待业"] },
  "laid-off": { zh: "下岗", en: "Laid off" },
  retired: { zh: "离退休", en: "Retired", aliases: ["退休", "离休"] },
  student: { zh: "学生", en: "Student", aliases: ["在校学生"] },
  preschool: { zh: "学龄前", en: "Below school age" },
  other: { zh: "其他", en: "Other" },
});

/** Old-age insurance (养老保险). */
export const pension = defineCodes("pension", {
  employee: { zh: "城镇职工", en: "Employees' scheme", aliases: ["职工养老"] },
  resident: { zh: "城乡居民", en: "Residents' scheme", aliases: ["居民养老"] },
  civil: { zh: "机关事业", en: "Civil service scheme" },
  none: { zh: "未参保", en: "Not insured", aliases: ["无"] },
});

/** Health insurance (医疗保险). */
export const medical = defineCodes("medical", {
  employee: { zh: "职工医保", en: "Employees' scheme" },
  resident: { zh: "居民医保", en: "Residents' scheme" },
  commercial: { zh: "商业保险", en: "Commercial insurance" },
  none: { zh: "未参保", en: "Not insured", aliases: ["无"] },
});

/** Right to vote (选举资格). */
export const voting = defineCodes("voting", {
  normal: { zh: "正常", en: "Entitled" },
  deprived: { zh: "被剥夺政治权利", en: "Deprived of political rights" },
  unable: { zh: "无法行使", en: "Unable to exercise it" },
});

/** Where a person is (居住状态). */
export const live = defineCodes("live", {
  here: { zh: "在住", en: "Living here", aliases: ["在家", "常住", "居住"] },
  away: { zh: "外出", en: "Away", aliases: ["外出务工"] },
  moved: { zh: "迁出", en: "Moved out", aliases: ["搬走", "已迁出"] },
  dead: { zh: "死亡", en: "Dead", aliases: ["去世", "已故"] },
});

/** Whether person and household registration are in the same place (人户状态). */
export const consistency = defineCodes("consistency", {
  same: { zh: "人户一致", en: "Lives where registered" },
  "person-only": { zh: "人在户不在", en: "Lives here, registered elsewhere" },
  "registration-only": { zh: "户在人不在", en: "Registered here, lives elsewhere" },
  floating: { zh: "流动人口", en: "Floating population", aliases: ["流动"] },
  unverified: { zh: "待核实", en: "Not verified" },
});
