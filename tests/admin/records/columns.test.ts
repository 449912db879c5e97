import { expect, test } from "vitest";
import type { RegisterView } from "../../../admin/providers/contract.ts";
import { columnsOf } from "../../../admin/records/columns.ts";
import type { Titles } from "../../../admin/records/titles.ts";
import { REGISTERS, registerNamed } from "../../../shared/schema/registers.ts";
import { fieldSentence } from "../../../shared/words/problems.ts";

const titles: Titles = {
  titleOf: (_to, id) => (id === "h1" ? "0001" : undefined),
  resolve: (_to, text) => (text === "0001" ? "h1" : undefined),
  search: async () => [],
};
const rights = { read: true, write: true, import: true, export: true, reveal: true, forms: true };

function columns(name: string, canRead = true) {
  const { label, title, fields } = registerNamed(name) ?? { label: { zh: "", en: "" }, title: [], fields: {} };
  const view: RegisterView = { name, label, title, fields, rights };
  const found = columnsOf(view, {
    language: "zh",
    titles,
    today: () => "2026-06-01",
    canRead: () => canRead,
    sentence: fieldSentence,
  });
  return new Map(found.map((column) => [column.key, column]));
}

test("every column of every list can be shown and edited", () => {
  for (const [name, { fields }] of REGISTERS) {
    expect([...columns(name).keys()]).toEqual(Object.keys(fields));
    for (const column of columns(name).values()) expect(column.format(null)).toBe("");
  }
});

test("what a cell copies is what it takes when pasted", () => {
  const residents = columns("residents");
  for (const [key, value] of [
    ["name", "曾小贤"],
    ["birth", "1950-01-31"],
    ["sex", "2"],
    ["phone", "13800000000"],
    ["household", "h1"],
  ] as const) {
    const column = residents.get(key);
    expect(column?.parse(column.format(value))).toEqual({ value });
  }
});

test("text that is none of a column's values is refused with a sentence", () => {
  const residents = columns("residents");
  expect(residents.get("birth")?.parse("31 June")).toEqual({ problem: expect.stringContaining("日期") });
  expect(residents.get("sex")?.parse("x")).toEqual({ problem: expect.any(String) });
});

test("the mask of a sealed cell pasted back stays what it is", () => {
  const idNo = columns("residents").get("idNo");
  expect(idNo?.parse("500***********1234")).toEqual({ value: "500***********1234" });
  expect(idNo?.parse("500100")).toEqual({ problem: expect.any(String) });
});

test("a column that only an action changes, or that points where one may not look, takes no typing", () => {
  expect(columns("sign-ups").get("at")?.readOnly).toBe(true);
  expect(columns("residents", false).get("household")?.readOnly).toBe(true);
  expect(columns("residents").get("household")?.readOnly).toBeUndefined();
});

test("people are found by the initials of their names", () => {
  const name = columns("residents").get("name");
  expect(name?.searchText?.({ id: "1", values: { name: "单雄信" } })).toBe("sxx");
});

test("codes stand in the order of their list, not of their words", () => {
  const sex = columns("residents").get("sex");
  const row = { id: "", values: {} };
  expect(sex?.compare?.("1", "2", row, row)).toBeLessThan(0);
});
