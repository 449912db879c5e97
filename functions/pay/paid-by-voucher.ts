import { invalid } from "../../shared/contract/refusal.ts";
import type { Effect } from "../flows/effect.ts";
import { unchanged } from "../records/unchanged.ts";
import { allRecords, getRecord } from "../store/records.ts";

/** Pay was paid out when a voucher in the books says so (S9.15): an expense that was paid, of at least what its lines come to. */
export const paidByVoucher: Effect = async (deps, { community, id, values }, _context, { voucher: given }) => {
  if (typeof given !== "string") return {};
  const voucher = await getRecord(deps, "vouchers", community, given);
  if (voucher?.values.kind !== "out" || voucher.values.state !== "paid")
    throw invalid({ path: "voucher", code: "voucher-not-paid" });
  let sumFen = Number(values.paid ?? 0);
  for await (const line of allRecords(deps, "pay-sheets", community)) {
    if (line.id !== id && line.values.voucher === given) sumFen += Number(line.values.paid ?? 0);
  }
  const amountFen = Number(voucher.values.amountFen);
  if (sumFen > amountFen)
    throw invalid({
      path: "voucher",
      code: "voucher-too-small",
      params: { sum: sumFen / 100, amount: amountFen / 100 },
    });
  return { extra: [unchanged(deps, voucher)] };
};
