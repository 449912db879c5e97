import type { Cell } from "../../../shared/files/cell.ts";
import { type EvaluatedRow, openEvaluator } from "../../../shared/import/evaluate.ts";
import type { ListIndex } from "../../../shared/import/list-index.ts";
import { matchColumns } from "../../../shared/import/match-columns.ts";
import { openIndex } from "../../../shared/import/open-index.ts";
import { targetsOf } from "../../../shared/import/target.ts";
import type { Register } from "../../../shared/schema/register.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";

export const TODAY = "2026-11-24";

export function register(name: string): Register {
  const found = registerNamed(name);
  if (!found) throw new Error(`There is no list ${name}`);
  return found;
}

/** Lists without a record. */
export function emptyLists(): ListIndex {
  return openIndex({
    whole: async () => [],
    read: async () => [],
    idsWith: async () => [],
    idsReferring: async () => [],
    hash: async (list, column, text) => `${list}/${column}/${text}`,
    open: async () => ({}),
  });
}

/** Evaluates rows whose headings stand in the first one; row numbers are those of a file that begins with it. */
export async function evaluated(
  [headers = [], ...rows]: readonly (readonly Cell[])[],
  index: ListIndex = emptyLists(),
  { list = "residents", file = "file" } = {},
): Promise<EvaluatedRow[]> {
  const targets = targetsOf(register(list), { sees: () => true, mayImport: () => true });
  const evaluate = openEvaluator({
    register: register(list),
    columns: matchColumns(targets, headers.map(String), rows),
    targets,
    index,
    today: TODAY,
    idFor: (name, key) => `${file} ${name} ${key}`,
  });
  const result: EvaluatedRow[] = [];
  for (const [place, cells] of rows.entries()) {
    const row = await evaluate(place + 2, cells);
    if (row) result.push(row);
  }
  return result;
}

/** Rows as a reader of the preview sees them: `2 new`, `3 error idNo:identity-check`. */
export function told(rows: readonly EvaluatedRow[]): string[] {
  return rows.map(({ row, state, problems, notes }) =>
    [row, state, ...[...problems, ...notes].map(({ path, code }) => `${path}:${code}`)].join(" "),
  );
}
