import type { CellValue } from "./types.ts";

export type Change = {
  readonly rowId: string;
  readonly key: string;
  readonly before: CellValue;
  readonly after: CellValue;
};

/** A cell text that its column refused; it stays in the cell, marked, until it is corrected or given up. */
export type Refused = {
  readonly attempted: string;
  readonly problem: string;
  /** A text the column would take instead. */
  readonly mend?: string;
};

/** A text that was refused, and where. */
export type Refusal = Refused & { readonly rowId: string; readonly key: string };

/** One thing the clerk did, undone as one. `made` are the rows it brought into being. */
export type Step = {
  readonly changes: readonly Change[];
  readonly made: readonly string[];
  readonly refusals: readonly Refusal[];
};

export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

export const noHistory: History = { done: [], undone: [] };

const stepsMax = 200;

/** A new step ends the possibility to redo. */
export function record(history: History, entry: Step): History {
  if (entry.changes.length === 0 && entry.refusals.length === 0) return history;
  return { done: [...history.done, entry].slice(-stepsMax), undone: [] };
}

export function undo(history: History): { readonly history: History; readonly step: Step } | undefined {
  const last = history.done[history.done.length - 1];
  if (!last) return undefined;
  return { history: { done: history.done.slice(0, -1), undone: [...history.undone, last] }, step: last };
}

/** `made` names the rows anew, since a row that is made again is another row. */
export function redo(
  history: History,
  rename: (rowId: string) => string,
): { readonly history: History; readonly step: Step } | undefined {
  const last = history.undone[history.undone.length - 1];
  if (!last) return undefined;
  const names = new Map(last.made.map((rowId) => [rowId, rename(rowId)]));
  const rowNamed = <Each extends { readonly rowId: string }>(each: Each): Each => ({
    ...each,
    rowId: names.get(each.rowId) ?? each.rowId,
  });
  const renamed = (entry: Step): Step => ({
    made: entry.made.map((rowId) => names.get(rowId) ?? rowId),
    changes: entry.changes.map(rowNamed),
    refusals: entry.refusals.map(rowNamed),
  });
  const step = renamed(last);
  const rest = history.undone.slice(0, -1);
  // Later steps may speak of the rows made here, so they follow the new names too.
  return { history: { done: [...history.done, step], undone: names.size > 0 ? rest.map(renamed) : rest }, step };
}
