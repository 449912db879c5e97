import { useLayoutEffect } from "react";
import { Callout } from "./Callout.tsx";
import { isEndAligned } from "./cell.ts";
import { isList } from "./choose.ts";
import { onCopy, onPaste } from "./clipboard.ts";
import { cancelEdit, commitEdit, leave, nativeType, onTyped } from "./edit.ts";
import { gutterWidth, headHeight, rowHeight, rowWindow } from "./geometry.ts";
import { grow, shrink } from "./grow.ts";
import { onKey } from "./keys.ts";
import { type Place, styleAt } from "./place.ts";
import { onFillHandle } from "./pointer.ts";
import { activeCell, sizeOf } from "./select.ts";
import { type Bounds, bounds, cellCount } from "./selection.ts";
import { type SheetHandle, type State, useSheet } from "./store.ts";

/**
 * Everything drawn over the cells: the selection as one rectangle, the text area that holds the keyboard and becomes
 * the editor, the fill handle, the message of the active cell. It scrolls with the rows.
 */
export function Overlay({ sheet }: { readonly sheet: SheetHandle }) {
  const state = useSheet(sheet);
  const { frozen, offsets, selection, viewport, filling, editing } = state;
  const rows = rowWindow(viewport.top, viewport.height, sizeOf(state).rows);
  const placeOf = (box: Bounds): Place => {
    const x = gutterWidth + (offsets[box.left] ?? 0);
    const top = Math.max(box.top, rows.start - 1);
    const bottom = Math.min(box.bottom, rows.end);
    return {
      x,
      y: (top - rows.start) * rowHeight,
      width: gutterWidth + (offsets[box.right + 1] ?? 0) - x,
      height: Math.max(0, (bottom - top + 1) * rowHeight),
    };
  };
  const box = bounds(selection);
  const { active } = selection;
  const cell = { top: active.row, bottom: active.row, left: active.col, right: active.col };
  const activePlace = { ...placeOf(cell), y: (active.row - rows.start) * rowHeight, height: rowHeight };
  if (state.columns.length === 0 || sizeOf(state).rows === 0)
    return <Keyboard {...{ sheet, state }} place={activePlace} pinned={false} />;
  return (
    <div
      className={state.focused ? "ll-sheet-over ll-sheet-focused" : "ll-sheet-over"}
      style={{ top: headHeight + rows.top }}
    >
      {cellCount(box) > 1 ? <Area name="ll-sheet-range" box={box} frozen={frozen} placeOf={placeOf} /> : null}
      {filling ? <Area name="ll-sheet-filling" box={filling} frozen={frozen} placeOf={placeOf} /> : null}
      {inWindow(cell, rows) && !editing ? (
        <Area name="ll-sheet-active" box={cell} frozen={frozen} placeOf={placeOf} />
      ) : null}
      {box.bottom < rows.end && !editing && !state.props.readOnly ? (
        <FillHandle sheet={sheet} place={placeOf(box)} pinned={box.right < frozen} />
      ) : null}
      <Keyboard {...{ sheet, state }} place={activePlace} pinned={active.col < frozen} />
      <Callout sheet={sheet} place={activePlace} pinned={active.col < frozen} />
    </div>
  );
}

function inWindow(box: Bounds, rows: { start: number; end: number }): boolean {
  return box.bottom >= rows.start && box.top < rows.end;
}

type AreaProps = {
  readonly name: string;
  readonly box: Bounds;
  readonly frozen: number;
  readonly placeOf: (box: Bounds) => Place;
};

function Area({ name, box, frozen, placeOf }: AreaProps) {
  const pinned = box.left < frozen ? { ...box, right: Math.min(box.right, frozen - 1) } : undefined;
  const goesOn = pinned !== undefined && box.right >= frozen;
  return (
    <>
      {box.right >= frozen ? <div className={name} style={styleAt(placeOf(box), false)} /> : null}
      {pinned ? (
        <div
          className={`${name} ll-sheet-pinned${goesOn ? " ll-sheet-open" : ""}`}
          style={styleAt(placeOf(pinned), true)}
        />
      ) : null}
    </>
  );
}

function FillHandle({
  sheet,
  place,
  pinned,
}: {
  readonly sheet: SheetHandle;
  readonly place: Place;
  readonly pinned: boolean;
}) {
  const at = { x: place.x + place.width - 5, y: place.y + place.height - 5, width: 9, height: 9 };
  return (
    <div
      className={pinned ? "ll-sheet-fill ll-sheet-pinned" : "ll-sheet-fill"}
      style={styleAt(at, pinned)}
      onPointerDown={(event) => onFillHandle(sheet, event)}
    />
  );
}

