import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Fields } from "../../shared/schema/field.ts";
import { useWorkspace, type Workspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { RecordList } from "./record-list.ts";

/** The lists whose titles this one shows, loaded and watched. `revision` changes when any of them does. */
export function useReferencedLists(register: RegisterView): { lists: readonly RecordList[]; revision: number } {
  const workspace = useWorkspace();
  const lists = useMemo(() => referencedLists(register, workspace), [register, workspace]);
  useEffect(() => {
    for (const list of lists) void list.load();
  }, [lists]);
  const revision = useSyncExternalStore(
    useMemo(() => subscribeAll(lists), [lists]),
    () => lists.reduce((sum, list) => sum + list.get().revision, 0),
  );
  return { lists, revision };
}

/** Lists that columns point to, and those that the titles there point to in turn. */
function referencedLists(register: RegisterView, workspace: Workspace): readonly RecordList[] {
  const found = new Map<string, RecordList>();
  const add = (fields: Fields, wanted: (key: string) => boolean) => {
    for (const [key, field] of Object.entries(fields)) {
      if ((field.kind !== "reference" && field.kind !== "references") || !wanted(key)) continue;
      const target = workspace.registerOf(field.to);
      if (!target || found.has(target.name)) continue;
      found.set(target.name, workspace.listOf(target.name));
      add(target.fields, (inner) => target.title.includes(inner));
    }
  };
  add(register.fields, () => true);
  found.delete(register.name);
  return [...found.values()];
}

function subscribeAll(lists: readonly RecordList[]): (listener: () => void) => () => void {
  return (listener) => {
    const ends = lists.map((list) => list.subscribe(listener));
    return () => {
      for (const end of ends) end();
    };
  };
}
