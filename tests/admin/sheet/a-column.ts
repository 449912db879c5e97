import type { SheetColumn, SheetRow } from "../../../admin/sheet/types.ts";

/** A column of texts, or of whole numbers when its editor says so. */
export function aColumn(given: Partial<SheetColumn> & { readonly key: string }): SheetColumn {
  const isNumber = given.editor === "number";
  return {
    label: given.key,
    editor: "text",
    format: (value) => (value === null || value === undefined ? "" : String(value)),
    parse: (text) => {
      if (text === "") return { value: null };
      if (!isNumber) return { value: text };
      const number = Number(text);
      return Number.isFinite(number) ? { value: number } : { problem: "not a number" };
    },
    ...given,
  };
}

export function rowsOf(key: string, values: readonly unknown[]): readonly SheetRow[] {
  return values.map((value, at) => ({ id: `r${at}`, values: { [key]: value } }));
}
