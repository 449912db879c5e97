import { education, sex } from "../codes/population.ts";
import { candidateOffice, nominatedBy } from "../codes/vote.ts";
import { definePublication, type PublicationKind } from "../schema/publication.ts";

/** Of a candidate is public what they stand for and by whom; of their birth the age on election day alone. */
const parts: PublicationKind["parts"] = [
  {
    name: "election",
    as: "facts",
    columns: {
      title: { label: { zh: "选举", en: "Election" }, kind: "text" },
      day: { label: { zh: "选举日", en: "Election day" }, kind: "date" },
      seats: { label: { zh: "应选名额", en: "Seats" }, kind: "integer" },
    },
  },
  {
    name: "candidates",
    as: "table",
    columns: {
      name: { label: { zh: "姓名", en: "Name" }, kind: "text" },
      office: { label: { zh: "拟任职务", en: "Office" }, kind: candidateOffice },
      sex: { label: { zh: "性别", en: "Sex" }, kind: sex },
      age: { label: { zh: "年龄", en: "Age" }, kind: "integer" },
      education: { label: { zh: "文化程度", en: "Education" }, kind: education },
      nominatedBy: { label: { zh: "提名方式", en: "Put forward by" }, kind: nominatedBy },
      incumbent: { label: { zh: "现任", en: "In office now" }, kind: "boolean" },
    },
  },
  { name: "objections", as: "text" },
];

const shared = {
  source: "election",
  needs: ["election"],
  untyped: true,
  parts,
  places: ["wall", "screen", "board", "web"],
  days: "publication.electionDays",
  approves: ["director", "deputy", "secretary"],
  print: "sheet",
} as const satisfies Partial<PublicationKind>;

/** Those put forward (初步候选人公示, P3, S3.13): shown so that anybody may object. */
export const preliminaryCandidates = definePublication({
  ...shared,
  name: "candidates",
  label: { zh: "初步候选人公示", en: "Preliminary candidates" },
  heading: { zh: "初步候选人公示", en: "Preliminary candidates" },
});

/** Those who stand (正式候选人名单, P3, S3.14): what the street approved, before election day by the number of the rules. */
export const formalCandidates = definePublication({
  ...shared,
  name: "formal-candidates",
  label: { zh: "正式候选人名单", en: "Formal candidates" },
  heading: { zh: "正式候选人名单公告", en: "Formal candidates" },
});
