import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacter } from "../../../shared/rules/identity-number.ts";
import type { Field, FieldKind, Value } from "../../../shared/schema/field.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { checkValue, readValue, showValue } from "../../../shared/schema/value.ts";

const TODAY = "2026-06-01";
const label = { zh: "列", en: "Column" };
const titles: Readonly<Record<string, string>> = { "r-1": "1 栋 101", "r-2": "第2居民小组" };
const reading = {
  today: TODAY,
  resolve: (_to: string, text: string) => Object.keys(titles).find((id) => titles[id] === text),
};
const showing = { language: "zh" as const, titleOf: (_to: string, id: string) => titles[id] };

const day = fc
  .date({ min: new Date("1900-03-01T00:00:00Z"), max: new Date("2026-05-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cs}\u200b\ufeff|｜；;]/gu, "")
      .trim(),
  )
  .filter((text) => text !== "");
const job = REGISTERS.get("residents")?.fields.job as Extract<Field, { kind: "code" }>;
const into = REGISTERS.get("events")?.fields.into as Extract<Field, { kind: "codes" }>;
const stops = REGISTERS.get("events")?.fields.stops as Extract<Field, { kind: "rows" }>;
const codes = Object.keys(job.codes.codes);

/** A column of each kind and values it may hold; a new kind fails to compile until it is here. */
const KINDS: { readonly [K in FieldKind]: readonly [Field, fc.Arbitrary<Value>] } = {
  text: [{ kind: "text", label }, line],
  longText: [
    { kind: "longText", label },
    fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
  ],
  integer: [{ kind: "integer", label }, fc.integer({ min: -1e9, max: 1e9 })],
  decimal: [{ kind: "decimal", label, places: 2 }, fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 100)],
  money: [{ kind: "money", label }, fc.integer({ min: -1e13, max: 1e13 })],
  date: [{ kind: "date", label }, day],
  time: [{ kind: "time", label }, time],
  dateTime: [{ kind: "dateTime", label }, fc.tuple(day, time).map(([date, clock]) => `${date}T${clock}`)],
  month: [{ kind: "month", label }, day.map((date) => date.slice(0, 7))],
  boolean: [{ kind: "boolean", label }, fc.boolean()],
  code: [job, fc.constantFrom(...codes)],
  codes: [into, fc.subarray(Object.keys(into.codes.codes), { minLength: 1 })],
  phone: [{ kind: "phone", label }, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)],
  identityNumber: [
    { kind: "identityNumber", label },
    day.map((birth) => `500100${birth.replace(/-/g, "")}001`).map((body) => body + checkCharacter(body)),
  ],
  divisionCode: [{ kind: "divisionCode", label }, fc.integer({ min: 1e11, max: 9e11 }).map(String)],
  reference: [{ kind: "reference", label, to: "dwellings" }, fc.constantFrom("r-1", "r-2")],
  references: [{ kind: "references", label, to: "dwellings" }, fc.subarray(["r-1", "r-2"], { minLength: 1 })],
  rows: [stops, fc.array(fc.record({ time, place: line, activity: line }), { minLength: 1, maxLength: 4 })],
};

describe("values of every kind", () => {
  test.each(Object.entries(KINDS))(
    "S5.4 what a cell of kind %s shows is read back as the same value",
    (_kind, [field, values]) => {
      fc.assert(
        fc.property(values, (value) => {
          expect(checkValue(value, field, reading)).toEqual({ value });
          expect(readValue(showValue(value, field, showing), field, reading)).toEqual({ value });
        }),
      );
    },
  );

  test.each(Object.entries(KINDS))(
    "a cell of kind %s answers anything at all with a value or a reason",
    (_kind, [field]) => {
      fc.assert(
        fc.property(fc.anything(), fc.string(), (sent, written) => {
          for (const checked of [checkValue(sent, field, reading), readValue(written, field, reading)]) {
            expect(checked.problem ?? "").toMatch(/^[a-z-]*$/);
            if (checked.problem === undefined) expect(checkValue(checked.value, field, reading)).toEqual(checked);
          }
        }),
      );
    },
  );

  test("S5.3 names lose the space that forms put between two characters, and nothing else", () => {
    const name: Field = { kind: "text", label, pattern: "person-name" };
    expect(readValue("孙　勇", name, reading)).toEqual({ value: "孙勇" });
    expect(readValue(" 阿卜杜拉 · 买买提 ", name, reading)).toEqual({ value: "阿卜杜拉 · 买买提" });
    expect(readValue("John  Smith", name, reading)).toEqual({ value: "John Smith" });
    expect(readValue("𠮷田㙓", name, reading)).toEqual({ value: "𠮷田㙓" });
    expect(readValue("👩‍👩‍👧 家", name, reading)).toEqual({ value: "👩‍👩‍👧 家" });
  });

  test("half characters, null bytes and control characters are named, not kept", () => {
    const field: Field = { kind: "text", label };
    expect(checkValue("a\ud800", field, reading)).toEqual({ problem: "broken-text" });
    expect(checkValue("a\u0000", field, reading)).toEqual({ problem: "control-character" });
    expect(checkValue("x".repeat(201), field, reading)).toMatchObject({ problem: "too-long", params: { max: 200 } });
  });
});
