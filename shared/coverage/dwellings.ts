import { type Coverage, coveredBut, textOf } from "../schema/coverage.ts";

/** Rented rooms are filed (出租房屋, S6.7). */
export const rentals: Coverage = {
  name: "rentals",
  label: { zh: "出租房屋备案", en: "Rented rooms filed" },
  definition: { zh: "用途为出租、已办租赁备案的房屋。", en: "Rooms that are rented out and whose rent is filed." },
  reads: ["dwellings"],
  of: (lists) => {
    const rented = lists("dwellings").filter((row) => textOf(row, "use") === "rent");
    const why = { zh: "未备案", en: "Not filed" };
    const bare = rented.filter(({ values }) => values.rentFiled !== true);
    const gaps = bare.map((row) => {
      const title = ["building", "unit", "room"]
        .map((key) => textOf(row, key))
        .filter(Boolean)
        .join(" ");
      return { title, why, register: "dwellings", id: row.id };
    });
    return coveredBut(rented.length, gaps);
  },
};
