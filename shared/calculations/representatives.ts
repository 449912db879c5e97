import { representativeFindings, representativeSpans, type Span } from "../rules/representation.ts";
import { leastMeeting } from "../rules/threshold.ts";
import { counted, defineCalculation, type Result } from "../schema/calculation.ts";
import type { Label } from "../schema/label.ts";
import { PERSONS } from "../words/units.ts";

/** How many representatives groups, households and units send, and whether a total holds (C3, S3.10). */
export const representatives = defineCalculation({
  name: "representatives",
  label: { zh: "选民代表名额", en: "Number of representatives" },
  hint: {
    zh: "各小组、各大单位可推选多少名代表，居民代表比例是否够",
    en: "How many may be sent, and whether residents are enough",
  },
  inputs: {
    groups: {
      kind: "integer",
      label: { zh: "居民小组数", en: "Resident groups" },
      required: true,
      min: 0,
      max: 999,
      initial: 18,
    },
    households: {
      kind: "integer",
      label: { zh: "户数", en: "Households" },
      required: true,
      min: 0,
      max: 99_999,
      initial: 1200,
    },
    units: {
      kind: "integer",
      label: { zh: "大单位数", en: "Large units" },
      required: true,
      min: 0,
      max: 999,
      initial: 0,
    },
    total: { kind: "integer", label: { zh: "代表总数", en: "Representatives in all" }, min: 1, max: 999 },
    residents: { kind: "integer", label: { zh: "其中居民代表", en: "Residents among them" }, min: 0, max: 999 },
  },
  run: (values, rules, day) => {
    const counts = {
      groups: Number(values.groups),
      households: Number(values.households),
      units: Number(values.units),
    };
    const spans = representativeSpans(counts, rules, day);
    const { total, residents } = values;
    const isTotal = typeof total === "number" && typeof residents === "number";
    const share = rules.threshold("elections.residentShare", day).value;
    return {
      judged: isTotal,
      results: [
        span("byGroups", { zh: "按居民小组推选", en: "By resident groups" }, spans.byGroups),
        span("byHouseholds", { zh: "或按户数推选", en: "Or by households" }, spans.byHouseholds),
        span("fromUnits", { zh: "大单位选派", en: "Sent by large units" }, spans.fromUnits),
        ...(isTotal
          ? [counted("least", { zh: "居民代表至少", en: "Residents at least" }, leastMeeting(total, share), PERSONS)]
          : []),
      ],
      findings: [
        ...(isTotal ? representativeFindings(total, residents, rules, day) : []),
        ...(isTotal && residents > total ? [{ code: "residents-beyond-total", level: "fails" as const }] : []),
      ],
    };
  },
});

function span(key: string, label: Label, { least, most }: Span): Result {
  if (least > most) return { key, label, value: null, shown: { zh: "没有合适的人数", en: "no number fits" } };
  const text = least === most ? String(least) : `${least}–${most}`;
  return { key, label, value: text, shown: { zh: `${text} ${PERSONS.zh}`, en: `${text} ${PERSONS.en}` } };
}
