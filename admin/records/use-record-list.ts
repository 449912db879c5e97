import { useEffect, useSyncExternalStore } from "react";
import type { ListState, RecordList } from "./record-list.ts";

/** A list as it is now; loads it when it is first wanted. */
export function useRecordList(list: RecordList): ListState {
  useEffect(() => void list.load(), [list]);
  return useSyncExternalStore(list.subscribe, list.get);
}
