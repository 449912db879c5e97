import { useEffect, useSyncExternalStore } from "react";
import { line } from "../app/line.ts";
import type { LineState } from "../providers/line.ts";

/** How this page stands with the server. */
export function useLine(): LineState {
  return useSyncExternalStore(line.subscribe, line.state);
}

/** Calls back when what had failed may succeed. */
export function useBack(listener: () => void): void {
  useEffect(() => line.onBack(listener), [listener]);
}
