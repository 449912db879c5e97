import { defineCodes } from "../schema/codes.ts";

/** Bodies whose size a rule says (组织类别). */
export const sizedBody = defineCodes("sizedBody", {
  committee: { zh: "居民委员会", en: "Residents' committee" },
  branch: { zh: "党支部委员会", en: "Party branch committee" },
  general: { zh: "党总支委员会", en: "Party general branch committee" },
  partyCommittee: { zh: "基层党委", en: "Basic Party committee" },
  supervision: { zh: "居务监督机构", en: "Supervision body" },
});

/** Votes with a quorum and a majority of their own (表决类型). */
export const votedBy = defineCodes("votedBy", {
  representatives: { zh: "代表会议表决", en: "Decision of the representatives' meeting" },
  election: { zh: "代表选举居委会", en: "Representatives elect the committee" },
  residents: { zh: "居民会议表决", en: "Decision of the residents' meeting" },
  party: { zh: "党员大会选举", en: "Party members elect" },
  twoCommittees: { zh: "两委会", en: "Meeting of both committees" },
  group: { zh: "居民小组会议", en: "Meeting of a resident group" },
});

/** How a period runs from a day (期限算法). */
export const periodKind = defineCodes("periodKind", {
  after: { zh: "之后（自然日，逢休息日顺延）", en: "After, in natural days" },
  working: { zh: "之后（工作日）", en: "After, in working days" },
  before: { zh: "之前（自然日，不顺延）", en: "Before, in natural days" },
});

/** Offices of those who left (离任前职务). */
export const leftOffice = defineCodes("leftOffice", {
  secretary: { zh: "书记", en: "Party secretary" },
  director: { zh: "主任", en: "Director" },
  deputy: { zh: "副主任", en: "Deputy director" },
  member: { zh: "委员", en: "Member" },
});

/** What somebody stands for (拟任职务). */
export const stoodFor = defineCodes("stoodFor", {
  publicDeputy: { zh: "公选副主任", en: "Publicly selected deputy" },
  partyHead: { zh: "党组织负责人", en: "Head of the Party organisation" },
});

/** Offices in a residents' committee (居委会职务). */
export const committeeOffice = defineCodes("committeeOffice", {
  director: { zh: "主任", en: "Director" },
  deputy: { zh: "副主任", en: "Deputy director" },
  member: { zh: "委员", en: "Member" },
});
