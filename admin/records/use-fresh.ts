import { useEffect } from "react";
import { mayNotRead, type RecordList } from "./record-list.ts";

const EVERY_MS = 15_000;
/** Lists that only give words to references change seldom. */
const OTHERS_EVERY = 4;
/** Nobody is there: asking on would cost money for nothing. */
const IDLE_MS = 5 * 60_000;

/** Asks for changes while somebody works here: every 15 seconds, and at once when the window comes back. */
export function useFresh(list: RecordList, others: readonly RecordList[]): void {
  useEffect(() => {
    let active = Date.now();
    let turn = 0;
    const touch = () => {
      active = Date.now();
    };
    const ask = (all: boolean) => {
      if (document.visibilityState === "hidden") return;
      // A failed question is asked again at the next turn; unsaved cells have their own banner.
      for (const one of all ? [list, ...others] : [list]) void one.refresh().catch(startAnew);
    };
    const timer = setInterval(() => {
      if (Date.now() - active > IDLE_MS) return;
      turn += 1;
      ask(turn % OTHERS_EVERY === 0);
    }, EVERY_MS);
    const back = () => {
      touch();
      ask(true);
    };
    window.addEventListener("focus", back);
    document.addEventListener("visibilitychange", back);
    for (const event of ["pointerdown", "keydown"] as const) window.addEventListener(event, touch, { passive: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", back);
      document.removeEventListener("visibilitychange", back);
      for (const event of ["pointerdown", "keydown"] as const) window.removeEventListener(event, touch);
    };
  }, [list, others]);
}

/** Rights have changed under the open page: begun anew, the console has what they allow now. */
function startAnew(error: unknown): void {
  if (mayNotRead(error)) window.location.reload();
}
