import fc from "fast-check";
import { expect, test } from "vitest";
import { openLists, ROWS_MAX } from "../../../functions/imports/lists.ts";
import { commit } from "../../../functions/records/commit.ts";
import { planCreate, planDelete, planPatch } from "../../../functions/records/plan.ts";
import type { StoredRecord } from "../../../functions/store/records.ts";
import type { Cell } from "../../../shared/files/cell.ts";
import { checkCharacter } from "../../../shared/rules/identity-number.ts";
import { evaluated, register } from "../../shared/import/roster.ts";
import { COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

const NAMES = ["王伟", "李静", "张勇", "刘洋", "陈秀英"];
const MORE = 30;
const context = { actor: { account: "a", name: "a" }, action: "import" as const };
const birthOf = (n: number) => `19${50 + (n % 3)}-0${1 + (n % 4)}-11`;
const idNo = (n: number) => {
  const body = `500199${birthOf(n).replaceAll("-", "")}${String(n % 1000).padStart(3, "0")}`;
  return body + checkCharacter(body);
};

/** Lists too long to be held whole beside a file of one row; people share names and days, some have no number. */
async function randomLists({ deps }: TestApi, seed: number): Promise<Map<string, StoredRecord[]>> {
  const made = new Map<string, StoredRecord[]>();
  const chance = (n: number, of: number) => (((seed * 7919 + n * 104_729) % 65_537) * 31) % of;
  const add = async (list: string, values: Record<string, unknown>) => {
    const plan = await planCreate(deps, register(list), COMMUNITY, values, context);
    await commit(deps, [plan]);
    made.set(list, [...(made.get(list) ?? []), plan.record]);
    return plan.record.id;
  };
  const one = (list: string, n: number) => made.get(list)?.[chance(n, made.get(list)?.length ?? 1)]?.id;
  for (let n = 0; n < MORE; n += 1) {
    await add("groups", { no: n + 1, ...(n % 5 === 0 && { buildings: `${n}栋、${n + 1}栋` }) });
    await add("dwellings", {
      building: `${n % 5}栋`,
      unit: "1单元",
      room: String(100 + Math.floor(n / 5)),
      group: one("groups", n),
    });
    await add("households", { no: n % 3 === 0 ? `${n}` : `户${n}`, dwelling: one("dwellings", n) });
    await add("residents", {
      name: NAMES[chance(n, NAMES.length)],
      birth: birthOf(n),
      sex: "1",
      household: one("households", n),
      ...(n % 4 !== 0 && { idNo: idNo(n), sex: Number(idNo(n).charAt(16)) % 2 === 1 ? "1" : "2" }),
    });
    await add("bodies", { name: `单位${chance(n, 12)}` });
  }
  // What changed and went must not be found by what it held.
  for (const [n, record] of (made.get("residents") ?? []).slice(0, 8).entries()) {
    const name = NAMES.find((other) => other !== record.values.name);
    const plan =
      n < 5
        ? await planPatch(deps, register("residents"), record, { name }, context)
        : await planDelete(deps, register("residents"), record, context, { referencesHold: true });
    if (plan !== "unchanged") await commit(deps, [plan]);
  }
  for (const [n, record] of (made.get("dwellings") ?? []).slice(-8).entries()) {
    const plan = await planPatch(deps, register("dwellings"), record, { building: "9栋", room: `${900 + n}` }, context);
    if (plan !== "unchanged") await commit(deps, [plan]);
  }
  return made;
}

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  residents: [
    "id",
    "姓名",
    "出生日期",
    "身份证号",
    "联系电话",
    "楼栋",
    "单元",
    "房号",
    "与户主关系",
    "户号",
    "居民小组",
  ],
  households: ["id", "户号", "楼栋", "单元", "房号", "户主"],
  dwellings: ["id", "楼栋", "单元", "房号", "居民小组"],
  bodies: ["id", "名称", "联系人"],
  "service-targets": ["居民", "类别", "起始日期"],
};

const numbered = fc.nat(MORE + 8);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: "" as const, freq: 2 });
const cellOf: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  姓名: maybe(fc.constantFrom(...NAMES, "新人")),
  出生日期: maybe(numbered.map(birthOf)),
  身份证号: maybe(numbered.map(idNo)),
  联系电话: maybe(fc.constantFrom("13900000000", "13900000001")),
  楼栋: maybe(fc.nat(5).map((n) => `${n}栋`)),
  单元: maybe(fc.constantFrom("1单元")),
  房号: maybe(fc.nat(7).map((n) => String(100 + n))),
  与户主关系: maybe(fc.constantFrom("户主", "配偶", "子女")),
  户号: maybe(numbered.map((n) => (n % 3 === 0 ? `${n}` : `户${n}`))),
  居民小组: maybe(fc.oneof(numbered.map(String), fc.constantFrom("第3居民小组", "无名"))),
  户主: maybe(fc.constantFrom(...NAMES, "新人")),
  居民: fc.constantFrom(...NAMES, "新人"),
  类别: fc.constantFrom("独居老人", "残疾人"),
  起始日期: fc.constant("2026-01-01"),
  名称: maybe(fc.nat(14).map((n) => `单位${n}`)),
  联系人: maybe(fc.constantFrom("甲", "乙")),
};
const file = fc.constantFrom(...Object.keys(HEADINGS)).chain((list) => {
  const columns = HEADINGS[list] ?? [];
  const row = fc.tuple(...columns.map((column) => cellOf[column] ?? fc.option(fc.nat(MORE - 1), { nil: "", freq: 4 })));
  return fc.record({ list: fc.constant(list), rows: fc.array(row, { minLength: 1, maxLength: 12 }) });
});

test("S5.4 a file says and makes the same, whether the lists are read whole or looked up row by row", async () => {
  const found = { new: 0, changed: 0, same: 0, error: 0 };
  await fc.assert(
    fc.asyncProperty(fc.nat(60_000), fc.array(file, { minLength: 20, maxLength: 20 }), async (seed, files) => {
      const test = await openTestApi();
      const lists = await randomLists(test, seed);
      // Whatever the draw, one file says again what is there, and something new.
      const there = String(lists.get("bodies")?.[0]?.values.name);
      const certain = {
        list: "bodies",
        rows: [
          [0, there, ""],
          ["", "新单位", ""],
        ],
      };
      for (const { list, rows } of [...files, certain]) {
        const headings = [...(HEADINGS[list] ?? [])];
        // In the column of ids, a number stands for the record at that place.
        const cells = rows.map((row) =>
          row.map((cell, place) =>
            headings[place] === "id" && typeof cell === "number" ? (lists.get(list)?.[cell]?.id ?? "") : cell,
          ),
        );
        const told = async (count: number) =>
          evaluated([headings, ...cells], openLists(test.deps, COMMUNITY, count).index, { list });
        const oneByOne = await told(1);
        expect(oneByOne).toEqual(await told(ROWS_MAX + 1));
        for (const { state } of oneByOne) found[state] += 1;
      }
      await test.engine.close();
    }),
    { numRuns: 4, endOnFailure: true },
  );
  // The files meet what is there in every way.
  expect(Math.min(...Object.values(found))).toBeGreaterThan(0);
});
