import { initialsOf } from "../../shared/rules/initials.ts";
import { compareNames } from "../../shared/rules/surname-order.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Field, FieldKind, Value } from "../../shared/schema/field.ts";
import type { Reading, Showing } from "../../shared/schema/kind.ts";
import type { Language } from "../../shared/schema/label.ts";
import { readValue, showValue } from "../../shared/schema/value.ts";
import type { fieldSentence } from "../../shared/words/problems.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { Editor, Parsed, SheetColumn, SheetRow } from "../sheet/types.ts";
import type { Titles } from "./titles.ts";

type Context = {
  readonly language: Language;
  readonly titles: Titles;
  readonly today: () => string;
  /** Whether the caller may read a list that a column points to. */
  readonly canRead: (register: string) => boolean;
  /** What the clerk reads beside a cell that cannot be taken. */
  readonly sentence: typeof fieldSentence;
};

const EDITORS: { readonly [K in FieldKind]: Editor["kind"] } = {
  text: "text",
  longText: "longText",
  integer: "number",
  decimal: "number",
  money: "number",
  date: "date",
  time: "time",
  dateTime: "dateTime",
  month: "month",
  boolean: "boolean",
  phone: "text",
  identityNumber: "text",
  divisionCode: "text",
  code: "choice",
  codes: "choices",
  reference: "reference",
  references: "references",
  rows: "rows",
};

/** The columns of a list's sheet, all from its definition. */
export function columnsOf(register: RegisterView, context: Context): readonly SheetColumn[] {
  const frozen = new Set(register.frozen ?? []);
  return Object.entries(register.fields).map(([key, field]) => ({
    ...columnOf(key, field, context),
    ...(frozen.has(key) && { frozen: true }),
  }));
}

function columnOf(key: string, field: Field, context: Context): SheetColumn {
  const { language } = context;
  const showing: Showing = { language, titleOf: (to, id) => context.titles.titleOf(to, id) };
  const format = (value: unknown) => showValue(asValue(value), field, showing);
  return {
    key,
    label: field.label[language],
    editor: EDITORS[field.kind],
    format,
    parse: (text) => parse(text, field, context),
    width: Math.max(
      field.width ?? 120,
      headWidth(field.label[language], field.required === true),
      choiceWidth(field, language),
    ),
    ...(field.required && { required: true }),
    ...(field.hint && { hint: field.hint[language] }),
    ...(isReadOnly(field, context) && { readOnly: true }),
    ...(EDITORS[field.kind] === "number" && { align: "end" as const }),
    ...ofKind(key, field, context, format),
  };
}

/** Room for the heading and its mark, so that a narrow column can still be named. */
function headWidth(label: string, required: boolean): number {
  return textWidth(label) + (required ? 12 : 0) + 20;
}

/** Room for a choice in words, as far as a column may grow for it. */
function choiceWidth(field: Field, language: Language): number {
  if (field.kind !== "code") return 0;
  const words = Object.keys(field.codes.codes).map((code) => textWidth(codeLabel(field.codes, code, language)));
  return Math.min(160, Math.max(0, ...words) + 18);
}

function textWidth(text: string): number {
  return Math.ceil([...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 13 : 7.5), 0));
}

/** What only some kinds of column have: choices, small tables, searches and an order of their own. */
function ofKind(key: string, field: Field, context: Context, format: (value: unknown) => string): Partial<SheetColumn> {
  const textOf = (row: SheetRow) => format(row.values[key]);
  switch (field.kind) {
    case "code":
    case "codes": {
      const options = Object.entries(field.codes.codes)
        .filter(([, code]) => !code.hidden)
        .map(([value]) => ({ value, label: codeLabel(field.codes, value, context.language) }));
      const places = new Map(options.map(({ value }, place) => [value, place]));
      const placeOf = (value: unknown) => places.get(String(Array.isArray(value) ? value[0] : value)) ?? options.length;
      return { options, compare: (a, b) => placeOf(a) - placeOf(b) };
    }
    case "reference":
    case "references":
      return {
        lookUp: (text) => context.titles.search(field.to, text),
        compare: (a, b) => compareNames(format(a), format(b)),
        searchText: (row) => initialsOf(textOf(row)),
      };
    case "rows":
      return { fields: Object.entries(field.fields).map(([name, inner]) => columnOf(name, inner, context)) };
    case "text":
      return field.pattern === "person-name"
        ? {
            compare: (a, b) => compareNames(String(a ?? ""), String(b ?? "")),
            searchText: (row) => initialsOf(textOf(row)),
          }
        : {};
    default:
      return {};
  }
}

function isReadOnly(field: Field, context: Context): boolean {
  if (field.byAction) return true;
  return (field.kind === "reference" || field.kind === "references") && !context.canRead(field.to);
}

/** A sealed value is shown masked; the mask typed or pasted back is the same cell, which the page then leaves alone. */
function parse(text: string, field: Field, context: Context): Parsed {
  if (field.sealed && text.includes("*")) return { value: text };
  const reading: Reading = { today: context.today(), resolve: (to, words) => context.titles.resolve(to, words) };
  const checked = readValue(text, field, reading);
  if (checked.problem === undefined) return { value: checked.value };
  const { proposed } = checked.params ?? {};
  return {
    problem: context.sentence(checked.problem, context.language, checked.params),
    ...(proposed !== undefined && { mend: String(proposed) }),
  };
}

/** The sheet carries values without looking at them; all of them came from the API or from `parse`. */
export function asValue(value: unknown): Value {
  return value === undefined ? null : (value as Value);
}
