import type { FieldProblem } from "../contract/refusal.ts";
import type { Cell } from "../files/cell.ts";
import type { Value, Values } from "../schema/field.ts";
import type { Reading } from "../schema/kind.ts";
import type { Register } from "../schema/register.ts";
import { withoutNulls } from "../schema/values.ts";
import { openDraft } from "./draft.ts";
import type { Evaluation } from "./evaluation.ts";
import { findExisting } from "./find-existing.ts";
import type { Existing, RowWrite } from "./list-index.ts";
import { namedRecords } from "./named-records.ts";
import { openPlaceMemory, type PlaceContext } from "./places.ts";
import { impliedReferences } from "./referenced.ts";
import { rowKeys } from "./row-keys.ts";
import { isNoData } from "./row-kind.ts";
import { mappedColumns, type RowValues, rowValues } from "./row-values.ts";
import { shownSame } from "./shown-same.ts";
import { wantedRecord } from "./wanted-record.ts";

export type RowState = "new" | "changed" | "same" | "error";

/** What becomes of one row of a file (行状态): its state, what is wrong or noteworthy, and what it would write. */
export type EvaluatedRow = {
  readonly row: number;
  readonly state: RowState;
  readonly problems: readonly FieldProblem[];
  readonly notes: readonly FieldProblem[];
  readonly writes: readonly RowWrite[];
};

/**
 * Takes the rows of one file in their order; those that are no data (sums, signatures) give undefined. A row that is
 * only `remembered` was taken before: the rows that follow must know what it said, and nothing comes of it again.
 */
export type Evaluator = (
  row: number,
  cells: readonly Cell[],
  options?: { readonly remembered: true },
) => Promise<EvaluatedRow | undefined>;

export function openEvaluator(evaluation: Evaluation): Evaluator {
  const { register, columns, targets, index, today } = evaluation;
  const mapped = mappedColumns(columns, targets);
  const seen = new Map<string, number>();
  const memory = openPlaceMemory();

  return async (row, cells, options) => {
    if (isNoData(cells, columns)) return undefined;
    const reading: Reading = { today, resolve: await namedRecords(cells, mapped, register.implies ?? [], index) };
    const said = rowValues(cells, mapped, register.implies ?? [], reading);
    const refused = (problems: readonly FieldProblem[]): EvaluatedRow => ({
      row,
      state: "error",
      problems,
      notes: said.notes,
      writes: [],
    });
    const given = ownValues(said);
    const derived = withoutNulls({ ...given, ...register.derive?.(given, new Set(Object.keys(given))) });
    const keys = rowKeys(register, derived, said.recordId);
    // Of two rows about the same record the later one is marked, once, whatever else it says.
    const repeats = (earlier: number) => refused([repeatedProblem(register, derived, said, earlier)]);
    const earlier = keys.looksFor.map((key) => seen.get(key)).find((found) => found !== undefined);
    for (const key of keys.leaves) if (!seen.has(key)) seen.set(key, row);
    if (earlier !== undefined) return repeats(earlier);
    const { existing, problem } = await findExisting(register, said.recordId, derived, index);
    if (problem) return refused([problem]);
    if (existing) {
      const before = seen.get(`#${existing.id}`);
      if (before !== undefined && said.recordId === undefined) return repeats(before);
      seen.set(`#${existing.id}`, row);
    }

    const draft = openDraft();
    const id = existing?.id ?? evaluation.idFor(register.name, `row ${row}`);
    const places: PlaceContext = {
      row,
      today,
      index,
      draft,
      memory,
      problems: [],
      idFor: evaluation.idFor,
      givenAt: (base) => said.implied.get(base) ?? {},
    };
    const unchanged = existing ? await shownSame(register, said.own, existing, index) : new Set<string>();
    const wanted = wantedValues(given, unchanged, existing);
    Object.assign(
      wanted,
      await impliedReferences(places, register, { said, unchanged, existing, id, wanted, derived }),
    );
    const record = await wantedRecord(evaluation, {
      said,
      unchanged,
      existing,
      wanted,
      placeProblems: places.problems,
    });
    if (record.problems.length > 0) return refused(record.problems);
    if (!existing) draft.create(register.name, id, record.values);
    else if (Object.keys(record.changes).length > 0) draft.patch(register.name, existing, record.changes);
    const writes = draft.writes();
    const state = !existing ? "new" : writes.length > 0 ? "changed" : "same";
    if (!options?.remembered) await draft.take(index);
    else if (existing) draft.remember();
    return { row, state, problems: [], notes: said.notes, writes };
  };
}

function ownValues(said: RowValues): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [key, { value }] of said.own) if (value !== undefined && value !== null) values[key] = value;
  return values;
}

function wantedValues(given: Values, unchanged: ReadonlySet<string>, existing: Existing | undefined) {
  const wanted: Record<string, Value> = {};
  for (const [key, value] of Object.entries(given)) if (!unchanged.has(key)) wanted[key] = value;
  // "Child" says less than what somebody has since found out (eldest son, second daughter).
  if (wanted.relation === "child" && /^[23]\d$/.test(String(existing?.values.relation))) delete wanted.relation;
  return wanted;
}

/** Beside which column a repetition is shown: the first one that tells records apart and that the row fills. */
function repeatedProblem(register: Register, values: Values, said: RowValues, earlier: number): FieldProblem {
  const telling = [...(register.match ?? []).flat(), ...Object.keys(register.fields)];
  const path = said.recordId === undefined ? (telling.find((key) => values[key] !== undefined) ?? "") : "id";
  return { path, code: "repeated-row", params: { row: earlier } };
}
