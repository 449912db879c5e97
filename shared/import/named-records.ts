import { type Cell, cellText, isBlank } from "../files/cell.ts";
import type { Reading } from "../schema/kind.ts";
import { namesIn } from "../schema/kinds/reference.ts";
import type { ListIndex } from "./list-index.ts";
import type { Mapped } from "./row-values.ts";

/** The records that a row's reference columns name by their titles, looked up before the row is read. */
export async function namedRecords(
  cells: readonly Cell[],
  mapped: readonly Mapped[],
  implies: readonly string[],
  index: ListIndex,
): Promise<NonNullable<Reading["resolve"]>> {
  const found = new Map<string, string | undefined>();
  for (const { column, target } of mapped) {
    const cell = cells[column.index] ?? null;
    const { field } = target;
    if (isBlank(cell) || implies.includes(target.path) || (field.kind !== "reference" && field.kind !== "references")) {
      continue;
    }
    for (const name of namesIn(cellText(cell), field.kind)) {
      found.set(keyOf(field.to, name), (await index.titled(field.to, name))?.id);
    }
  }
  return (to, name) => found.get(keyOf(to, name));
}

const keyOf = (to: string, name: string) => `${to}#${name}`;