type KeyboardProps = {
  readonly sheet: SheetHandle;
  readonly state: State;
  readonly place: Place;
  readonly pinned: boolean;
};

/**
 * Where the keyboard is, always: input methods compose only in something editable, so a text area waits, unseen, on
 * the active cell. What is typed into it begins the edit; no first key is ever lost.
 */
function Keyboard({ sheet, state, place, pinned }: KeyboardProps) {
  const { editing, props, viewport } = state;
  const active = activeCell(state);
  const shown = editing?.surface === "text" || editing?.surface === "list";
  const isNative = editing?.surface === "native";
  const tall = active?.column.editor === "longText" && shown ? rowHeight * 3 : rowHeight;
  const room = Math.max(place.width, Math.min(480, viewport.width - 24));
  useLayoutEffect(() => {
    const { input } = sheet.dom;
    if (!input) return;
    if (shown) grow(input);
    else shrink(input);
  });
  const classes = ["ll-sheet-input"];
  if (shown) classes.push("ll-sheet-editing");
  if (pinned) classes.push("ll-sheet-pinned");
  if (active && isEndAligned(active.column)) classes.push("ll-sheet-end");
  const { row, col } = state.selection.active;
  const pointed = editing?.list ? `${sheet.id}o${editing.list.at}` : undefined;
  return (
    <>
      <textarea
        ref={(element) => {
          sheet.dom.input = element;
        }}
        className={classes.join(" ")}
        style={styleAt(place, pinned)}
        data-width={place.width}
        data-height={tall}
        data-room={active?.column.editor === "longText" ? Math.max(room, 320) : room}
        rows={1}
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-autocomplete={editing?.list ? "list" : undefined}
        aria-haspopup={active && isList(active.column) ? "listbox" : undefined}
        aria-label={active ? `${active.column.label} ${row + 1}` : props.words.sheet}
        aria-controls={editing?.list ? `${sheet.id}list` : `${sheet.id}grid`}
        aria-activedescendant={editing ? (editing.list?.pointed ? pointed : undefined) : `${sheet.id}r${row}c${col}`}
        aria-describedby={`${sheet.id}help ${sheet.id}callout`}
        onKeyDown={(event) => onKey(sheet, event)}
        onInput={(event) => {
          onTyped(sheet, isComposing(event.nativeEvent));
          if (sheet.get().editing) grow(event.currentTarget);
        }}
        onCompositionStart={() => onTyped(sheet, true)}
        onCompositionEnd={() => onTyped(sheet, false)}
        onCopy={(event) => onCopy(sheet, event, false)}
        onCut={(event) => onCopy(sheet, event, true)}
        onPaste={(event) => onPaste(sheet, event)}
        onBlur={(event) => {
          if (!document.hasFocus() || sheet.get().editing?.surface === "native") return;
          if (!isInside(sheet, event.relatedTarget)) commitEdit(sheet, "stay");
        }}
      />
      {isNative && active ? <NativeInput {...{ sheet, place, pinned }} /> : null}
    </>
  );
}

/** The browser's own field for a day or a time, with its picker. */
function NativeInput({ sheet, place, pinned }: Omit<KeyboardProps, "state">) {
  const active = activeCell(sheet.get());
  useLayoutEffect(() => sheet.dom.native?.focus({ preventScroll: true }), [sheet]);
  if (!active) return null;
  const { column, row } = active;
  const width = Math.max(place.width, column.editor === "dateTime" ? 190 : 136);
  return (
    <input
      ref={(element) => {
        sheet.dom.native = element;
      }}
      className={pinned ? "ll-sheet-native ll-sheet-pinned" : "ll-sheet-native"}
      style={styleAt({ ...place, width }, pinned)}
      type={nativeType(column)}
      aria-label={column.label}
      defaultValue={String(row?.values[column.key] ?? "")}
      onKeyDown={(event) => {
        if (event.key === "Escape") cancelEdit(sheet);
        else if (event.key === "Enter") leave(sheet, event.shiftKey ? "up" : "down");
        else if (event.key === "Tab") leave(sheet, event.shiftKey ? "left" : "right");
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={(event) => {
        const left = document.hasFocus() && !isInside(sheet, event.relatedTarget);
        if (left && sheet.get().editing) commitEdit(sheet, "stay");
      }}
    />
  );
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

function isInside(sheet: SheetHandle, target: EventTarget | null): boolean {
  return target instanceof Node && (sheet.dom.root?.contains(target) ?? false);
}
