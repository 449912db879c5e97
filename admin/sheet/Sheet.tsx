// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed and frozen as these rows are.
// biome-ignore-all lint/a11y/noStaticElementInteractions: presses are taken here for all cells at once.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys.ts handles every key, in the text area.
import { memo, useId, useLayoutEffect, useRef, useState } from "react";
import "./sheet.css";
import { Bar } from "./Bar.tsx";
import { Body } from "./Body.tsx";
import { nextMatch, openSearch } from "./find.ts";
import { contentHeight, gutterWidth, headHeight } from "./geometry.ts";
import { Head } from "./Head.tsx";
import { Overlay } from "./Overlay.tsx";
import { createTaps, onMenu, onPress, onTap } from "./pointer.ts";
import { receive } from "./receive.ts";
import { useSelectionReport } from "./report.ts";
import { StatusLine } from "./StatusLine.tsx";
import { readViewport, sizeOf } from "./select.ts";
import { createSheet, type SheetHandle, useSheet } from "./store.ts";
import type { SheetProps } from "./types.ts";
import { usePopups } from "./use-popups.ts";
import { rowsInOrder } from "./view.ts";

/** The spreadsheet (表格) in which clerks keep a register. It shows rows, takes edits and reports them; it saves nothing. */
export function Sheet(props: SheetProps) {
  const id = useId();
  const [sheet] = useState(() => createSheet(props, id, Date.now().toString(36)));
  useLayoutEffect(() => receive(sheet, props));
  useSelectionReport(sheet);
  const { shown } = props;
  useLayoutEffect(() => {
    if (!shown) return undefined;
    shown.current = () => ({ columns: sheet.get().columns, rows: rowsInOrder(sheet.get().view) });
    return () => {
      shown.current = undefined;
    };
  }, [sheet, shown]);
  return <Frame sheet={sheet} />;
}

const Frame = memo(function Frame({ sheet }: { readonly sheet: SheetHandle }) {
  const { props, notice } = useSheet(sheet);
  useSearchKey(sheet);
  return (
    <div
      ref={(element) => {
        sheet.dom.root = element;
      }}
      className="ll-sheet"
      onFocus={() => {
        if (!sheet.get().focused) sheet.set({ focused: true });
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) sheet.set({ focused: false });
      }}
    >
      {props.plain ? null : <Bar sheet={sheet} />}
      <Scroller sheet={sheet} />
      <StatusLine sheet={sheet} />
      <Popups sheet={sheet} />
      <div id={`${sheet.id}help`} className="ll-sheet-hidden">
        {props.words.help}
      </div>
      <div className="ll-sheet-hidden" role="status" aria-live="polite">
        {notice}
      </div>
    </div>
  );
});

function Popups({ sheet }: { readonly sheet: SheetHandle }) {
  const { editing, menu } = useSheet(sheet);
  const parts = usePopups(sheet, menu !== undefined || editing?.list !== undefined || editing?.surface === "rows");
  if (!parts) return null;
  const { ChoicePopup, MenuPopup, RowsDialog } = parts;
  return (
    <>
      <ChoicePopup sheet={sheet} />
      <MenuPopup sheet={sheet} />
      <RowsDialog sheet={sheet} Small={Sheet} />
    </>
  );
}

function Scroller({ sheet }: { readonly sheet: SheetHandle }) {
  const state = useSheet(sheet);
  const { columns, offsets, props, view } = state;
  const [taps] = useState(createTaps);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const scroller = element.current;
    if (!scroller) return undefined;
    sheet.dom.scroller = scroller;
    readViewport(sheet);
    const observer = new ResizeObserver(() => readViewport(sheet));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [sheet]);
  const rows = sizeOf(state).rows;
  const width = gutterWidth + (offsets[columns.length] ?? 0);
  const height = headHeight + contentHeight(rows);
  return (
    <div
      ref={element}
      className="ll-sheet-scroll"
      onScroll={() => readViewport(sheet)}
      onPointerDown={(event) => onPress(sheet, event, taps)}
      onClick={(event) => onTap(sheet, event, taps)}
      onContextMenu={(event) => onMenu(sheet, event)}
    >
      <div
        role="grid"
        id={`${sheet.id}grid`}
        className="ll-sheet-grid"
        style={{ width, height }}
        aria-label={props.label ?? props.words.sheet}
        aria-rowcount={rows + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-readonly={props.readOnly || undefined}
      >
        <Head sheet={sheet} />
        <Body sheet={sheet} />
      </div>
      <Overlay sheet={sheet} />
      {view.length === 0 ? (
        <p className="ll-sheet-none">
          {props.loading ? props.words.loading : view.rows.length > 0 ? props.words.noMatches : props.words.noRows}
        </p>
      ) : null}
    </div>
  );
}

/** Ctrl+F searches the sheet, whose rows the browser's own search cannot see, unless the keyboard is elsewhere. */
function useSearchKey(sheet: SheetHandle): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { root, search } = sheet.dom;
      const here = event.target === document.body || (event.target instanceof Node && root?.contains(event.target));
      if (!here || !search || event.defaultPrevented) return;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "f") {
        event.preventDefault();
        openSearch(sheet);
      } else if (event.key === "F3") {
        event.preventDefault();
        nextMatch(sheet, event.shiftKey ? -1 : 1);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [sheet]);
}
