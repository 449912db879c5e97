import { describe, expect, test } from "vitest";
import { readFile } from "../../../shared/files/read-file.ts";
import { placeFromAddress } from "../../../shared/import/address.ts";
import { findTable } from "../../../shared/import/find-table.ts";
import { targetsOf } from "../../../shared/import/target.ts";
import { checkCharacter } from "../../../shared/rules/identity-number.ts";
import { addressCsv, officeRoster, people, plainRows, type Trap } from "../../support/workbooks.ts";
import { emptyLists, evaluated, register, told } from "./roster.ts";

const targets = targetsOf(register("residents"), { sees: () => true, mayImport: () => true });
const PLACE = ["1栋", "1单元", "101"];
const HEADS = ["姓名", "性别", "出生日期", "身份证号", "楼栋", "单元", "房号"];
const [one, two] = people(2).map(({ name, sex, birth, idNo }) => [name, sex, birth, idNo, ...PLACE]);
const row = (change: Readonly<Record<number, string | number>>) =>
  (one ?? []).map((cell, index) => change[index] ?? cell);

describe("a row of a roster", () => {
  test("S5.4 is new, and the same when it comes again; another number in it makes it changed", async () => {
    const lists = emptyLists();
    const rows = plainRows(people(30));
    expect(new Set((await evaluated(rows, lists)).map(({ state }) => state))).toEqual(new Set(["new"]));
    expect(new Set((await evaluated(rows, lists)).map(({ state }) => state))).toEqual(new Set(["same"]));
    const moved = rows.map((cells, place) => (place === 5 ? cells.with(4, "13900000000") : cells));
    const again = await evaluated(moved, lists);
    expect(again.filter(({ state }) => state === "changed")).toMatchObject([
      { row: 6, writes: [{ given: { phone: "13900000000" } }] },
    ]);
  });

  test("with nothing but trouble is refused with every reason, not only the first", async () => {
    const [refused] = await evaluated([
      [...HEADS, "联系电话"],
      ["", "男", "1956-13-01", "123", "1栋", "", "", "12"],
    ]);
    expect(refused?.problems.map(({ path, code }) => `${path}:${code}`).sort()).toEqual([
      "birth:not-a-date",
      "household.dwelling.room:required",
      "idNo:identity-length",
      "name:required",
      "phone:not-a-phone",
    ]);
  });

  test("whose number office software kept as a number is refused: its last digits are gone", async () => {
    const rows = [HEADS, row({ 3: 500100195603197890 }), row({ 0: "王", 3: "5.00100195603198E+17" })];
    expect(told(await evaluated(rows))).toEqual(["2 error idNo:identity-as-number", "3 error idNo:identity-as-number"]);
  });

  test("takes sex and birth date from the number where the file is silent or gives the month alone", async () => {
    const number = String(one?.[3]);
    for (const birth of ["", "1935年1月", "1935.1", 1935.1, "193501", "1935"]) {
      const [taken] = await evaluated([HEADS, row({ 1: "", 2: birth })]);
      const resident = taken?.writes.find((write) => write.register === "residents");
      expect(resident?.given).toMatchObject({ idNo: number, birth: "1935-01-01", sex: "2", live: "here" });
      expect(resident?.given).toMatchObject({ consistency: "unverified", relation: "unverified" });
    }
    expect(told(await evaluated([HEADS, row({ 2: "1935年2月" })]))).toEqual(["2 error birth:birth-differs"]);
    expect(told(await evaluated([HEADS, row({ 2: "1936-01-01" })]))).toEqual(["2 error birth:birth-differs"]);
    expect(told(await evaluated([HEADS, row({ 1: "男" })]))).toEqual(["2 error sex:sex-differs"]);
    expect(told(await evaluated([HEADS, row({ 2: "1935年1月", 3: "" })]))).toEqual(["2 error birth:not-a-date"]);
  });

  test("with an old number of 15 digits is taken with the new one, and says so", async () => {
    const [taken] = await evaluated([HEADS, ["赵", "", "", "130503670401001", ...PLACE]]);
    expect(told(taken ? [taken] : [])).toEqual(["2 new idNo:identity-converted"]);
    expect(taken?.writes.at(-1)?.given).toMatchObject({ idNo: "130503196704010016", birth: "1967-04-01", sex: "1" });
  });

  test("of an unknown county is taken without a word; full-width digits and spaces are understood", async () => {
    const number = `11999919491231002${checkCharacter("11999919491231002")}`;
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const written of [number, ` ${wide} `, `${number.slice(0, 6)} ${number.slice(6)}`, number.toLowerCase()]) {
      const [taken] = await evaluated([HEADS, ["孙　勇", "", "", written, ...PLACE]]);
      expect(told(taken ? [taken] : [])).toEqual(["2 new"]);
      expect(taken?.writes.at(-1)?.given).toMatchObject({ name: "孙勇", idNo: number });
    }
  });

  test("equal to one before it is marked once, as that row's repetition, whatever else is wrong in it", async () => {
    const rows = [HEADS, one ?? [], row({ 0: "王某", 1: "男", 2: "1980/01/27" }), row({ 3: "" })];
    expect(told(await evaluated(rows))).toEqual(["2 new", "3 error idNo:repeated-row", "4 error name:repeated-row"]);
  });

  test("of two people with the same name and day but different numbers are two people", async () => {
    const rows = [HEADS, one ?? [], row({ 3: "500100193501010029" })];
    expect((await evaluated(rows)).map(({ state }) => state)).toEqual(["new", "new"]);
  });

  test("finds a person known without a number by name and day, and brings the number", async () => {
    const lists = emptyLists();
    await evaluated([HEADS, row({ 3: "" })], lists, { file: "first" });
    const [found] = await evaluated([HEADS, one ?? []], lists);
    expect(found).toMatchObject({ state: "changed", writes: [{ create: false, given: { idNo: one?.[3] } }] });
    const [other] = await evaluated([HEADS, row({ 3: "500100193501010029" })], lists);
    expect(other?.state).toBe("new");
  });

  test("that is none (sums, signatures, empty or repeated headings, numbered blanks) is passed over", async () => {
    const heads = ["序号", ...HEADS];
    const rows = [
      heads,
      ["1", ...(one ?? [])],
      ["2", "", "", "", "", "", "", ""],
      heads,
      ["合计", "400人", "", "", "", "", "", ""],
      ["填表人：", "", "", "审核人：", "", "", "", ""],
      ["注：本表一式两份", "", "", "", "", "", "", ""],
    ];
    expect(told(await evaluated(rows))).toEqual(["2 new"]);
  });

  test("of an office's roster is refused exactly where something is wrong", async () => {
    const traps = new Map<number, Trap>([
      [10, "wrong check character"],
      [20, "same number as the row above"],
      [30, "digits lost"],
      [40, "no name"],
    ]);
    const table = findTable(await readFile(await officeRoster(people(60), traps)), targets);
    const rows = await evaluated([table?.headers ?? [], ...(table?.rows.map(({ cells }) => cells) ?? [])]);
    expect(rows).toHaveLength(60);
    expect(told(rows.filter(({ state }) => state !== "new"))).toEqual([
      "12 error idNo:identity-check",
      "22 error idNo:repeated-row",
      "32 error idNo:identity-as-number",
      "42 error name:required",
    ]);
  });
});

