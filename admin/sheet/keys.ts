import type { KeyboardEvent } from "react";
import { isList, isMultiple, point } from "./choose.ts";
import { beginEdit, cancelEdit, commitEdit, leave, nativeType, takePointed } from "./edit.ts";
import { nextMatch, openSearch } from "./find.ts";
import { rowHeight } from "./geometry.ts";
import { grow } from "./grow.ts";
import { openMenuAtCell } from "./menu.ts";
import { selectedIds } from "./receive.ts";
import { activeCell, extendTo, forgetRefusal, move, moveTo, selectAll, selectRows, sizeOf } from "./select.ts";
import { bounds, type Direction } from "./selection.ts";
import type { SheetHandle } from "./store.ts";
import { popups } from "./use-popups.ts";
import { clear, fillFromEdge, redoLast, toggle, undoLast } from "./write.ts";

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Every key pressed in the sheet's text area. Keys that belong to an input method are left to it. */
export function onKey(sheet: SheetHandle, event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const taken = sheet.get().editing ? onEditKey(sheet, event) : onMoveKey(sheet, event);
  if (!taken) return;
  event.preventDefault();
  event.stopPropagation();
}

function onEditKey(sheet: SheetHandle, event: KeyboardEvent): boolean {
  const { editing } = sheet.get();
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (key === "Escape") return done(() => cancelEdit(sheet));
  if (key === "Tab") return done(() => leave(sheet, shiftKey ? "left" : "right"));
  if (key === "Enter") {
    if (event.altKey) return done(() => insertLine(sheet));
    if (control) return done(() => commitEdit(sheet, "all"));
    return done(() => {
      if (!sheet.dom.input?.value || !takePointed(sheet)) leave(sheet, shiftKey ? "up" : "down");
    });
  }
  const direction = arrows[key];
  if (editing?.list) {
    if (direction === "up" || direction === "down") return done(() => point(sheet, direction === "up" ? -1 : 1));
    if (key === " " && editing.list.pointed && sheet.dom.input?.value === "") return takePointed(sheet);
    return false;
  }
  if (direction && editing?.mode === "replace" && !control && !shiftKey)
    return done(() => leaveByArrow(sheet, direction));
  return (control && key.toLowerCase() === "f" && done(() => openSearch(sheet))) || false;
}

function leaveByArrow(sheet: SheetHandle, direction: Direction): void {
  commitEdit(sheet, direction);
}

function onMoveKey(sheet: SheetHandle, event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const state = sheet.get();
  const direction = arrows[key];
  if (direction) {
    if (altKey) return direction === "down" && opensByArrow(sheet) && done(() => beginEdit(sheet, "edit"));
    return done(() => move(sheet, direction, control, shiftKey));
  }
  if (control && !altKey) return onControlKey(sheet, key.toLowerCase(), shiftKey);
  const page = Math.max(1, Math.floor(state.viewport.height / rowHeight) - 1);
  const { active, focus } = state.selection;
  const { rows, cols } = sizeOf(state);
  switch (key) {
    case "Tab":
      if (state.released) return false;
      return done(() => leave(sheet, shiftKey ? "left" : "right"));
    case "Enter":
      if (altKey) return openRow(sheet);
      return done(() => leave(sheet, shiftKey ? "up" : "down"));
    case "F2":
      return done(() => beginEdit(sheet, "edit"));
    case "F3":
      return done(() => nextMatch(sheet, shiftKey ? -1 : 1));
    case "Delete":
    case "Backspace":
      return done(() => clear(sheet, "clear"));
    case "Escape": {
      const cell = activeCell(state);
      if (cell && (forgetRefusal(sheet, cell.rowId, cell.column.key) || giveUp(sheet))) return true;
      sheet.set({ released: true });
      return false;
    }
    case "Home":
      return done(() => (shiftKey ? extendTo(sheet, { ...focus, col: 0 }) : moveTo(sheet, { ...active, col: 0 })));
    case "End":
      return done(() =>
        shiftKey ? extendTo(sheet, { ...focus, col: cols - 1 }) : moveTo(sheet, { ...active, col: cols - 1 }),
      );
    case "PageUp":
      return done(() => move(sheet, "up", false, shiftKey, Math.min(page, rows)));
    case "PageDown":
      return done(() => move(sheet, "down", false, shiftKey, Math.min(page, rows)));
    case "ContextMenu":
      return done(() => openMenuAtCell(sheet));
    case "F10":
      return shiftKey && done(() => openMenuAtCell(sheet));
    case " ":
      if (shiftKey) {
        const { top, bottom } = bounds(state.selection);
        return done(() => selectRows(sheet, top, bottom));
      }
      return activeCell(state)?.column.editor === "boolean" && done(() => toggle(sheet));
    default:
      return false;
  }
}

function onControlKey(sheet: SheetHandle, key: string, shift: boolean): boolean {
  const state = sheet.get();
  const { rows, cols } = sizeOf(state);
  const go = shift ? extendTo : moveTo;
  switch (key) {
    case "a":
      return done(() => selectAll(sheet));
    case "z":
      return done(() => (shift ? redoLast(sheet) : undoLast(sheet)));
    case "y":
      return done(() => redoLast(sheet));
    case "d":
      return done(() => fillFromEdge(sheet, "down"));
    case "r":
      return done(() => fillFromEdge(sheet, "right"));
    case "f":
      return done(() => openSearch(sheet));
    case ".":
      return popups.get()?.mend(sheet) ?? false;
    case "home":
      return done(() => go(sheet, { row: 0, col: 0 }));
    case "end":
      return done(() => go(sheet, { row: Math.max(0, Math.min(rows, state.view.length) - 1), col: cols - 1 }));
    case "-": {
      const ids = selectedIds(state);
      return state.props.onDeleteRows !== undefined && ids.length > 0 && done(() => state.props.onDeleteRows?.(ids));
    }
    default:
      return false;
  }
}

/** Alt+Down opens what has something to open. */
function opensByArrow(sheet: SheetHandle): boolean {
  const column = activeCell(sheet.get())?.column;
  return (
    column !== undefined && (isList(column) || isMultiple(column) || column.editor === "rows" || !!nativeType(column))
  );
}

function openRow(sheet: SheetHandle): boolean {
  const state = sheet.get();
  const rowId = activeCell(state)?.row?.id;
  if (rowId === undefined || !state.props.onOpenRow) return false;
  state.props.onOpenRow(rowId);
  return true;
}

/** Escape on a cell that the page marks as refused: the page may take back what it would not accept. */
function giveUp(sheet: SheetHandle): boolean {
  const state = sheet.get();
  const cell = activeCell(state);
  const { onResolve } = state.props;
  if (!cell?.row || !onResolve || state.props.cellState(cell.row.id, cell.column.key)?.state !== "refused")
    return false;
  onResolve(cell.row.id, cell.column.key, "theirs");
  return true;
}

/** Alt+Enter: a new line inside the cell. */
function insertLine(sheet: SheetHandle): void {
  const { input } = sheet.dom;
  input?.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
  if (input) grow(input);
}

function done(action: () => void): true {
  action();
  return true;
}
