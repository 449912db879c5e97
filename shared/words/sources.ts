import { ALWAYS, type Dated, type ParameterValue, type Source, since } from "../schema/parameter.ts";

/** Where numbers are said. `read` is true where somebody has read the number in that very text. */
const DOCUMENTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  1: { zh: "社区活动通告（果园一日游）", en: "Notice of a trip to an orchard" },
  2: { zh: "社区居委会的问题与改革", en: "Problems and reform of residents' committees" },
  3: { zh: "社区换届选举实施方案（兰州市七里河区，2010 年）", en: "Election plan (Qilihe district, Lanzhou, 2010)" },
  4: { zh: "防灾减灾汇报材料（遂川县草林镇）", en: "Disaster-reduction report (Caolin town, Suichuan)" },
  5: { zh: "社会实践总结（武汉某居委会）", en: "An intern's summary (a committee in Wuhan)" },
  6: { zh: "社区居委会岗位与职责（北京）", en: "Posts and duties of a committee (Beijing)" },
  7: {
    zh: "居委会选举工作总结（佛山市顺德区，约 2002 年）",
    en: "Election summary (Shunde district, Foshan, about 2002)",
  },
  8: { zh: "社区居委会职权制度", en: "Rights and duties of a residents' committee" },
  9: { zh: "社区居委会建设调研报告（重庆市两路，2008 年）", en: "Survey report (Lianglu, Chongqing, 2008)" },
};

/** A requirement of the source documents whose own words give the number. */
export function document(number: string): Source {
  return { ...documentWords(number), read: true };
}

/** A requirement of the source documents that leaves the number open, with how it is read here. */
export function reading(number: string, zh: string, en: string): Source {
  const words = documentWords(number);
  return { zh: `${words.zh}；原文未写明：${zh}`, en: `${words.en}; the text leaves it open: ${en}`, read: false };
}

function documentWords(number: string) {
  const words = DOCUMENTS[number.slice(1, 2)];
  if (!words) throw new Error(`No source document of ${number}`);
  return { zh: `${words.zh}，${number}`, en: `${words.en}, ${number}` };
}

/** An article of the organic law of urban residents' committees of 1989 as amended in 2018. */
export function organicLaw(article: number): Source {
  return {
    zh: `城市居民委员会组织法（1989 年，2018 年修正）第 ${article} 条`,
    en: `Organic Law of Urban Residents' Committees (1989, as amended 2018), art. ${article}`,
    read: true,
  };
}

/** The organic law as revised on 2025-10-28, in force since 2026-01-01: known from fragments, save where an article was read. */
export function organicLaw2026(article?: number): Source {
  return article === undefined
    ? {
        zh: "城市居民委员会组织法（2025 年修订），据片段",
        en: "Organic Law of Urban Residents' Committees (revised 2025), by fragments",
        read: false,
      }
    : {
        zh: `城市居民委员会组织法（2025 年修订）第 ${article} 条`,
        en: `Organic Law of Urban Residents' Committees (revised 2025), art. ${article}`,
        read: true,
      };
}

/**
 * A value of the organic law of 1989 as the law of 2026 has it, as far as known: the article was read as it stood until
 * 2025, and what the revision made of it was not.
 */
export function untilRevised<V extends ParameterValue>(value: V, article: number): readonly Dated<V>[] {
  const before = organicLaw(article);
  const revised: Source = {
    zh: `沿用${before.zh}；2025 年修订后的条文未读到`,
    en: `${before.en}, carried on; the revised article of 2025 was not read`,
    read: false,
  };
  return [since(ALWAYS, value, before), since("2026-01-01", value, revised)];
}

export const LOCAL_MEASURES: Source = {
  zh: "重庆市、甘肃省居民委员会选举办法（2025 年 11 月），据公报首页；他省以本省办法为准",
  en: "Election measures of Chongqing and Gansu (November 2025), by their first pages; elsewhere the province's own hold",
  read: false,
};

export const VILLAGE_LAW: Source = {
  zh: "比照村民委员会组织法",
  en: "By analogy to the Organic Law of Villagers' Committees",
  read: false,
};

/** Nothing says the number: a usual value to start from. */
export const USUAL: Source = {
  zh: "法律和文件均未规定，按通常做法设定",
  en: "No law or document says it: a usual value",
  read: false,
};

/** A control whose text was read and gives no number: the product's own acts until a committee decides another. */
export function control(zh: string, en: string): Source {
  return { zh, en, read: true, control: true };
}

/** A text other than those above. */
export function otherText(zh: string, en: string, read: boolean): Source {
  return { zh, en, read };
}
