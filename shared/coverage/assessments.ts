import { assessmentScheme } from "../codes/work.ts";
import { type Coverage, type Gap, textOf } from "../schema/coverage.ts";

/** Score of the year by one scheme (考核得分, S2.8, S7.10, S9.29; T18): weight times score, of weight times a hundred. */
function scored(scheme: string): Coverage {
  const words = assessmentScheme.codes[scheme];
  return {
    name: `assessment-${scheme}`,
    label: { zh: `${words?.zh}：得分`, en: `${words?.en}: points` },
    definition: {
      zh: "本年各项的权重乘得分之和（有街道评分的用街道评分，否则用自评分），占权重乘满分之和。未评分的项计 0。",
      en: "Sum of weight times score this year (the street's where there is one, else the committee's own), of weight times the full hundred. What has no score counts as 0.",
    },
    reads: ["assessments"],
    of: (lists, today) => {
      const rows = lists("assessments").filter(
        ({ values }) => values.scheme === scheme && String(values.year) === today.slice(0, 4),
      );
      let [total, covered] = [0, 0];
      const gaps: Gap[] = [];
      for (const row of rows) {
        const { weight, streetScore, selfScore } = row.values;
        const score = streetScore ?? selfScore;
        // Tenths times tenths, so that sums stay exact.
        total += Math.round(Number(weight) * 10) * 1000;
        covered += Math.round(Number(weight) * 10) * Math.round(Number(score ?? 0) * 10);
        if (score !== undefined && score !== null) continue;
        const why = { zh: "未评分", en: "Not scored" };
        gaps.push({ title: textOf(row, "item"), why, register: "assessments", id: row.id });
      }
      return { total: total / 100, covered: covered / 100, gaps };
    },
  };
}

export const targetsScored = scored("targets");
export const modelScored = scored("model");
export const mechanismsScored = scored("mechanisms");
