import { halfWidth } from "./written-date.ts";

/** A phone number as it is kept: half-width digits, no spaces, no +86; undefined when it is none (电话). */
export function phoneFromText(text: string): string | undefined {
  const compact = halfWidth(text)
    .replace(/[\s()\u2010-\u2015]/g, "")
    .replace(/^(\+|00)86-?/, "");
  const digits = compact.replace(/-/g, "");
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  if (/^400\d{7}$/.test(digits)) return digits;
  if (/^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/.test(compact)) return compact;
  if (/^[2-9]\d{6,7}(-\d{1,6})?$/.test(compact)) return compact;
  return undefined;
}

/** What strangers see of a phone number: `138****5678`. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? "****" : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
