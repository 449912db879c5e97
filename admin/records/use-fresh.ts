import { useEffect } from "react";
import { EVERY_MS, whileActive } from "../app/while-active.ts";
import { reloadPage } from "../layout/reload.ts";
import { mayNotRead, type RecordList } from "./record-list.ts";

/** Lists that only give words to references change seldom. */
const OTHERS_EVERY = 20;

/**
 * Asks for changes while somebody works here: every 15 seconds, and at once when they come back. The lists that give
 * words to references are asked after a change of this one, which may refer to what is new there, and now and then.
 */
export function useFresh(list: RecordList, others: readonly RecordList[]): void {
  useEffect(() => {
    let turn = 0;
    const ask = async (isAll: boolean) => {
      const { revision } = list.get();
      await list.refresh();
      if (isAll || list.get().revision !== revision) await Promise.all(others.map((other) => other.refresh()));
    };
    return whileActive(
      (isBack) => {
        turn += 1;
        // A failed question is asked again at the next turn; unsaved cells have their own banner.
        void ask(isBack || turn % OTHERS_EVERY === 0).catch(startAnew);
      },
      { everyMs: EVERY_MS },
    );
  }, [list, others]);
}

/** Rights have changed under the open page: begun anew, the console has what they allow now. */
function startAnew(error: unknown): void {
  if (mayNotRead(error)) reloadPage();
}
