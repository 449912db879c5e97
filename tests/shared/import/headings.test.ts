import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../shared/files/read-file.ts";
import { findTable } from "../../../shared/import/find-table.ts";
import { matchColumns } from "../../../shared/import/match-columns.ts";
import { targetsOf } from "../../../shared/import/target.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { officeRoster, PLAIN_HEADINGS, people, plainRows } from "../../support/workbooks.ts";
import { register } from "./roster.ts";

const everything = { sees: () => true, mayImport: () => true };
const targets = targetsOf(register("residents"), everything);
const fieldsOf = (headers: readonly string[], rows: string[][] = [], of = targets) =>
  matchColumns(of, headers, rows).map(({ field }) => field);

describe("the headings of a file", () => {
  test("are found below titles, in two levels, with merged cells over several columns", async () => {
    const table = findTable(await readFile(await officeRoster(people(9))), targets);
    const columns = matchColumns(targets, table?.headers ?? [], table?.rows.map(({ cells }) => cells) ?? []);
    expect(columns.map(({ header, field }) => [header, field])).toEqual([
      ["序号", null],
      ["姓名", "name"],
      ["性别", "sex"],
      ["公民身份号码", "idNo"],
      ["出生年月", "birth"],
      ["政治面貌", "political"],
      ["楼栋", "household.dwelling.building"],
      ["单元", "household.dwelling.unit"],
      ["室", "household.dwelling.room"],
      ["手机", "phone"],
      ["户内关系", "relation"],
      ["备注", null],
    ]);
    expect(table?.rows[0]?.row).toBe(5);
  });

  test("are found wherever they stand, whatever their order, under any number of titles", () => {
    const shuffled = fc.shuffledSubarray([...PLAIN_HEADINGS], { minLength: 4 });
    const title = fc.constantFrom("桂花社区居民花名册", "填报单位：桂花社区", "2026年11月", "");
    fc.assert(
      fc.property(fc.array(title, { maxLength: 6 }), shuffled, fc.nat(20), (titles, headings, count) => {
        const [heads = [], ...rows] = plainRows(people(count + 1));
        const places = headings.map((heading) => heads.indexOf(heading));
        const sheet = {
          name: "a",
          rows: [...titles.map((text) => [text]), headings, ...rows.map((row) => places.map((at) => row[at] ?? null))],
          merges: [],
        };
        const table = findTable([sheet], targets);
        expect(table?.headers).toEqual(headings);
        expect(table?.rows.map(({ row }) => row)).toEqual(rows.map((_, index) => titles.length + 2 + index));
      }),
      { numRuns: 60 },
    );
  });

  test("that nobody taught us are found too, so that the clerk can say what they mean", () => {
    const sheet = { name: "a", merges: [], rows: [["Titel"], ["Nombre", "Alta"], ["Li", "2020-01-01"]] };
    expect(findTable([sheet], targets)?.headers).toEqual(["Nombre", "Alta"]);
    expect(
      findTable(
        [
          {
            name: "a",
            merges: [],
            rows: [
              ["1", "2"],
              ["3", "4"],
            ],
          },
        ],
        targets,
      ),
    ).toBeUndefined();
  });

  test("are looked for in every sheet, and the sheet that knows most columns is the list", () => {
    const notes = { name: "说明", merges: [], rows: [["姓名"], ["怎样填写"]] };
    const list = { name: "名单", merges: [], rows: plainRows(people(2)) };
    expect(findTable([notes, list], targets)?.headers).toEqual(PLAIN_HEADINGS);
  });
});

describe("what a column stands for", () => {
  test("follows from its heading in either language, other names of it, stars, colons and brackets", () => {
    expect(
      fieldsOf(["*姓　名", "Identity number", "出生日期（年/月/日）", "电话：", "户口所在地", "学历", "Sex"]),
    ).toEqual(["name", "idNo", "birth", "phone", "hukouAddr", "education", "sex"]);
  });

  test("follows from its contents where the heading says nothing", () => {
    const rows = people(20).map(({ idNo, phone, household }) => [phone, idNo, String(household)]);
    expect(fieldsOf(["一", "二", "三"], rows)).toEqual(["phone", "idNo", null]);
  });

  test("is one thing only, and the surer column has it", () => {
    expect(fieldsOf(["监护人姓名", "姓名", "姓名"])).toEqual([null, "name", null]);
  });

  test("a whole address, a household and a group are understood as such", () => {
    expect(fieldsOf(["户号", "家庭住址", "居民小组"])).toEqual([
      "household.no",
      "household.dwelling",
      "household.dwelling.group",
    ]);
    const dwellings = targetsOf(register("dwellings"), everything);
    expect(fieldsOf(["楼栋", "单元", "房号", "居民小组"], [], dwellings)).toEqual([
      "building",
      "unit",
      "room",
      "group",
    ]);
  });

  test("a column whose contents the caller may not see is left aside and says so", () => {
    const clerk = targetsOf(register("residents"), { ...everything, sees: () => false });
    const [column] = matchColumns(clerk, ["政治面貌"], [["群众"]]);
    expect(column).toMatchObject({ field: null, note: "restricted" });
  });

  test("a number in a column headed ID is not the id of an export, and identity numbers are shown masked", () => {
    expect(
      fieldsOf(
        ["id", "姓名"],
        [
          ["1", "李"],
          ["2", "王"],
        ],
      ),
    ).toEqual([null, "name"]);
    expect(fieldsOf(["id", "姓名"], [["01kt0ehj80ss95r1a1m2jz601t", "李"]])).toEqual(["id", "name"]);
    const [column] = matchColumns(targets, ["证件号码"], [["500100195603197890"]]);
    expect(column?.samples).toEqual(["500***********7890"]);
  });

  test("every list can read the headings of its own export in both languages", () => {
    for (const name of ["residents", "households", "dwellings", "groups", "events", "bodies", "service-targets"]) {
      const list = registerNamed(name);
      if (!list) throw new Error(name);
      for (const language of ["zh", "en"] as const) {
        const headers = Object.values(list.fields).map((field) => field.label[language]);
        expect(fieldsOf(headers, [], targetsOf(list, everything))).toEqual(Object.keys(list.fields));
      }
    }
  });
});
