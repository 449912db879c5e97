import { sizedBody } from "../codes/rules.ts";
import { bodySizeFindings, SIZED_BODIES } from "../rules/body-size.ts";
import { counted, defineCalculation } from "../schema/calculation.ts";
import { PERSONS } from "../words/units.ts";

/** Whether a body may have so many members (C1). */
export const bodySize = defineCalculation({
  name: "body-size",
  label: { zh: "组织人数校核", en: "Size of a body" },
  hint: { zh: "居委会、党组织、居务监督机构的人数是否合规", en: "Whether a body may have so many members" },
  inputs: {
    body: { kind: "code", label: { zh: "组织", en: "Body" }, required: true, codes: sizedBody, initial: "committee" },
    members: { kind: "integer", label: { zh: "人数", en: "Members" }, required: true, min: 0, max: 99, initial: 7 },
    partyMembers: {
      kind: "integer",
      label: { zh: "党员人数（支部）", en: "Party members (branch)" },
      min: 0,
      max: 100_000,
    },
  },
  run: (values, rules, day) => {
    const body = SIZED_BODIES.find((one) => one === values.body) ?? "committee";
    const members = Number(values.members);
    const number = (name: string) => rules.number(`bodies.${body}${name}`, day).value;
    const from = body === "branch" ? rules.number("bodies.branchFromMembers", day) : undefined;
    const isSmall = from?.value != null && typeof values.partyMembers === "number" && values.partyMembers <= from.value;
    const [min, max] = [number("Min"), number("Max")];
    return {
      judged: true,
      results: [
        ...(min === null ? [] : [counted("min", { zh: "最少", en: "At least" }, min, PERSONS)]),
        ...(max === null ? [] : [counted("max", { zh: "最多", en: "At most" }, max, PERSONS)]),
      ],
      findings: [
        ...bodySizeFindings(body, members, rules, day),
        ...(from && isSmall
          ? [
              {
                code: "branch-without-committee",
                level: from.checked ? ("fails" as const) : ("warns" as const),
                params: { value: from.value ?? 0 },
                parameter: from.parameter,
              },
            ]
          : []),
      ],
    };
  },
});
