import type { MouseEvent, PointerEvent } from "react";
import { beginEdit, commitEdit } from "./edit.ts";
import { cellAt, gutterWidth, headHeight } from "./geometry.ts";
import { openMenu } from "./menu.ts";
import { activeCell, extendTo, focusSheet, moveTo, select, selectRows, sizeOf } from "./select.ts";
import { type Bounds, bounds, contains, type Position, single } from "./selection.ts";
import type { SheetHandle } from "./store.ts";
import { fill, toggle } from "./write.ts";

const doubleTapMs = 400;
const edgePx = 24;

/** The cell under a point of the window, which part of the sheet the point hit, and how far along the columns it lies. */
export function hit(
  sheet: SheetHandle,
  clientX: number,
  clientY: number,
): { readonly area: "gutter" | "cell"; readonly at: Position; readonly x: number } {
  const { scroller } = sheet.dom;
  const state = sheet.get();
  const box = scroller?.getBoundingClientRect();
  const x = clientX - (box?.left ?? 0) - gutterWidth;
  const y = clientY - (box?.top ?? 0) - headHeight;
  // The state learns of a scroll with the next frame; a press before that must not land on what stood there earlier.
  const left = scroller?.scrollLeft ?? state.viewport.left;
  const ahead = (scroller?.scrollTop ?? state.viewport.top) - state.viewport.top;
  const view = { ...state.viewport, left };
  const at = cellAt(x, Math.max(0, y) + ahead, view, state.offsets, state.frozen, sizeOf(state).rows);
  const along = at.col < state.frozen ? x : x + left;
  return { area: x < 0 ? "gutter" : "cell", at, x: along };
}

/** Mouse: press selects and drags a range. Touch only scrolls here; a tap arrives as `onTap`. */
export function onPress(sheet: SheetHandle, event: PointerEvent, taps: Taps): void {
  taps.pointerType = event.pointerType;
  if (!isOnBody(event)) return;
  const { area, at } = hit(sheet, event.clientX, event.clientY);
  const state = sheet.get();
  if (event.pointerType === "touch") return;
  // The text area keeps the keyboard: the browser must not move it to whatever was pressed.
  event.preventDefault();
  finishEdit(sheet);
  focusSheet(sheet);
  if (event.button === 2) {
    if (!contains(bounds(state.selection), at)) moveTo(sheet, at);
    return;
  }
  if (event.button !== 0) return;
  if (area === "gutter") {
    const from = event.shiftKey ? state.selection.anchor.row : at.row;
    selectRows(sheet, from, at.row);
    follow(sheet, (place) => selectRows(sheet, from, place.row));
    return;
  }
  if (event.shiftKey) extendTo(sheet, at);
  else select(sheet, single(at));
  follow(sheet, (place) => extendTo(sheet, place, false));
}

/** A click with the mouse was seen by `onPress`; here a second click opens, and a click on a tick box ticks. */
export function onTap(sheet: SheetHandle, event: MouseEvent, taps: Taps): void {
  if (!isOnBody(event)) return;
  const { area, at } = hit(sheet, event.clientX, event.clientY);
  const again = taps.isSecond(at, event.timeStamp);
  if (taps.pointerType === "touch") {
    finishEdit(sheet);
    if (area === "gutter") selectRows(sheet, at.row, at.row);
    else if (!again) moveTo(sheet, at);
    focusSheet(sheet);
  }
  // Where nothing can be typed, a second click on a cell has nothing better to do than to open the row.
  if (area === "gutter" || sheet.get().props.readOnly) {
    const rowId = activeCell(sheet.get())?.row?.id;
    if (again && rowId !== undefined) sheet.get().props.onOpenRow?.(rowId);
    return;
  }
  const onTick = event.target instanceof Element && event.target.closest(".ll-sheet-tick");
  if (onTick && !event.shiftKey) toggle(sheet);
  else if (again) beginEdit(sheet, "edit");
}

/** What a click must know of the clicks and presses before it; Safari's clicks do not tell mouse from finger. */
export type Taps = { pointerType: string; isSecond(at: Position, timeMs: number): boolean };

