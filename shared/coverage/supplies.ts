import { addDays } from "../rules/calendar.ts";
import { type Coverage, coveredBut, type Gap, textOf } from "../schema/coverage.ts";

/** Shelters with their sign, stores that are there and good (避难场所与物资, S4.16). */
export const supplies: Coverage = {
  name: "supplies",
  label: { zh: "避难场所标志与物资有效期", en: "Shelters' signs and stores' expiry" },
  definition: {
    zh: "有安全标志的避难场所，和有存量、不在到期提醒天数内到期的物资。",
    en: "Shelters that have a safety sign; stored items of which there are some that do not expire within the days of warning.",
  },
  reads: ["shelters"],
  of: (lists, today, numbers) => {
    const rows = lists("shelters");
    const soon = addDays(today, numbers("safety.expiryDays") ?? 0);
    const gaps = rows.flatMap((row): Gap[] => {
      const due = textOf(row, "expires");
      const gap = { title: textOf(row, "name"), register: "shelters", id: row.id };
      if (row.values.kind === "shelter") {
        return row.values.sign === true ? [] : [{ ...gap, why: { zh: "没有安全标志", en: "No safety sign" } }];
      }
      if (due !== "" && due < today) return [{ ...gap, why: { zh: "已过期", en: "Expired" }, due }];
      if (due !== "" && due <= soon) return [{ ...gap, why: { zh: "即将到期", en: "Expires soon" }, due }];
      return row.values.quantity === 0 ? [{ ...gap, why: { zh: "没有存量", en: "None left" } }] : [];
    });
    return coveredBut(rows.length, gaps);
  },
};
