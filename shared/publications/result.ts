import { candidateOffice } from "../codes/vote.ts";
import { definePublication } from "../schema/publication.ts";

/** The result of a vote or an election (结果公布, P4, S3.20): public the moment it is announced, votes by candidate. */
export const result = definePublication({
  name: "result",
  label: { zh: "结果公布", en: "Result" },
  heading: { zh: "公告", en: "Announcement" },
  source: "source",
  needs: [],
  parts: [
    { name: "text", as: "text" },
    {
      name: "figures",
      as: "facts",
      columns: {
        meeting: { label: { zh: "会议", en: "Meeting" }, kind: "text" },
        decidedOn: { label: { zh: "日期", en: "Date" }, kind: "date" },
        rule: { label: { zh: "表决方式", en: "How" }, kind: "text" },
        entitled: { label: { zh: "应到", en: "Entitled" }, kind: "integer" },
        present: { label: { zh: "实到", en: "Present" }, kind: "integer" },
        issued: { label: { zh: "发出选票", en: "Ballots issued" }, kind: "integer" },
        returned: { label: { zh: "收回选票", en: "Ballots returned" }, kind: "integer" },
        valid: { label: { zh: "有效票", en: "Valid" }, kind: "integer" },
        spoiled: { label: { zh: "废票", en: "Spoiled" }, kind: "integer" },
        for: { label: { zh: "赞成", en: "For" }, kind: "integer" },
        against: { label: { zh: "反对", en: "Against" }, kind: "integer" },
        abstain: { label: { zh: "弃权", en: "Abstained" }, kind: "integer" },
        needed: { label: { zh: "通过所需票数", en: "Votes needed" }, kind: "integer" },
        outcome: { label: { zh: "结果", en: "Outcome" }, kind: "text" },
        source: { label: { zh: "依据", en: "By" }, kind: "text" },
      },
    },
    {
      name: "candidates",
      as: "table",
      title: { zh: "得票情况", en: "Votes by candidate" },
      columns: {
        name: { label: { zh: "姓名", en: "Name" }, kind: "text" },
        office: { label: { zh: "职务", en: "Office" }, kind: candidateOffice },
        for: { label: { zh: "赞成", en: "For" }, kind: "integer" },
        against: { label: { zh: "反对", en: "Against" }, kind: "integer" },
        abstain: { label: { zh: "弃权", en: "Abstained" }, kind: "integer" },
        elected: { label: { zh: "当选", en: "Elected" }, kind: "boolean" },
      },
    },
  ],
  places: ["board", "web"],
  days: "publication.resultDays",
  approves: [],
  atOnce: true,
  print: "sheet",
});
