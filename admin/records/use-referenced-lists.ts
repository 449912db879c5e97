import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { RecordList } from "./record-list.ts";
import { referencedRegisters } from "./referenced-registers.ts";

/** The lists whose titles this one shows, loaded and watched. `revision` changes when any of them does. */
export function useReferencedLists(register: RegisterView): { lists: readonly RecordList[]; revision: number } {
  const workspace = useWorkspace();
  const lists = useMemo(
    () => referencedRegisters(register, workspace.registerOf).map(({ name }) => workspace.listOf(name)),
    [register, workspace],
  );
  useEffect(() => {
    for (const list of lists) void list.load();
  }, [lists]);
  const revision = useSyncExternalStore(
    useMemo(() => subscribeAll(lists), [lists]),
    () => lists.reduce((sum, list) => sum + list.get().revision, 0),
  );
  return { lists, revision };
}

function subscribeAll(lists: readonly RecordList[]): (listener: () => void) => () => void {
  return (listener) => {
    const ends = lists.map((list) => list.subscribe(listener));
    return () => {
      for (const end of ends) end();
    };
  };
}
