import { education, sex } from "../codes/population.ts";
import { candidateOffice, nominatedBy, voteRule } from "../codes/vote.ts";
import { defineRegister } from "../schema/register.ts";
import { isOnPeople } from "../schema/vote.ts";
import { VOTES } from "../schema/vote-rules.ts";

/**
 * Candidates (候选人, R30, S3.11-S3.16): who stands at which meeting for which office, and who put them forward. The
 * votes they got come from the announced vote alone.
 */
export const candidates = defineRegister({
  name: "candidates",
  label: { zh: "候选人", en: "Candidates" },
  title: ["person"],
  frozen: ["person"],
  uniqueTogether: [["meeting", "rule", "office", "person", "birth"]],
  fields: {
    meeting: { kind: "reference", to: "meetings", label: { zh: "会议", en: "Meeting" }, required: true, width: 180 },
    rule: { kind: "code", label: { zh: "选举", en: "Election" }, required: true, codes: voteRule, width: 150 },
    person: {
      kind: "text",
      label: { zh: "姓名", en: "Name" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      width: 90,
    },
    office: {
      kind: "code",
      label: { zh: "拟任职务", en: "Office" },
      required: true,
      codes: candidateOffice,
      initial: "member",
      width: 120,
    },
    resident: { kind: "reference", to: "residents", label: { zh: "居民", en: "Resident" } },
    sex: { kind: "code", label: { zh: "性别", en: "Sex" }, codes: sex, width: 60 },
    birth: {
      kind: "date",
      label: { zh: "出生日期", en: "Born" },
      restricted: "electionPeople",
      personal: true,
      past: true,
      width: 105,
    },
    education: { kind: "code", label: { zh: "文化程度", en: "Education" }, codes: education, width: 110 },
    publicSelected: { kind: "boolean", label: { zh: "公选", en: "Publicly selected" }, width: 70 },
    livesHere: { kind: "boolean", label: { zh: "本社区常住", en: "Lives here" }, initial: true, width: 80 },
    incumbent: { kind: "boolean", label: { zh: "现任", en: "In office now" }, width: 70 },
    nominatedBy: { kind: "code", label: { zh: "提名方式", en: "Put forward by" }, codes: nominatedBy, width: 130 },
    nominators: { kind: "integer", label: { zh: "提名人数", en: "How many" }, min: 1, max: 9999, width: 80 },
    signatories: {
      kind: "references",
      to: "voters",
      label: { zh: "联名选民", en: "Signed by" },
      hint: {
        zh: "选民或户代表联名提名的，逐一选自选民登记",
        en: "Where voters or households put somebody forward: each from the voter list",
      },
      width: 180,
    },
    withdrawn: { kind: "boolean", label: { zh: "退出", en: "Withdrawn" }, width: 70 },
    votesFor: { kind: "integer", label: { zh: "赞成", en: "For" }, byAction: true, min: 0, width: 60 },
    votesAgainst: { kind: "integer", label: { zh: "反对", en: "Against" }, byAction: true, min: 0, width: 60 },
    abstained: { kind: "integer", label: { zh: "弃权", en: "Abstained" }, byAction: true, min: 0, width: 60 },
    elected: { kind: "boolean", label: { zh: "当选", en: "Elected" }, byAction: true, width: 70 },
  },
  check: ({ rule, office }) => {
    const found = VOTES.get(String(rule ?? ""));
    if (!found) return [];
    if (!isOnPeople(found)) return [{ path: "rule", code: "not-on-people" }];
    return found.offices?.includes(String(office)) ? [] : [{ path: "office", code: "office-of-other-vote" }];
  },
});
