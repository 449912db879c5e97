import { delegateFindings } from "../rules/party-delegates.ts";
import { defineCalculation, said } from "../schema/calculation.ts";

/** Whether Party members may elect by delegates, and how many (S3.9). */
export const partyDelegates = defineCalculation({
  name: "party-delegates",
  label: { zh: "党员代表名额", en: "Party delegates" },
  hint: {
    zh: "党员人数超过规定的，经批准可选代表；否则开党员大会",
    en: "Above a number of members delegates may be approved; otherwise all members meet",
  },
  inputs: {
    members: { kind: "integer", label: { zh: "党员人数", en: "Party members" }, required: true, min: 1, max: 99_999 },
    delegates: { kind: "integer", label: { zh: "拟选代表", en: "Delegates wanted" }, min: 0, max: 99_999 },
  },
  run: (values, rules, day) => {
    const members = Number(values.members);
    const from = rules.number("elections.delegatesFrom", day);
    const [min, max] = [rules.number("elections.delegatesMin", day), rules.number("elections.delegatesMax", day)];
    const { delegates } = values;
    const isAllowed = from.value !== null && members > from.value;
    const wanted = typeof delegates === "number" && delegates > 0 ? delegates : undefined;
    const label = { zh: "选举方式", en: "Elect" };
    return {
      judged: wanted !== undefined,
      results: [
        isAllowed
          ? said("mode", label, "delegates", {
              zh: `可选代表 ${min.value ?? "—"}–${max.value ?? "—"} 人，须经批准`,
              en: `${min.value ?? "—"}–${max.value ?? "—"} delegates, if approved`,
            })
          : said("mode", label, "members", { zh: "党员大会", en: "in the meeting of all members" }),
      ],
      findings: wanted === undefined ? [] : delegateFindings(members, wanted, rules, day),
    };
  },
});
