import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Donations (捐助, R23; S2.6): who gave what, whether the name may be published, and for which purpose. What has arrived is
 * the sum of the vouchers that refer to it.
 */
export const donations = defineRegister({
  name: "donations",
  label: { zh: "捐助", en: "Donations" },
  title: ["donor", "date"],
  frozen: ["donor"],
  fields: {
    donor: { kind: "text", label: { zh: "捐助人", en: "Donor" }, required: true, personal: true, max: 120, width: 150 },
    publishName: { kind: "boolean", label: { zh: "愿意公布姓名", en: "May be named" }, required: true, width: 110 },
    date: { kind: "date", label: { zh: "日期", en: "Date" }, required: true, past: true, width: 110 },
    amountFen: {
      kind: "money",
      label: { zh: "捐助金额（元）", en: "Amount given (yuan)" },
      required: true,
      min: 1,
      width: 120,
    },
    purpose: {
      kind: "text",
      label: { zh: "捐助人说明的用途", en: "Purpose in the donor's words" },
      max: 200,
      width: 200,
    },
    restricted: { kind: "boolean", label: { zh: "限定用途", en: "Restricted" }, initial: false, width: 90 },
    fund: { kind: "reference", to: "restricted-funds", label: { zh: "专款", en: "Restricted fund" }, width: 180 },
    receivedFen: { kind: "money", label: { zh: "已到账（元）", en: "Arrived (yuan)" }, byAction: true, width: 120 },
    receiptNo: { kind: "text", label: { zh: "收据号", en: "Receipt" }, byAction: true, max: 60, width: 130 },
  },
  check: ({ restricted, fund }: Values) => {
    if (restricted === true && !fund) return [{ path: "fund", code: "required" }];
    return restricted !== true && fund ? [{ path: "restricted", code: "fund-of-unrestricted" }] : [];
  },
});
