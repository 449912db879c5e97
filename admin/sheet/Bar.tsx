import { isActive } from "./filter.ts";
import { nextMatch, setOnlyMatches, setSearch } from "./find.ts";
import { clearFilters, closeMenu } from "./menu.ts";
import { useSearchRefresh } from "./report.ts";
import { focusSheet } from "./select.ts";
import { type SheetHandle, useSheet } from "./store.ts";
import { usePopups } from "./use-popups.ts";

/** Above the rows: search, what is filtered, which columns are shown, and the page's own buttons. */
export function Bar({ sheet }: { readonly sheet: SheetHandle }) {
  const { props, search, filters, columnsOpen } = useSheet(sheet);
  const { words } = props;
  const popups = usePopups(sheet, columnsOpen);
  useSearchRefresh(sheet);
  const filtered = props.columns.filter((column) => isActive(filters.get(column.key)));
  const searching = search.text.trim() !== "";
  return (
    <div className="ll-sheet-bar">
      <div className="ll-sheet-search">
        <input
          ref={(element) => {
            sheet.dom.search = element;
          }}
          type="search"
          value={search.text}
          placeholder={words.search}
          aria-label={words.search}
          onChange={(event) => setSearch(sheet, event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === "Enter") nextMatch(sheet, event.shiftKey ? -1 : 1);
            else if (event.key === "Escape") {
              setSearch(sheet, "");
              focusSheet(sheet);
            } else return;
            event.preventDefault();
          }}
        />
        {searching ? (
          <>
            <span className="ll-sheet-matches" role="status">
              {words.matches(search.at, search.cells, search.done)}
            </span>
            <button type="button" aria-label={words.previousMatch} onClick={() => nextMatch(sheet, -1)}>
              ↑
            </button>
            <button type="button" aria-label={words.nextMatch} onClick={() => nextMatch(sheet, 1)}>
              ↓
            </button>
            <label className="ll-sheet-only">
              <input
                type="checkbox"
                checked={search.only}
                onChange={(event) => setOnlyMatches(sheet, event.target.checked)}
              />
              {words.onlyMatches}
            </label>
          </>
        ) : null}
      </div>
      {filtered.length > 0 ? (
        <button type="button" className="ll-sheet-chip" onClick={() => clearFilters(sheet)} title={words.clearFilters}>
          {words.filtered(filtered.map((column) => column.label))} ✕
        </button>
      ) : null}
      <span className="ll-sheet-space" />
      {props.toolbar}
      <span className="ll-sheet-anchor">
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={columnsOpen}
          onClick={() => (columnsOpen ? closeMenu(sheet) : sheet.set({ columnsOpen: true, menu: undefined }))}
        >
          {words.columns}
        </button>
        {columnsOpen && popups ? <popups.ColumnsPopup sheet={sheet} /> : null}
      </span>
    </div>
  );
}
