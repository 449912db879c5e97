import { Refusal } from "../../shared/contract/refusal.ts";
import { openEvaluator } from "../../shared/import/evaluate.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Deps } from "../http/deps.ts";
import type { Outcome, Turn } from "../jobs/kind.ts";
import { type Batch, EMPTY, ITEMS_TOGETHER, withRow } from "./batch.ts";
import { openBatchWriter } from "./batch-writer.ts";
import { type ImportJob, importedRegister, importTargets, madeId, readColumns } from "./import-job.ts";
import { openLists } from "./lists.ts";
import { readPart, rowsFrom } from "./parts.ts";

/** A slice reads the lists anew after so many rows, so that it never lags far behind what clerks do meanwhile. */
const ROWS_A_SLICE = 10_000;

/**
 * Takes rows of an import until the turn is over (导入提交). Every batch is one transaction with its line in the
 * journal, which says where the next one begins: whatever dies when, each row is taken once.
 */
export async function takeRows(deps: Deps, job: ImportJob, turn: Turn): Promise<Outcome> {
  const columns = await readColumns(deps, job);
  const register = importedRegister(job);
  const states = String(await readPart(deps, job.id, "STATES"));
  const { index, kept } = openLists(deps, job.community, states.replaceAll(" ", "").length);
  const evaluate = openEvaluator({
    register,
    columns,
    targets: importTargets(job),
    index,
    today: dayOf(deps.now()),
    idFor: (name, key) => madeId(job.id, name, key),
  });
  const writer = await openBatchWriter(deps, job, kept);
  let batch: Batch = EMPTY;
  let taken = 0;
  try {
    for await (const { row, cells } of rowsFrom(deps, job.id, writer.next())) {
      const state = states.charAt(row);
      if (state !== "n" && state !== "c" && state !== "s") continue;
      if (row < writer.next() || state === "s") {
        await evaluate(row, cells, { remembered: true });
        continue;
      }
      const evaluated = await evaluate(row, cells);
      if (evaluated?.state === "error") {
        await writer.write(batch);
        await writer.refuse({ row, problems: evaluated.problems.map(({ path, code }) => ({ path, code })) });
        batch = EMPTY;
        continue;
      }
      const next = withRow(batch, row, evaluated?.writes ?? []);
      const isAlone = row <= job.data.careful;
      if (batch.rows.length > 0 && (isAlone || next.items > ITEMS_TOGETHER)) {
        await writer.write(batch);
        batch = withRow(EMPTY, row, evaluated?.writes ?? []);
        await turn.renew();
        if (turn.isOver() || taken > ROWS_A_SLICE) return await writer.outcome("running");
      } else batch = next;
      taken += 1;
    }
    await writer.write(batch);
    return await writer.outcome("done");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return writer.recover(error);
  }
}
