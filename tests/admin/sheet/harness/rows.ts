import type { SheetRow } from "../../../../admin/sheet/types.ts";

const family = "张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const given = [
  "建国",
  "秀英",
  "伟",
  "芳",
  "敏",
  "静",
  "丽",
  "强",
  "磊",
  "军",
  "洋",
  "勇",
  "艳",
  "杰",
  "娟",
  "涛",
  "明",
  "超",
];

/** Beyond this many, rows have a few values only, so that the page itself is quick to make. */
const fullRowsMax = 200_000;

/** Invented residents, the same every time. */
export function makeRows(count: number): SheetRow[] {
  const pad = (value: number) => String(value).padStart(2, "0");
  return Array.from({ length: count }, (_, at) => {
    const mix = (at * 2654435761) % 4294967296;
    const year = 1935 + (mix % 85);
    const code = `A${String(at).padStart(6, "0")}`;
    const age = 2026 - year;
    if (count > fullRowsMax) return { id: `r${at}`, values: { name: code, age } };
    return {
      id: `r${at}`,
      values: {
        name: `${family[mix % family.length]}${given[(mix >> 5) & 15]}`,
        sex: mix % 2 === 0 ? "1" : "2",
        birth: `${year}-${pad((mix % 12) + 1)}-${pad((mix % 28) + 1)}`,
        age,
        amountFen: mix % 1_000_000,
        lives: mix % 5 !== 0,
        services: mix % 7 === 0 ? ["s0", "s1"] : [],
        head: `p${mix % 6}`,
        helpers: mix % 3 === 0 ? ["p1", "p2"] : [],
        note: mix % 11 === 0 ? "腿脚不便，每周走访" : null,
        time: `${pad(mix % 24)}:30`,
        at: `2026-03-${pad((mix % 28) + 1)}T09:30`,
        month: `2026-${pad((mix % 12) + 1)}`,
        family: mix % 4 === 0 ? [{ name: "小明", age: 8 }] : [],
        phone: `138${String(mix % 100_000_000).padStart(8, "0")}`,
        address: `幸福路${(mix % 90) + 1}号${(mix % 30) + 1}栋${(mix % 6) + 1}单元`,
        code,
        door: `${(mix % 30) + 1}-${(mix % 6) + 1}`,
        ethnic: mix % 20 === 0 ? "回族" : "汉族",
        source: "普查",
      },
    };
  });
}
