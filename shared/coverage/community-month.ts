import { type Coverage, coveredBut, type Gap, type Lists, type Row, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** What belongs to community month, and the record of that month that shows it. */
const FORMS: readonly { label: Label; list: string; day: string; when: (row: Row) => boolean }[] = [
  {
    label: { zh: "入户走访", en: "Visits to households" },
    list: "visits",
    day: "on",
    when: (row) => textOf(row, "kind") === "campaign",
  },
  {
    label: { zh: "媒体宣传", en: "Media" },
    list: "publicity",
    day: "date",
    when: (row) => textOf(row, "channel") === "media" && textOf(row, "theme") === "community",
  },
  {
    label: { zh: "讲座", en: "Lectures" },
    list: "events",
    day: "gather",
    when: (row) => textOf(row, "kind") === "lecture" && textOf(row, "status") === "held",
  },
  {
    label: { zh: "巡回演出", en: "Touring shows" },
    list: "events",
    day: "gather",
    when: (row) => textOf(row, "kind") === "show" && textOf(row, "status") === "held",
  },
  {
    label: { zh: "致居民公开信", en: "Open letter to all residents" },
    list: "publicity",
    day: "date",
    when: (row) => textOf(row, "channel") === "letter" && textOf(row, "theme") === "community",
  },
];
const JUNE = "06";

/** Community month in all its forms (社区建设宣传月, S2.9): that of this year, or of the last until June has come. */
export const communityMonth: Coverage = {
  name: "community-month",
  label: { zh: "社区建设宣传月五项内容", en: "The five parts of community month" },
  definition: {
    zh: "六月里有记录的：入户走访、媒体宣传、讲座、演出、公开信。六月之前看上一年。",
    en: "What has a record in June: visits, media, a lecture, a show, an open letter. Before June, of the year before.",
  },
  reads: ["visits", "publicity", "events"],
  of: (lists, today) => {
    const now = Number(today.slice(0, 4));
    const month = `${today.slice(5, 7) < JUNE ? now - 1 : now}-${JUNE}`;
    const gaps = FORMS.filter((form) => !isShown(lists, form, month)).map(
      ({ label, list }): Gap => ({
        title: label,
        why: { zh: `${month} 没有记录`, en: `Nothing in ${month}` },
        register: list,
      }),
    );
    return coveredBut(FORMS.length, gaps);
  },
};

const isShown = (lists: Lists, { list, day, when }: (typeof FORMS)[number], month: string) =>
  lists(list).some((row) => textOf(row, day).startsWith(month) && when(row));
