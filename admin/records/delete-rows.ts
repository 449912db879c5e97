import type { Language } from "../../shared/schema/label.ts";
import type { ConsoleWords } from "../../shared/words/console.ts";
import type { Workspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { Problem, type ProblemBody } from "../providers/http.ts";

export type NotDeleted = { readonly id: string; readonly title: string; readonly reason: string };

/** Whose rows they are, and the words in which it is told why one stayed. */
export type Deleting = {
  readonly workspace: Workspace;
  readonly register: RegisterView;
  readonly words: ConsoleWords;
  readonly language: Language;
};

const AT_ONCE = 4;

/** Deletes rows one by one, a few at a time, and says which stayed and why. */
export async function deleteRows(
  { workspace, register, words, language }: Deleting,
  ids: readonly string[],
  onProgress: (done: number) => void,
): Promise<readonly NotDeleted[]> {
  const list = workspace.listOf(register.name);
  const queue = workspace.queueOf(register);
  const kept: NotDeleted[] = [];
  let done = 0;
  let next = 0;
  const reasonOf = (error: unknown): string => {
    if (!(error instanceof Problem)) return words.loadFailed;
    const lists = referrers(error.body).map((name) => workspace.registerOf(name)?.label[language] ?? name);
    return lists.length > 0 ? words.referencedBy(lists) : error.message;
  };
  const removeOne = async (id: string): Promise<void> => {
    const record = list.get().records.get(id);
    if (!record) return queue.discard(id);
    try {
      await workspace.http("DELETE", `${list.path}/records/${encodeURIComponent(id)}`, {
        headers: { "if-match": `"${record.version}"` },
      });
      queue.discard(id);
      list.apply([{ id, version: record.version + 1, deleted: true }]);
    } catch (error) {
      kept.push({ id, title: workspace.titles.titleOf(register.name, id) ?? id, reason: reasonOf(error) });
    }
  };
  const worker = async () => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      await removeOne(id);
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (kept.length > 0) await list.refresh().catch(() => undefined);
  return kept;
}

/** Lists whose records still point to the row. */
function referrers(body: ProblemBody): readonly string[] {
  const { by } = body;
  return Array.isArray(by) ? [...new Set(by.map((one: unknown) => String(one)))] : [];
}