describe("what a row implies", () => {
  const residents = (rows: Awaited<ReturnType<typeof evaluated>>) =>
    rows.map(({ writes }) => writes.find((write) => write.register === "residents")?.given.household);

  test("group, dwelling and household come about once each, and the head is known to the household", async () => {
    const lists = emptyLists();
    const rows = await evaluated(plainRows(people(30)), lists);
    const made = rows.flatMap(({ writes }) => writes.filter(({ create }) => create).map((write) => write.register));
    const count = (list: string) => made.filter((one) => one === list).length;
    expect([count("residents"), count("households"), count("dwellings"), count("groups")]).toEqual([30, 10, 10, 9]);
    for (const household of await lists.all("households")) {
      const head = await lists.get("residents", String(household.values.head));
      expect(head?.values).toMatchObject({ relation: "02", household: household.id });
    }
  });

  test("a file that knows rooms alone gives each further head in a room a household of its own", async () => {
    const heads = [...HEADS, "与户主关系"];
    const person = (index: number, relation: string) => {
      const { name, sex, birth, idNo } = people(index + 1)[index] ?? { name: "", sex: "", birth: "", idNo: "" };
      return [name, sex, birth, idNo, ...PLACE, relation];
    };
    const rows = [heads, person(0, "户主"), person(1, "配偶"), person(2, "户主"), person(3, "子女")];
    const lists = emptyLists();
    const first = residents(await evaluated(rows, lists));
    expect([first[0] === first[1], first[2] === first[3], first[0] === first[2]]).toEqual([true, true, false]);
    expect([...(await lists.all("households"))].map(({ values }) => values.no)).toEqual(["1-1-101", "1-1-101-2"]);
    expect((await evaluated(rows, lists)).map(({ state }) => state)).toEqual(["same", "same", "same", "same"]);
  });

  test("a child becomes son or daughter, and does not undo what somebody found out since", async () => {
    const lists = emptyLists();
    const heads = [...HEADS, "与户主关系"];
    const [child] = await evaluated([heads, [...(one ?? []), "子女"]], lists);
    expect(child?.writes.at(-1)?.given.relation).toBe("30");
    await lists.add({
      register: "residents",
      id: child?.writes.at(-1)?.id ?? "",
      create: false,
      given: { relation: "32" },
    });
    expect(told(await evaluated([heads, [...(one ?? []), "子女"]], lists))).toEqual(["2 same"]);
  });

  test("an address says building, unit and room, or the row says that it does not", async () => {
    expect(placeFromAddress("桂花路1号18栋3单元603")).toEqual({ building: "18", unit: "3", room: "603" });
    expect(placeFromAddress("18栋 3单元 603室")).toEqual({ building: "18", unit: "3", room: "603" });
    expect(placeFromAddress("桂花路１号A座1203")).toEqual({ building: "A", room: "1203" });
    expect(placeFromAddress("5-2-301")).toEqual({ building: "5", unit: "2", room: "301" });
    expect(placeFromAddress("桂花路1号")).toBeUndefined();
    const rows = [
      ["姓名", "身份证号", "地址"],
      [one?.[0] ?? "", one?.[3] ?? "", "桂花路1号"],
    ];
    expect(told(await evaluated(rows))).toEqual(["2 error household.dwelling:address-unclear"]);
  });

  test("the same roster in three forms is one set of people in one set of rooms", async () => {
    const lists = emptyLists();
    const persons = people(45);
    await evaluated(plainRows(persons), lists);
    const office = findTable(await readFile(await officeRoster(persons)), targets);
    const csv = findTable(await readFile(new TextEncoder().encode(addressCsv(persons))), targets);
    for (const table of [office, csv]) {
      const rows = await evaluated([table?.headers ?? [], ...(table?.rows.map(({ cells }) => cells) ?? [])], lists);
      const written = rows.flatMap(({ writes }) => writes.map((write) => Object.keys(write.given)));
      expect(rows.filter(({ state }) => state === "new" || state === "error")).toEqual([]);
      // The office's roster adds what only it knows.
      expect(new Set(written.flat())).toEqual(table === office ? new Set(["political"]) : new Set());
    }
  });

  test("a household that two rows place differently is refused on the second", async () => {
    const heads = [...HEADS, "户号"];
    const rows = [heads, [...(one ?? []), "7"], [...(two ?? []).with(6, "102"), "7"]];
    expect(told(await evaluated(rows))).toEqual(["2 new", "3 error household.dwelling:differs-from-row"]);
  });

  test("a group is found by its number, its name, or its building", async () => {
    const lists = emptyLists();
    const heads = [...HEADS, "居民小组"];
    await evaluated([heads, [...(one ?? []), "第三居民小组"], [...(two ?? []).with(6, "102"), ""]], lists);
    expect([...(await lists.all("groups"))].map(({ values }) => values.no)).toEqual([3]);
    expect([...(await lists.all("dwellings"))].map(({ values }) => values.group)).toHaveLength(2);
  });
});
