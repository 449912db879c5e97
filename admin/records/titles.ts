import { initialsOf } from "../../shared/rules/initials.ts";
import type { Field, Value } from "../../shared/schema/field.ts";
import type { Language } from "../../shared/schema/label.ts";
import { showValue } from "../../shared/schema/value.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import type { RecordList } from "./record-list.ts";

export type Titled = { readonly value: string; readonly label: string };

/** The words by which other lists show a record, and the records that words mean. */
export type Titles = {
  titleOf(to: string, id: string): string | undefined;
  /** The one record of list `to` that the text names. */
  resolve(to: string, text: string): string | undefined;
  search(to: string, text: string): Promise<readonly Titled[]>;
};

const FOUND_MAX = 50;
/** A title that leads to a title that leads to a title says nothing more. */
const DEPTH_MAX = 3;

export function createTitles(context: {
  readonly registerOf: (name: string) => RegisterView | undefined;
  readonly listOf: (name: string) => RecordList;
  readonly language: () => Language;
}): Titles {
  const byText = new Map<string, { revision: number; ids: ReadonlyMap<string, string | undefined> }>();

  function titleOf(to: string, id: string, depth = 0): string | undefined {
    const register = context.registerOf(to);
    const record = register && context.listOf(to).get().records.get(id);
    return register && record ? titleFrom(register, record, depth) : undefined;
  }

  function titleFrom(register: RegisterView, record: RecordView, depth: number): string {
    return register.title
      .map((key) => {
        const field = register.fields[key];
        return field ? part(field, record.values[key], depth) : "";
      })
      .filter((text) => text !== "")
      .join(" ");
  }

  function part(field: Field, value: Value | undefined, depth: number): string {
    if (depth >= DEPTH_MAX && (field.kind === "reference" || field.kind === "references")) return "";
    const deeper = (to: string, id: string) => titleOf(to, id, depth + 1);
    return showValue(value, field, { language: context.language(), titleOf: deeper });
  }

  /** Ids by title; a title that two records share names neither. */
  function index(to: string): ReadonlyMap<string, string | undefined> {
    const { revision, records } = context.listOf(to).get();
    const known = byText.get(to);
    if (known?.revision === revision) return known.ids;
    const ids = new Map<string, string | undefined>();
    for (const id of records.keys()) {
      const title = titleOf(to, id) ?? "";
      ids.set(title, ids.has(title) ? undefined : id);
    }
    byText.set(to, { revision, ids });
    return ids;
  }

  return {
    titleOf: (to, id) => titleOf(to, id),
    resolve(to, text) {
      if (!context.registerOf(to)) return undefined;
      return index(to).get(text) ?? (context.listOf(to).get().records.has(text) ? text : undefined);
    },
    async search(to, text) {
      if (!context.registerOf(to)) return [];
      const list = context.listOf(to);
      await list.load();
      const wanted = text.trim().toLowerCase();
      const first: Titled[] = [];
      const later: Titled[] = [];
      const latin = /^[a-z]+$/.test(wanted);
      for (const id of list.get().records.keys()) {
        const label = titleOf(to, id) ?? "";
        const at = label.toLowerCase().indexOf(wanted);
        const found = at >= 0 ? at : latin && initialsOf(label).includes(wanted) ? 1 : -1;
        if (found === 0) first.push({ value: id, label });
        else if (found > 0) later.push({ value: id, label });
        if (first.length >= FOUND_MAX) break;
      }
      return [...first, ...later].slice(0, FOUND_MAX);
    },
  };
}
