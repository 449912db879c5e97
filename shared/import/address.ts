import { halfWidth } from "../rules/written-date.ts";
import type { Values } from "../schema/field.ts";

/** How people write where a dwelling is: `桂花路1号18栋3单元603`, `A座1203室`, `18-3-603`, `18栋 3单元 603`. */
const MARKED =
  /([0-9A-Za-z甲乙丙丁一二三四五六七八九十]{1,6})\s*(?:栋|幢|号楼|座|楼|#楼?)\s*[-,，]?\s*(?:([0-9A-Za-z甲乙丙丁一二三四五六七八九十]{1,4})\s*(?:单元|门|梯)\s*[-,，]?\s*)?(?:\d{1,3}\s*层\s*)?([A-Za-z]?\d{1,5}[A-Za-z]?(?:-\d{1,3})?)\s*(?:室|号|房|户)?$/;
const HYPHENATED = /(?:^|[^0-9A-Za-z-])(\d{1,4})-(\d{1,3})-(\d{2,5}[A-Za-z]?)\s*室?$/;

/** Building, unit and room in an address (地址); undefined where it does not say. */
export function placeFromAddress(text: string): Values | undefined {
  const plain = halfWidth(text).trim();
  const parts = MARKED.exec(plain) ?? HYPHENATED.exec(plain);
  const [, building, unit, room] = parts ?? [];
  if (building === undefined || room === undefined) return undefined;
  return { building, ...(unit !== undefined && { unit }), room };
}

/** The number in words such as `第3居民小组`, `三组`, `3`; undefined when there is none or more than one. */
export function numberInWords(text: string): number | undefined {
  const plain = halfWidth(text);
  const digits = plain.match(/\d+/g);
  if (digits) return digits.length === 1 ? Number(digits[0]) : undefined;
  const words = /[一二三四五六七八九十]+/.exec(plain)?.[0];
  return words === undefined ? undefined : chineseNumber(words);
}

function chineseNumber(words: string): number | undefined {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(words);
  if (!parts) return undefined;
  const [, first, ten, last] = parts;
  const digit = (sign: string | undefined) => (sign === undefined ? undefined : "一二三四五六七八九".indexOf(sign) + 1);
  return ten ? (digit(first) ?? 1) * 10 + (digit(last) ?? 0) : digit(first);
}
