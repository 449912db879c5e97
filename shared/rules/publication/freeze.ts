import { codeLabel } from "../../schema/codes.ts";
import type { Label, Language } from "../../schema/label.ts";
import type { PublicationKind, PublicationPart, Shown } from "../../schema/publication.ts";
import { dayInWords } from "../../words/dates.ts";
import type { Block } from "./content.ts";
import { maskedName, UNNAMED } from "./mask.ts";

type SignUp = Omit<Extract<Block, { as: "signUp" }>, "as" | "title">;
type Told = readonly { readonly label: Label; readonly lines: readonly Label[] }[];
type Given = Label | string | number | boolean | null | undefined;
/** Values of one row by column; a column masked by wish is hidden unless `<column>Named` is true. */
type Row = Readonly<Record<string, Given>>;

/** What a publication is made from, by part. A part that is not given is left out. */
export type Source = Readonly<Record<string, Label | string | Row | readonly Row[] | Told | SignUp | undefined>>;

/**
 * Brings what is to be public into its final words (定稿): only the parts and columns that the kind has, masked as it
 * says. Anything else is a fault of ours, so that nothing slips out by a wider value than was meant.
 */
export function frozenBlocks(kind: PublicationKind, source: Source): Block[] {
  const stranger = Object.keys(source).find((name) => !kind.parts.some((part) => part.name === name));
  if (stranger !== undefined) throw new Error(`${kind.name}: no part ${stranger}`);
  return kind.parts.flatMap((part) => {
    const given = source[part.name];
    const block = given === undefined ? undefined : blockOf(kind, part, given);
    return block ? [block] : [];
  });
}

function blockOf(kind: PublicationKind, part: PublicationPart, given: NonNullable<Source[string]>): Block | undefined {
  const title = part.title && { title: part.title };
  if (part.as === "text") {
    const paragraphs = paragraphsOf(given as Label | string);
    return paragraphs.length > 0 ? { as: "text", ...title, paragraphs } : undefined;
  }
  if (part.as === "told") {
    const facts = given as Told;
    return facts.length > 0 ? { as: "facts", ...title, facts } : undefined;
  }
  if (part.as === "signUp") return { as: "signUp", ...title, ...(given as SignUp) };
  const { columns } = part;
  const row = (values: Row) => {
    const stranger = Object.keys(values).find(
      (name) => !Object.hasOwn(columns, name) && !Object.hasOwn(columns, name.replace(/Named$/, "")),
    );
    if (stranger !== undefined) throw new Error(`${kind.name}: no column ${stranger}`);
    return Object.entries(columns).map(([name, shown]) =>
      shownCell(shown, values[name], values[`${name}Named`] === true),
    );
  };
  if (part.as === "facts") {
    const cells = row(given as Row);
    const facts = Object.values(columns).flatMap(({ label }, at) => {
      const cell = cells[at];
      return cell && cell.zh !== "" ? [{ label, lines: [cell] }] : [];
    });
    return facts.length > 0 ? { as: "facts", ...title, facts } : undefined;
  }
  const rows = (given as readonly Row[]).map(row);
  const heads = Object.values(columns).map(({ label, kind: of }) => ({ label, number: NUMBERS.has(of) }));
  return rows.length > 0 ? { as: "table", ...title, columns: heads, rows } : undefined;
}

const NUMBERS: ReadonlySet<unknown> = new Set(["integer", "money", "percent"]);

function shownCell({ kind, mask }: Shown, value: Given, named: boolean): Label {
  if (value === undefined || value === null || value === "") return { zh: "", en: "" };
  if (mask === "by-wish" && !named) return UNNAMED;
  if (typeof value === "object") return value;
  if (mask === "middle") return both(maskedName(String(value)));
  if (typeof kind === "object") return inBoth((language) => codeLabel(kind, String(value), language));
  if (kind === "date") return inBoth((language) => dayInWords(String(value), language));
  if (kind === "boolean") return value === true ? { zh: "是", en: "Yes" } : { zh: "", en: "" };
  if (kind === "money") return both(yuan(Number(value)));
  if (kind === "percent") return both(`${Number(value).toFixed(1)}%`);
  return both(String(value));
}

/** Fen as yuan with thousands parted: 1234567 → 12,345.67. */
export function yuan(fen: number): string {
  const [whole = "", part = ""] = (Math.abs(fen) / 100).toFixed(2).split(".");
  return `${fen < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
}

/** A text as its paragraphs: one a line. */
export function paragraphsOf(text: Label | string): Label[] {
  const of = (one: string) =>
    one
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  if (typeof text === "string") return of(text).map(both);
  const [zh, en] = [of(text.zh), of(text.en)];
  return zh.length === en.length ? zh.map((line, at) => ({ zh: line, en: en[at] ?? line })) : [text];
}

/** What somebody wrote in one language reads the same in the other. */
export const both = (text: string): Label => ({ zh: text, en: text });
const inBoth = (words: (language: Language) => string): Label => ({ zh: words("zh"), en: words("en") });
