import { assetFound } from "../codes/asset.ts";
import { differs } from "../rules/assets.ts";
import { byColumn, type Coverage, coveredBut, type Gap, textOf } from "../schema/coverage.ts";

/** Where a voucher stands once it is approved and not taken back. */
const APPROVED: ReadonlySet<unknown> = new Set(["approved", "reported", "paid"]);

/** What was bought as equipment is entered as an asset (资产入账, L17, S8.8). */
export const assetsEntered: Coverage = {
  name: "assets-entered",
  label: { zh: "设备购置已登记固定资产", en: "Equipment entered as assets" },
  definition: {
    zh: "达到固定资产起点、已审批的设备购置支出中，已有固定资产指向该凭证的。",
    en: "Approved expenses for equipment from the amount at which it is an asset that an asset refers to.",
  },
  reads: ["vouchers", "assets"],
  of: (lists, _today, numbers) => {
    const leastFen = numbers("ledger.assetFen");
    const bought = lists("vouchers").filter(
      ({ values }) =>
        values.kind === "out" &&
        values.line === "equipment" &&
        APPROVED.has(values.state) &&
        !values.reverses &&
        leastFen !== null &&
        Number(values.amountFen) >= leastFen,
    );
    const entered = byColumn(lists("assets"), "voucher");
    const gaps = bought
      .filter(({ id }) => !entered.has(id))
      .map((row): Gap => {
        const title = `${textOf(row, "no")} ${textOf(row, "summary")}`.trim();
        const why = { zh: "没有登记固定资产", en: "No asset was entered" };
        return { title, why, register: "vouchers", id: row.id };
      });
    return coveredBut(bought.length, gaps);
  },
};

/** Every asset was counted this year and is there as the books have it (资产盘点, L17, S6.10). */
export const assetsCounted: Coverage = {
  name: "assets-counted",
  label: { zh: "固定资产年度盘点", en: "Assets counted this year" },
  definition: {
    zh: "本年已盘点且账实相符的固定资产，占未报废的固定资产。",
    en: "Assets counted this year and there as the books have them, of all that are not scrapped.",
  },
  reads: ["assets"],
  of: (lists, today) => {
    const kept = lists("assets").filter(({ values }) => values.state !== "scrapped");
    const gaps = kept.flatMap((row): Gap[] => {
      const gap = { title: `${textOf(row, "no")} ${textOf(row, "name")}`, register: "assets", id: row.id };
      if (differs(row.values)) {
        const found = assetFound.codes[textOf(row, "found")];
        const note = textOf(row, "countNote");
        const why = { zh: `${found?.zh ?? ""}：${note}`, en: `${found?.en ?? ""}: ${note}` };
        return [{ ...gap, why }];
      }
      const isCounted = textOf(row, "lastCount").slice(0, 4) === today.slice(0, 4);
      return isCounted ? [] : [{ ...gap, why: { zh: "本年未盘点", en: "Not counted this year" } }];
    });
    return coveredBut(kept.length, gaps);
  },
};
