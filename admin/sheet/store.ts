import { useSyncExternalStore } from "react";
import type { Filters } from "./filter.ts";
import { offsetsOf, type Viewport, widthOf } from "./geometry.ts";
import { type History, noHistory, type Refused } from "./history.ts";
import { arrange, type Layout, loadLayout } from "./layout.ts";
import type { SortKey } from "./order.ts";
import { type Bounds, type Selection, single } from "./selection.ts";
import type { Choice, SheetColumn, SheetProps } from "./types.ts";
import { buildView, type View } from "./view.ts";

/** The list under a choice or reference cell while it is edited. */
export type ChoiceList = {
  readonly items: readonly Choice[];
  readonly at: number;
  readonly picked: readonly Choice[];
  readonly status: "ready" | "searching" | "failed";
  /** Whether the clerk pointed at an item; otherwise Enter takes the typed text at its word. */
  readonly pointed: boolean;
};

export type Editing = {
  readonly rowId: string;
  readonly key: string;
  /** `replace`: typing began over the cell, arrows leave it. `edit`: the text is worked on, arrows move in it. */
  readonly mode: "replace" | "edit";
  readonly surface: "text" | "native" | "list" | "rows";
  readonly initial: string;
  readonly list?: ChoiceList;
};

export type Search = {
  readonly text: string;
  readonly only: boolean;
  readonly done: boolean;
  readonly cells: number;
  /** Cells found before the active one, itself included when it is one; 0 while unknown. */
  readonly at: number;
};

export type Menu = {
  readonly x: number;
  readonly y: number;
  readonly columnKey: string | undefined;
  readonly forRows: boolean;
};

export type State = {
  readonly props: SheetProps;
  readonly columns: readonly SheetColumn[];
  readonly frozen: number;
  readonly offsets: readonly number[];
  readonly layout: Layout;
  readonly view: View;
  readonly sort: readonly SortKey[];
  readonly filters: Filters;
  readonly found: ReadonlySet<string> | undefined;
  readonly search: Search;
  readonly selection: Selection;
  /** The rectangle that a drag of the fill handle would fill. */
  readonly filling: Bounds | undefined;
  readonly viewport: Viewport;
  readonly editing: Editing | undefined;
  readonly refused: ReadonlyMap<string, Refused>;
  readonly history: History;
  readonly madeHere: ReadonlySet<string>;
  /** A row just made whose appearance the selection waits for. */
  readonly awaited: { readonly rowId: string; readonly row: number; readonly selection: Selection } | undefined;
  readonly menu: Menu | undefined;
  readonly columnsOpen: boolean;
  readonly notice: string;
  /** The column where Tab set out, to which Enter returns. */
  readonly tabFrom: number | undefined;
  /** Escape lets the next Tab leave the sheet, so that the keyboard is never trapped. */
  readonly released: boolean;
  readonly focused: boolean;
};

/** One sheet on a page: its state, and the elements that the browser's own behaviour needs. */
export type SheetHandle = {
  readonly id: string;
  get(): State;
  set(patch: Partial<State>): void;
  subscribe(listener: () => void): () => void;
  readonly dom: {
    root: HTMLElement | null;
    scroller: HTMLElement | null;
    input: HTMLTextAreaElement | null;
    native: HTMLInputElement | null;
    search: HTMLInputElement | null;
  };
  newId(): string;
};

/** Frozen columns take up at most this part of the width. */
const frozenPart = 0.6;

export const noSearch: Search = { text: "", only: false, done: true, cells: 0, at: 0 };

export function createSheet(props: SheetProps, id: string, stamp: string): SheetHandle {
  let state = firstState(props);
  let made = 0;
  const listeners = new Set<() => void>();
  return {
    id,
    get: () => state,
    set(patch) {
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dom: { root: null, scroller: null, input: null, native: null, search: null },
    newId() {
      made += 1;
      return `new-${stamp}-${made}`;
    },
  };
}

function firstState(props: SheetProps): State {
  const layout = loadLayout(props.storageKey);
  const language = props.language ?? "zh";
  return {
    props,
    layout,
    ...columnState(props.columns, layout, 0),
    view: buildView(props.rows, { columns: props.columns, sort: [], filters: new Map(), found: undefined, language }),
    sort: [],
    filters: new Map(),
    found: undefined,
    search: noSearch,
    selection: single({ row: 0, col: 0 }),
    filling: undefined,
    viewport: { top: 0, left: 0, width: 0, height: 0 },
    editing: undefined,
    refused: new Map(),
    history: noHistory,
    madeHere: new Set(),
    awaited: undefined,
    menu: undefined,
    columnsOpen: false,
    notice: "",
    tabFrom: undefined,
    released: false,
    focused: false,
  };
}

/** Columns as laid out. On a narrow screen frozen columns that would leave no room for others scroll with them. */
export function columnState(
  columns: readonly SheetColumn[],
  layout: Layout,
  width: number,
): Pick<State, "columns" | "frozen" | "offsets"> {
  const { shown, frozen } = arrange(columns, layout);
  const offsets = offsetsOf(shown.map((column) => widthOf(column, layout.widths)));
  let fitting = frozen;
  while (width > 0 && fitting > 0 && (offsets[fitting] ?? 0) > width * frozenPart) fitting -= 1;
  return { columns: shown, frozen: fitting, offsets };
}

export function useSheet(sheet: SheetHandle): State {
  return useSyncExternalStore(sheet.subscribe, sheet.get);
}

export function cellKey(rowId: string, key: string): string {
  return `${rowId}\n${key}`;
}
