import { clearTimeout, setTimeout } from "node:timers";

/** Who wants to know of writes to a table, so that nobody has to ask again and again. */
export type Listeners = {
  add(tableName: string, listener: () => void): () => void;
  call(tableNames: Iterable<string>): void;
  callLater(tableNames: Iterable<string>): void;
  close(): void;
};

const LATER = 20;

export function listeners(): Listeners {
  const byTable = new Map<string, Set<() => void>>();
  const timers = new Set<NodeJS.Timeout>();
  const call = (tableNames: Iterable<string>): void => {
    for (const name of tableNames) for (const listener of [...(byTable.get(name) ?? [])]) listener();
  };
  return {
    add(tableName, listener) {
      const known = byTable.get(tableName) ?? new Set();
      byTable.set(tableName, known.add(listener));
      return () => known.delete(listener);
    },
    call,
    callLater(tableNames) {
      const names = [...tableNames];
      if (names.length === 0) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        call(names);
      }, LATER);
      timers.add(timer.unref());
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      byTable.clear();
    },
  };
}
