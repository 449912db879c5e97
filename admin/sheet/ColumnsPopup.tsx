import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { hideColumn, moveColumn, plainLayout } from "./layout.ts";
import { closeMenu, setLayout } from "./menu.ts";
import { useOutside, usePlaced } from "./popup.ts";
import { type SheetHandle, useSheet } from "./store.ts";

const popupWidth = 260;

/** Which columns are shown, and in which order. */
export function ColumnsPopup({ sheet }: { readonly sheet: SheetHandle }) {
  const { props, columns, layout } = useSheet(sheet);
  const element = useRef<HTMLDivElement>(null);
  const { words } = props;
  const [anchor, setAnchor] = useState<DOMRect>();
  useLayoutEffect(() => setAnchor(element.current?.parentElement?.getBoundingClientRect()), []);
  usePlaced(element, (anchor?.right ?? 0) - popupWidth, (anchor?.bottom ?? 0) + 4);
  useOutside(element, () => closeMenu(sheet));
  useEffect(() => element.current?.querySelector("input")?.focus(), []);
  const shown = new Set(columns.map((column) => column.key));
  const all = [...columns, ...props.columns.filter((column) => !shown.has(column.key))];
  return (
    <div
      ref={element}
      className="ll-sheet-popup ll-sheet-columns"
      role="dialog"
      aria-label={words.columns}
      onKeyDown={(event) => {
        if (event.key === "Escape") closeMenu(sheet);
      }}
    >
      <ul>
        {all.map((column, at) => (
          <li key={column.key}>
            <label>
              <input
                type="checkbox"
                checked={shown.has(column.key)}
                onChange={(event) =>
                  setLayout(sheet, hideColumn(props.columns, layout, column.key, !event.target.checked))
                }
              />
              {column.label}
            </label>
            {shown.has(column.key) ? (
              <>
                <button
                  type="button"
                  aria-label={`${words.moveLeft}: ${column.label}`}
                  disabled={at === 0}
                  onClick={() => setLayout(sheet, moveColumn(props.columns, layout, column.key, at - 1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={`${words.moveRight}: ${column.label}`}
                  disabled={at >= columns.length - 1}
                  onClick={() => setLayout(sheet, moveColumn(props.columns, layout, column.key, at + 1))}
                >
                  ↓
                </button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setLayout(sheet, plainLayout)}>
        {words.resetColumns}
      </button>
    </div>
  );
}
