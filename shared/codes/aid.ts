import { defineCodes } from "../schema/codes.ts";

/** What aid a household asks for (救助类别). Whoever is granted one of the first two becomes a service target of that kind. */
export const aidClass = defineCodes("aidClass", {
  "low-income": { zh: "最低生活保障", en: "Minimum living allowance", aliases: ["低保"] },
  "very-poor": { zh: "特困供养", en: "Support of the extremely poor", aliases: ["特困"] },
  temporary: { zh: "临时救助", en: "Temporary aid" },
});

/** Where an application for aid stands (申请状态, W04). */
export const aidState = defineCodes("aidState", {
  applied: { zh: "已申请", en: "Applied" },
  visited: { zh: "已入户核查", en: "Visited" },
  heard: { zh: "已听取邻里意见", en: "Neighbours heard" },
  sent: { zh: "已上报街道", en: "Sent to the street" },
  displayed: { zh: "已公示", en: "Displayed" },
  granted: { zh: "已批准", en: "Granted" },
  reviewed: { zh: "已年审", en: "Reviewed" },
  refused: { zh: "未批准", en: "Refused" },
  ended: { zh: "已停止", en: "Ended" },
  withdrawn: { zh: "申请人撤回", en: "Withdrawn" },
});
