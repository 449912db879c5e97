import { defineCodes } from "../schema/codes.ts";
import { VOTES } from "../schema/vote-rules.ts";

/** Rules by which meetings vote (表决规则). */
export const voteRule = defineCodes(
  "voteRule",
  Object.fromEntries([...VOTES.values()].map(({ name, label }) => [name, label])),
);

/** Where a vote stands (表决状态). */
export const voteState = defineCodes("voteState", {
  prepared: { zh: "待开始", en: "Prepared" },
  open: { zh: "计票中", en: "Open" },
  counted: { zh: "已核对", en: "Counted" },
  announced: { zh: "已宣布", en: "Announced" },
  void: { zh: "作废", en: "Void" },
});

/** How votes are given (表决方式). */
export const voteMethod = defineCodes("voteMethod", {
  ballot: { zh: "无记名投票", en: "Secret ballot", aliases: ["投票", "票决"] },
  hands: { zh: "举手表决", en: "Show of hands", aliases: ["举手"] },
});

/** What a vote ended in (表决结果). */
export const voteOutcome = defineCodes("voteOutcome", {
  adopted: { zh: "通过", en: "Adopted" },
  rejected: { zh: "未通过", en: "Rejected" },
  elected: { zh: "选出", en: "All seats filled" },
  "run-off": { zh: "票数相同，另行投票", en: "A tie: run-off" },
  missing: { zh: "名额未满，另行选举", en: "Seats left: another round" },
});

/** Offices somebody may stand for (拟任职务). */
export const candidateOffice = defineCodes("candidateOffice", {
  director: { zh: "主任", en: "Director" },
  deputy: { zh: "副主任", en: "Deputy director" },
  member: { zh: "委员", en: "Member" },
  council: { zh: "议事会成员", en: "Council member" },
  supervision: { zh: "监督小组成员", en: "Supervision group member" },
  "group-leader": { zh: "居民小组长", en: "Group leader" },
  "party-committee": { zh: "党组织委员", en: "Member of the Party committee" },
});

/** Who put somebody forward (提名方式, S3.11). */
export const nominatedBy = defineCodes("nominatedBy", {
  organisation: { zh: "组织推荐", en: "Organisation" },
  party: { zh: "党员推荐", en: "Party members" },
  mass: { zh: "群众推荐", en: "Residents at large" },
  voters: { zh: "选民联名", en: "Voters together" },
  households: { zh: "户代表联名", en: "Household representatives together" },
  groups: { zh: "居民小组提名", en: "Resident groups" },
});

/** Who asks for a recall (罢免提议人). */
export const proposersKind = defineCodes("proposersKind", {
  adults: { zh: "十八周岁以上居民", en: "Residents of 18 and more" },
  households: { zh: "户", en: "Households" },
  groups: { zh: "居民小组", en: "Resident groups" },
});
