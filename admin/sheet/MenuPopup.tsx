import { type KeyboardEvent, useEffect, useRef } from "react";
import { FilterForm } from "./FilterForm.tsx";
import { freezeColumns, hideColumn, moveColumn, resizeColumn } from "./layout.ts";
import { closeMenu, currentWidth, fittingWidth, rearrange, setLayout, setSort } from "./menu.ts";
import { useOutside, usePlaced } from "./popup.ts";
import { selectedIds } from "./receive.ts";
import { activeCell } from "./select.ts";
import { type Menu, type SheetHandle, useSheet } from "./store.ts";
import type { SheetColumn } from "./types.ts";

/** The menu of a column, of the selected rows, or of both. Everything a mouse can do to columns can be done here. */
export function MenuPopup({ sheet }: { readonly sheet: SheetHandle }) {
  const { menu, columns } = useSheet(sheet);
  if (!menu) return null;
  const column = columns.find((each) => each.key === menu.columnKey);
  return <Open key={`${menu.columnKey} ${menu.x} ${menu.y}`} {...{ sheet, menu, column }} />;
}

type OpenProps = { readonly sheet: SheetHandle; readonly menu: Menu; readonly column: SheetColumn | undefined };

function Open({ sheet, menu, column }: OpenProps) {
  const { props } = useSheet(sheet);
  const element = useRef<HTMLDivElement>(null);
  usePlaced(element, menu.x, menu.y);
  useOutside(element, () => closeMenu(sheet));
  useEffect(() => element.current?.querySelector<HTMLElement>("button, input")?.focus(), []);
  return (
    <div
      ref={element}
      className="ll-sheet-popup ll-sheet-menu"
      role="dialog"
      aria-label={column ? props.words.columnMenu(column.label) : props.words.sheet}
      onKeyDown={(event) => onMenuKey(sheet, event)}
      onContextMenu={(event) => event.preventDefault()}
    >
      {menu.forRows ? <RowItems sheet={sheet} /> : null}
      {column ? <ColumnItems sheet={sheet} column={column} /> : null}
      {column ? <FilterForm sheet={sheet} column={column} /> : null}
    </div>
  );
}

function onMenuKey(sheet: SheetHandle, event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    closeMenu(sheet);
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button:not(:disabled), input")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const next = items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length];
  event.preventDefault();
  next?.focus();
}

function RowItems({ sheet }: { readonly sheet: SheetHandle }) {
  const state = useSheet(sheet);
  const { words, onOpenRow, onDeleteRows, readOnly } = state.props;
  const active = activeCell(state)?.row;
  const ids = selectedIds(state);
  if (!active || ids.length === 0) return null;
  return (
    <div className="ll-sheet-items">
      {onOpenRow ? <Item sheet={sheet} label={words.openRow} onChoose={() => onOpenRow(active.id)} /> : null}
      {onDeleteRows && !readOnly ? (
        <Item sheet={sheet} label={words.deleteRows(ids.length)} onChoose={() => onDeleteRows(ids)} />
      ) : null}
    </div>
  );
}

function ColumnItems({ sheet, column }: { readonly sheet: SheetHandle; readonly column: SheetColumn }) {
  const state = useSheet(sheet);
  const { layout, columns, frozen, sort, props } = state;
  const { words } = props;
  const { key } = column;
  const at = columns.indexOf(column);
  const width = currentWidth(state, key);
  const moveBy = (by: number) => setLayout(sheet, moveColumn(props.columns, layout, key, at + by));
  const resizeTo = (to: number) => setLayout(sheet, resizeColumn(layout, key, to));
  const arranged = sort.length > 0 || state.filters.size > 0;
  return (
    <>
      <div className="ll-sheet-items">
        <Item sheet={sheet} label={`▲ ${words.sortUp}`} onChoose={() => setSort(sheet, [{ key, descending: false }])} />
        <Item
          sheet={sheet}
          label={`▼ ${words.sortDown}`}
          onChoose={() => setSort(sheet, [{ key, descending: true }])}
        />
        {sort.length > 0 ? <Item sheet={sheet} label={words.sortNone} onChoose={() => setSort(sheet, [])} /> : null}
        {arranged ? <Item sheet={sheet} label={words.applyAgain} onChoose={() => rearrange(sheet, {}, true)} /> : null}
      </div>
      <div className="ll-sheet-items">
        {at === frozen - 1 ? null : (
          <Item
            sheet={sheet}
            label={words.freeze}
            onChoose={() => setLayout(sheet, freezeColumns(props.columns, layout, at + 1))}
          />
        )}
        {frozen > 0 ? (
          <Item
            sheet={sheet}
            label={words.unfreeze}
            onChoose={() => setLayout(sheet, freezeColumns(props.columns, layout, 0))}
          />
        ) : null}
        <Item
          sheet={sheet}
          label={words.hide}
          onChoose={() => setLayout(sheet, hideColumn(props.columns, layout, key, true))}
        />
      </div>
      <div className="ll-sheet-items ll-sheet-inline">
        <button type="button" disabled={at === 0} onClick={() => moveBy(-1)}>
          ← {words.moveLeft}
        </button>
        <button type="button" disabled={at >= columns.length - 1} onClick={() => moveBy(1)}>
          {words.moveRight} →
        </button>
        <button type="button" onClick={() => resizeTo(width + 24)}>
          {words.widen}
        </button>
        <button type="button" onClick={() => resizeTo(width - 24)}>
          {words.narrow}
        </button>
        <button type="button" onClick={() => resizeTo(fittingWidth(sheet.get(), key))}>
          {words.fitWidth}
        </button>
      </div>
    </>
  );
}

type ItemProps = { readonly sheet: SheetHandle; readonly label: string; readonly onChoose: () => void };

function Item({ sheet, label, onChoose }: ItemProps) {
  return (
    <button
      type="button"
      onClick={() => {
        closeMenu(sheet);
        onChoose();
      }}
    >
      {label}
    </button>
  );
}
