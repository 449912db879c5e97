import { dutyTag } from "../codes/task.ts";
import { type Coverage, coveredBut, type Gap } from "../schema/coverage.ts";

/** Lists whose records say to which duty they belong, with the day that places them in a year. */
const DONE = [
  { register: "tasks", day: "received" },
  { register: "events", day: "gather" },
  { register: "cases", day: "received" },
] as const;
/** The text of the catalogue breaks off here. */
const OPEN_ITEM = "13";

/** What the committee did this year for each duty of the catalogue (居委会职责, S6.5): a duty without anything is listed. */
export const dutyCatalogue: Coverage = {
  name: "duty-catalogue",
  label: { zh: "居委会职责履行", en: "Duties of the catalogue" },
  definition: {
    zh: "十二类职责中，本年有任务、活动或事项标注的。",
    en: "Of the twelve duties, those to which a task, event or case of this year belongs.",
  },
  reads: ["tasks", "events", "cases"],
  of: (lists, today) => {
    const year = today.slice(0, 4);
    const tagged = DONE.flatMap(({ register, day }) =>
      lists(register)
        .filter(({ values }) => String(values[day] ?? "").startsWith(year))
        .flatMap(({ values }) => (Array.isArray(values.dutyTag) ? values.dutyTag.map(String) : [])),
    );
    const duties = Object.keys(dutyTag.codes).filter((code) => code !== OPEN_ITEM);
    const gaps = duties
      .filter((code) => !tagged.includes(code))
      .map((code): Gap => {
        const title = dutyTag.codes[code] ?? code;
        return { title, why: { zh: "本年没有记录", en: "Nothing this year" } };
      });
    return coveredBut(duties.length, gaps);
  },
};
