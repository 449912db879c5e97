import { isEmpty } from "./order.ts";
import type { ChoiceList, Editing, SheetHandle } from "./store.ts";
import type { CellValue, Choice, SheetColumn } from "./types.ts";

const lookUpDelayMs = 150;

export function isMultiple(column: SheetColumn): boolean {
  return column.editor === "choices" || column.editor === "references";
}

export function isList(column: SheetColumn): boolean {
  return isMultiple(column) || column.editor === "choice" || column.editor === "reference";
}

/** The list as it opens: all options, the present value pointed at. A reference begins by asking for suggestions. */
export function firstList(column: SheetColumn, value: CellValue): ChoiceList {
  const values = Array.isArray(value) ? value.map(String) : isEmpty(value) ? [] : [String(value)];
  const picked = isMultiple(column) ? values.map((each) => labelled(column, each)) : [];
  const items = column.options ?? [];
  const at = items.findIndex((item) => item.value === values[0]);
  return { items, at: Math.max(0, at), picked, status: column.lookUp ? "searching" : "ready", pointed: false };
}

function labelled(column: SheetColumn, value: string): Choice {
  return column.options?.find((option) => option.value === value) ?? { value, label: column.format([value]) };
}

/** Options whose label begins with the text, then those that hold it elsewhere. */
export function matching(options: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return options;
  const place = ({ label, value }: Choice) =>
    value.toLowerCase() === wanted || label.toLowerCase().startsWith(wanted)
      ? 0
      : label.toLowerCase().includes(wanted)
        ? 1
        : 2;
  return [0, 1].flatMap((wantedPlace) => options.filter((option) => place(option) === wantedPlace));
}

/** Narrows the list to what is typed. Options of the column at once, references by asking the page. */
export function narrow(sheet: SheetHandle, column: SheetColumn, text: string): void {
  if (column.lookUp) {
    patchList(sheet, { status: "searching", pointed: false });
    const { editing } = sheet.get();
    setTimeout(() => {
      if (sheet.get().editing?.key === editing?.key && sheet.dom.input?.value === text) void ask(sheet, column, text);
    }, lookUpDelayMs);
    return;
  }
  const items = matching(column.options ?? [], text);
  // The first match of a fixed list is taken by Enter, as in a spreadsheet's drop-down.
  patchList(sheet, { items, at: 0, pointed: text.trim() !== "" && items.length > 0 });
}

/** Asks the page for references. An answer that comes after the clerk typed on, or left, is dropped. */
export async function ask(sheet: SheetHandle, column: SheetColumn, text: string): Promise<void> {
  if (!column.lookUp) return;
  const asked = sheet.get().editing;
  const isCurrent = () => {
    const { editing } = sheet.get();
    return editing !== undefined && editing.key === asked?.key && editing.rowId === asked.rowId;
  };
  try {
    const items = await column.lookUp(text.trim());
    if (!isCurrent() || typed(sheet) !== text.trim()) return;
    // One of several people with a like name must be pointed at; only an unmistakable answer is taken by Enter.
    const exact = items.filter((item) => item.label === text.trim());
    const sure = text.trim() !== "" && (exact.length === 1 || items.length === 1);
    const at = exact.length === 1 ? items.findIndex((item) => item.label === text.trim()) : 0;
    patchList(sheet, { items, at, status: "ready", pointed: sure });
  } catch {
    if (isCurrent()) patchList(sheet, { items: [], at: 0, status: "failed", pointed: false });
  }
}

/** What was typed to narrow the list; the label shown when the list opens was not typed. */
function typed(sheet: SheetHandle): string {
  const { editing } = sheet.get();
  const text = sheet.dom.input?.value ?? "";
  return editing?.mode === "edit" && text === editing.initial ? "" : text.trim();
}

export function point(sheet: SheetHandle, by: number): void {
  const list = sheet.get().editing?.list;
  if (!list || list.items.length === 0) return;
  const at = list.pointed || by < 0 ? list.at + by : Math.max(0, list.at + (list.at > 0 ? by : 0));
  patchList(sheet, { at: (at + list.items.length) % list.items.length, pointed: true });
}

/** Adds a choice to those picked, or takes it away. */
export function pick(sheet: SheetHandle, choice: Choice): void {
  const list = sheet.get().editing?.list;
  if (!list) return;
  const has = list.picked.some((each) => each.value === choice.value);
  const picked = has ? list.picked.filter((each) => each.value !== choice.value) : [...list.picked, choice];
  patchList(sheet, { picked });
}

export function patchList(sheet: SheetHandle, patch: Partial<ChoiceList>): void {
  const { editing } = sheet.get();
  if (!editing?.list) return;
  const next: Editing = { ...editing, list: { ...editing.list, ...patch } };
  sheet.set({ editing: next });
}
