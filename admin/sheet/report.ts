import { useEffect } from "react";
import { startSearch } from "./find.ts";
import { selectedIds } from "./receive.ts";
import { bounds } from "./selection.ts";
import { type SheetHandle, useSheet } from "./store.ts";

const settleMs = 120;
const refreshMs = 400;

/** Tells the page which rows are selected, once the selection has come to rest. */
export function useSelectionReport(sheet: SheetHandle): void {
  const { selection, view, props } = useSheet(sheet);
  const { top, bottom } = bounds(selection);
  const wanted = props.onSelectionChange !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows under an unchanged selection change with the view's order.
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setTimeout(() => {
      const state = sheet.get();
      state.props.onSelectionChange?.(selectedIds(state));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [sheet, top, bottom, view.order, view.length, wanted]);
}

/** A search goes on being right when rows change: it is repeated, without changing which rows are shown. */
export function useSearchRefresh(sheet: SheetHandle): void {
  const { view } = useSheet(sheet);
  const { rows } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are what makes it search again.
  useEffect(() => {
    if (!sheet.get().search.text.trim()) return undefined;
    const timer = setTimeout(() => startSearch(sheet, false), refreshMs);
    return () => clearTimeout(timer);
  }, [sheet, rows]);
}