/** Two taps on one cell within a moment; browsers differ in whether touch makes double clicks. */
export function createTaps(): Taps {
  let last: { at: Position; timeMs: number } | undefined;
  return {
    pointerType: "mouse",
    isSecond(at, timeMs) {
      const second =
        last !== undefined && last.at.row === at.row && last.at.col === at.col && timeMs - last.timeMs < doubleTapMs;
      last = second ? undefined : { at, timeMs };
      return second;
    },
  };
}

export function onMenu(
  sheet: SheetHandle,
  event: { clientX: number; clientY: number; target: EventTarget; preventDefault(): void },
): void {
  if (!isOnBody(event)) return;
  event.preventDefault();
  const { area, at } = hit(sheet, event.clientX, event.clientY);
  if (!contains(bounds(sheet.get().selection), at)) {
    if (area === "gutter") selectRows(sheet, at.row, at.row);
    else moveTo(sheet, at);
  }
  const state = sheet.get();
  openMenu(
    sheet,
    event.clientX,
    event.clientY,
    area === "cell" ? state.columns[at.col]?.key : undefined,
    at.row < state.view.length,
  );
}

/** Dragging the small square: the mouse fills along the direction dragged furthest, a finger stretches the selection. */
export function onFillHandle(sheet: SheetHandle, event: PointerEvent): void {
  event.preventDefault();
  event.stopPropagation();
  finishEdit(sheet);
  const source = bounds(sheet.get().selection);
  if (event.pointerType === "touch") {
    follow(sheet, (place) => extendTo(sheet, place, false));
    return;
  }
  follow(
    sheet,
    (place) => sheet.set({ filling: fillArea(source, place) }),
    () => {
      const { filling } = sheet.get();
      sheet.set({ filling: undefined });
      focusSheet(sheet);
      if (filling) fill(sheet, source, filling, true);
    },
  );
}

export function fillArea(source: Bounds, { row, col }: Position): Bounds | undefined {
  const up = source.top - row;
  const down = row - source.bottom;
  const left = source.left - col;
  const right = col - source.right;
  const furthest = Math.max(up, down, left, right);
  if (furthest <= 0) return undefined;
  if (furthest === down) return { ...source, bottom: row };
  if (furthest === up) return { ...source, top: row };
  return furthest === right ? { ...source, right: col } : { ...source, left: col };
}

/** Text still in an input method's hands is taken over first; leaving the text area does that in every browser. */
function finishEdit(sheet: SheetHandle): void {
  if (sheet.get().editing) commitEdit(sheet, "stay");
}

function isOnBody(event: { target: EventTarget }): boolean {
  const { target } = event;
  return target instanceof Element && target.closest(".ll-sheet-rows") !== null;
}

/** Follows the pointer until it is released, scrolling when it is held at an edge. */
function follow(sheet: SheetHandle, onMove: (place: Position) => void, onEnd?: () => void): void {
  let point: { x: number; y: number } | undefined;
  let frame = 0;
  const moved = (event: globalThis.PointerEvent) => {
    point = { x: event.clientX, y: event.clientY };
    onMove(hit(sheet, point.x, point.y).at);
    if (frame === 0) frame = requestAnimationFrame(scroll);
  };
  const scroll = () => {
    frame = 0;
    const { scroller } = sheet.dom;
    if (!scroller || !point) return;
    const box = scroller.getBoundingClientRect();
    const dx = beyond(point.x, box.left + gutterWidth, box.right);
    const dy = beyond(point.y, box.top + headHeight, box.bottom);
    if (dx === 0 && dy === 0) return;
    scroller.scrollBy(dx, dy);
    onMove(hit(sheet, point.x, point.y).at);
    frame = requestAnimationFrame(scroll);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    window.removeEventListener("pointermove", moved);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    onEnd?.();
  };
  window.addEventListener("pointermove", moved);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

function beyond(at: number, low: number, high: number): number {
  if (at < low) return Math.max(-60, (at - low) / 2);
  return at > high - edgePx / 2 ? Math.min(60, (at - high + edgePx / 2) / 2) : 0;
}
