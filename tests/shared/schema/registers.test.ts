import { describe, expect, test } from "vitest";
import type { Field } from "../../../shared/schema/field.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";

const registers = [...REGISTERS.values()];
const fields = registers.flatMap((register) =>
  Object.entries(register.fields).map(([key, field]) => ({ register, key, field })),
);

describe("every list", () => {
  test("S2.2 S4.1 the lists of the first catalogue are there", () => {
    const expected = "bodies committees dwellings events groups households posts residents service-targets sign-ups";
    expect([...REGISTERS.keys()]).toEqual(expect.arrayContaining(expected.split(" ")));
  });

  test("has a kebab-case name and words in both languages for itself, its columns and its codes", () => {
    for (const { name, label } of registers) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(label.zh && label.en).toBeTruthy();
    }
    for (const { field } of fields) {
      expect(field.label.zh && field.label.en).toBeTruthy();
      for (const code of Object.values(codesOf(field))) expect(code.zh && code.en).toBeTruthy();
    }
  });

  test("refers only to lists that exist", () => {
    for (const { field } of fields) {
      if (field.kind === "reference" || field.kind === "references") expect(REGISTERS.has(field.to)).toBe(true);
    }
  });

  test("names no column twice in words, so that a heading means one column", () => {
    for (const register of registers) {
      const labels = Object.values(register.fields).flatMap((field) => [field.label.zh, ...(field.aliases ?? [])]);
      expect(new Set(labels).size, register.name).toBe(labels.length);
    }
  });

  test("means one code by one word", () => {
    for (const { register, key, field } of fields) {
      const words = Object.values(codesOf(field)).flatMap((code) => [code.zh, ...(code.aliases ?? [])]);
      expect(new Set(words).size, `${register.name}.${key}`).toBe(words.length);
    }
  });
});

function codesOf(field: Field) {
  return field.kind === "code" || field.kind === "codes" ? field.codes.codes : {};
}
