import { useMemo, useState } from "react";
import { distinctTexts, type Filter, hasRange, passing } from "./filter.ts";
import { setFilter } from "./menu.ts";
import { type SheetHandle, useSheet } from "./store.ts";
import type { SheetColumn } from "./types.ts";

const valuesShownMax = 200;

const rangeInputTypes: Record<string, string> = { date: "date", dateTime: "date", month: "month", time: "time" };

/** A column's filter: text, range, empty or not, or some of its values. What is set works at once. */
export function FilterForm({ sheet, column }: { readonly sheet: SheetHandle; readonly column: SheetColumn }) {
  const { filters, props } = useSheet(sheet);
  const { words } = props;
  const filter = filters.get(column.key) ?? {};
  const change = (patch: { [Key in keyof Filter]?: Filter[Key] | undefined }) => {
    const entries = Object.entries({ ...filter, ...patch }).filter(([, value]) => value !== undefined && value !== "");
    setFilter(sheet, column.key, Object.fromEntries(entries));
  };
  const rangeType = rangeInputTypes[column.editor] ?? "text";
  return (
    <fieldset className="ll-sheet-filter">
      <legend>{words.filter}</legend>
      <input
        type="text"
        value={filter.contains ?? ""}
        placeholder={words.contains}
        aria-label={words.contains}
        onChange={(event) => change({ contains: event.target.value })}
      />
      {hasRange(column) ? (
        <div className="ll-sheet-inline">
          <label>
            {words.from}{" "}
            <input
              type={rangeType}
              value={filter.from ?? ""}
              onChange={(event) => change({ from: event.target.value })}
            />
          </label>
          <label>
            {words.to}{" "}
            <input type={rangeType} value={filter.to ?? ""} onChange={(event) => change({ to: event.target.value })} />
          </label>
        </div>
      ) : null}
      <div className="ll-sheet-inline">
        <label>
          <input
            type="checkbox"
            checked={filter.empty === true}
            onChange={(event) => change({ empty: event.target.checked || undefined })}
          />
          {words.empty}
        </label>
        <label>
          <input
            type="checkbox"
            checked={filter.empty === false}
            onChange={(event) => change({ empty: event.target.checked ? false : undefined })}
          />
          {words.notEmpty}
        </label>
      </div>
      <Values sheet={sheet} column={column} filter={filter} onChange={(values) => change({ values })} />
      {filters.has(column.key) ? (
        <button type="button" onClick={() => setFilter(sheet, column.key, undefined)}>
          {words.clearFilter}
        </button>
      ) : null}
    </fieldset>
  );
}

type ValuesProps = {
  readonly sheet: SheetHandle;
  readonly column: SheetColumn;
  readonly filter: Filter;
  readonly onChange: (values: ReadonlySet<string> | undefined) => void;
};

/** The values the column has in the rows that the other columns' filters let through. */
function Values({ sheet, column, filter, onChange }: ValuesProps) {
  const { props, view, filters } = useSheet(sheet);
  const { words } = props;
  const [wanted, setWanted] = useState("");
  const all = useMemo(() => {
    const others = new Map([...filters].filter(([key]) => key !== column.key));
    const rows = passing(view.rows, props.columns, others).flatMap((at) => view.rows[at] ?? []);
    return distinctTexts(rows, column, props.language ?? "zh");
  }, [view.rows, filters, props.columns, props.language, column]);
  const matching = wanted ? all.filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase())) : all;
  const chosen = filter.values;
  const toggle = (text: string, on: boolean) => {
    const next = new Set(chosen ?? all.map((each) => each.text));
    if (on) next.add(text);
    else next.delete(text);
    onChange(next.size === all.length ? undefined : next);
  };
  return (
    <fieldset className="ll-sheet-values">
      <legend>{words.chooseValues}</legend>
      {all.length > 12 ? (
        <input
          type="search"
          value={wanted}
          aria-label={words.search}
          placeholder={words.search}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <label>
        <input
          type="checkbox"
          checked={chosen === undefined}
          onChange={(event) => onChange(event.target.checked ? undefined : new Set())}
        />
        {words.allValues}
      </label>
      <ul>
        {matching.slice(0, valuesShownMax).map(({ text, count }) => (
          <li key={text}>
            <label>
              <input
                type="checkbox"
                checked={chosen?.has(text) ?? true}
                onChange={(event) => toggle(text, event.target.checked)}
              />
              <span>{text || words.noValue}</span>
              <small>{count}</small>
            </label>
          </li>
        ))}
      </ul>
      {matching.length > valuesShownMax ? <small>{words.moreValues(matching.length - valuesShownMax)}</small> : null}
    </fieldset>
  );
}
