import { defineCodes } from "../schema/codes.ts";

/** What somebody is honoured as (创建评选). */
export const awardKind = defineCodes("awardKind", {
  "five-good-family": { zh: "五好文明家庭", en: "Five-good civilised family" },
  "five-good-building": { zh: "五好文明楼院", en: "Five-good civilised building" },
  "civilised-unit": { zh: "文明单位", en: "Civilised unit" },
  neighbour: { zh: "好邻居", en: "Good neighbour" },
  volunteer: { zh: "优秀志愿者", en: "Volunteer of the year" },
});
