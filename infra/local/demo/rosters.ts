import { detailsOf } from "./details.ts";
import type { Population } from "./population.ts";
import { randomFrom } from "./random.ts";

/** A sheet as a committee keeps it: headings, then rows. */
export type Sheet = readonly (readonly string[])[];

const SEX = { "1": "男", "2": "女" } as const;

/** The list of dwellings, one group for each building. */
export function dwellingSheet({ dwellings }: Population): Sheet {
  const random = randomFrom(7);
  return [
    ["楼栋", "单元", "房号", "居民小组", "用途", "建筑面积（㎡）"],
    ...dwellings.map(({ building, unit, room, use }) => [
      `${building}栋`,
      `${unit}单元`,
      room,
      String(building),
      use,
      use === "商铺" ? String(random.between(28, 60)) : String(random.pick([68, 78, 89, 96, 108, 126])),
    ]),
  ];
}

/** The roster of residents, from which households follow. */
export function residentSheet({ residents }: Population, today: string): Sheet {
  const random = randomFrom(11);
  const rows = residents.map((person) => ({
    户号: String(person.household),
    姓名: person.name,
    性别: SEX[person.sex],
    出生日期: person.birth,
    身份证号: person.idNo,
    与户主关系: person.relation,
    楼栋: `${person.dwelling.building}栋`,
    单元: `${person.dwelling.unit}单元`,
    房号: person.dwelling.room,
    联系电话: person.phone,
    ...detailsOf(random, person, today),
  }));
  const headings = Object.keys(rows[0] ?? {});
  return [headings, ...rows.map((row) => headings.map((heading) => Reflect.get(row, heading)))];
}
