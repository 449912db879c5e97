// biome-ignore-all lint/a11y/useFocusableInteractive: the text area holds the keyboard and points at cells (aria-activedescendant).
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys.ts handles every key, in the text area.
import { useLayoutEffect, useRef } from "react";
import { isMultiple, pick } from "./choose.ts";
import { chooseItem } from "./edit.ts";
import { rowHeight } from "./geometry.ts";
import { cellPoint } from "./menu.ts";
import { usePlaced } from "./popup.ts";
import { type SheetHandle, useSheet } from "./store.ts";

/** The list under a choice or reference cell. The keyboard stays in the text area; arrows there move in the list. */
export function ChoicePopup({ sheet }: { readonly sheet: SheetHandle }) {
  const state = useSheet(sheet);
  const { editing, columns, props } = state;
  const column = columns.find((each) => each.key === editing?.key);
  if (!editing?.list || !column || !sheet.dom.scroller) return null;
  const { x, y } = cellPoint(state, sheet.dom.scroller);
  return <List sheet={sheet} x={x} y={y} multiple={isMultiple(column)} label={column.label} key={props.words.sheet} />;
}

type ListProps = {
  readonly sheet: SheetHandle;
  readonly x: number;
  readonly y: number;
  readonly multiple: boolean;
  readonly label: string;
};

function List({ sheet, x, y, multiple, label }: ListProps) {
  const { editing, props } = useSheet(sheet);
  const element = useRef<HTMLDivElement>(null);
  const list = editing?.list;
  usePlaced(element, x, y, rowHeight);
  useLayoutEffect(() => {
    element.current?.querySelector(".ll-sheet-pointed")?.scrollIntoView({ block: "nearest" });
  });
  if (!list) return null;
  const { words } = props;
  const picked = new Set(list.picked.map((each) => each.value));
  const note =
    list.status === "searching" ? words.searching : list.status === "failed" ? words.lookUpFailed : words.noChoices;
  return (
    <div ref={element} className="ll-sheet-popup ll-sheet-list" onPointerDown={(event) => event.preventDefault()}>
      {multiple && list.picked.length > 0 ? (
        <div className="ll-sheet-picked">
          {list.picked.map((choice) => (
            <button type="button" tabIndex={-1} key={choice.value} onClick={() => pick(sheet, choice)}>
              {choice.label} ✕
            </button>
          ))}
        </div>
      ) : null}
      {list.items.length === 0 || list.status !== "ready" ? <p role="status">{note}</p> : null}
      <div role="listbox" id={`${sheet.id}list`} aria-label={label} aria-multiselectable={multiple || undefined}>
        {list.items.map((item, at) => (
          <div
            key={item.value}
            id={`${sheet.id}o${at}`}
            role="option"
            aria-selected={multiple ? picked.has(item.value) : at === list.at && list.pointed}
            className={
              at === list.at && (list.pointed || !multiple) ? "ll-sheet-option ll-sheet-pointed" : "ll-sheet-option"
            }
            onClick={() => chooseItem(sheet, at)}
          >
            {multiple ? (
              <span className={picked.has(item.value) ? "ll-sheet-tick ll-sheet-ticked" : "ll-sheet-tick"} />
            ) : null}
            {item.label}
          </div>
        ))}
      </div>
    </div>
  );
}
