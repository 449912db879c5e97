import type { ConsoleWords } from "../../shared/words/console.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { CellState } from "../sheet/types.ts";
import type { QueueState } from "./queue-state.ts";

/** The mark of a cell that is not saved, and the sentence beside it. */
export function cellStateOf(
  queue: QueueState,
  register: RegisterView,
  words: ConsoleWords,
  id: string,
  key: string,
): CellState | undefined {
  const pending = queue.cells.get(id)?.get(key);
  if (pending) return { state: pending.state, ...pending.trouble };
  const draft = queue.drafts.get(id);
  if (!draft) return undefined;
  const problem = draft.problems[key];
  if (problem !== undefined) return { state: "refused", ...problem };
  const filled = (draft.values[key] ?? null) !== null;
  const field = register.fields[key];
  const missing = !filled && field?.required && field.initial === undefined && !field.byAction;
  if (missing) return { state: "unsaved", message: words.draftMissing };
  if (!filled) return undefined;
  if (draft.state === "saving") return { state: "saving" };
  const whole = draft.problems[""];
  return whole !== undefined ? { state: "refused", ...whole } : { state: "unsaved", message: words.draftWaits };
}
