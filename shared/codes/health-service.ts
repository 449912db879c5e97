import { defineCodes } from "../schema/codes.ts";

/** What a family with a child is offered (妇幼健康服务). Nothing here counts, permits or controls births. */
export const healthService = defineCodes("healthService", {
  prenatal: { zh: "孕期保健随访", en: "Care before birth" },
  postnatal: { zh: "产后访视", en: "Visit after birth" },
  child: { zh: "儿童健康检查", en: "Child health check" },
  vaccine: { zh: "预防接种提醒", en: "Vaccination reminder" },
  guidance: { zh: "科学育儿指导", en: "Guidance for parents" },
  papers: { zh: "代办母子健康手册", en: "Help with the health booklet" },
});
