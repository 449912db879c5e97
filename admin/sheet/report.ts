import { useEffect } from "react";
import { selectedIds } from "./receive.ts";
import { bounds } from "./selection.ts";
import { type SheetHandle, useSheet } from "./store.ts";

const settleMs = 120;

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
