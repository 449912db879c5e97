import { useEffect, useState } from "react";
import { nextRefused } from "./select.ts";
import { bounds } from "./selection.ts";
import { type SheetHandle, useSheet } from "./store.ts";
import { type Summary, summarize } from "./summary.ts";

const settleMs = 80;

/** How many rows there are and are shown, and what the selected cells amount to. */
export function StatusLine({ sheet }: { readonly sheet: SheetHandle }) {
  const { props, view, refused, notice } = useSheet(sheet);
  const { words } = props;
  const summary = useSummary(sheet);
  return (
    <div className="ll-sheet-status">
      <span className="ll-sheet-rowcount">{words.rows(view.length, view.rows.length)}</span>
      {props.loading ? <span>{words.loading}</span> : null}
      {refused.size > 0 ? (
        <button type="button" className="ll-sheet-refusals" onClick={() => nextRefused(sheet)}>
          {words.refusedCells(refused.size)}
        </button>
      ) : null}
      <span className="ll-sheet-notice" aria-hidden="true">
        {notice}
      </span>
      <span className="ll-sheet-summary" aria-live="polite">
        {summary && summary.cells > 1 ? <span>{words.selected(summary.cells)}</span> : null}
        {summary && summary.count > 0 ? <span>{words.count(summary.count)}</span> : null}
        {summary?.sum === undefined ? null : <span>{words.sum(summary.sum)}</span>}
        {summary?.average === undefined ? null : <span>{words.average(summary.average)}</span>}
      </span>
    </div>
  );
}

/** Adds up after the selection has come to rest, so that dragging over many rows stays smooth. */
function useSummary(sheet: SheetHandle): Summary | undefined {
  const { view, columns, selection } = useSheet(sheet);
  const [summary, setSummary] = useState<Summary>();
  const { top, bottom, left, right } = bounds(selection);
  useEffect(() => {
    const timer = setTimeout(() => setSummary(summarize(view, columns, { top, bottom, left, right })), settleMs);
    return () => clearTimeout(timer);
  }, [view, columns, top, bottom, left, right]);
  return summary;
}
