import { useEffect, useSyncExternalStore } from "react";
import { later } from "./later.ts";

const popups = later(() => import("./popups.ts"));

/** What opens over the sheet, once it is here: it comes when the rows stand, or at once when something wants to open. */
export function usePopups(wanted: boolean): typeof import("./popups.ts") | undefined {
  useEffect(() => popups.loadWhenIdle(), []);
  useEffect(() => {
    if (wanted) void popups.load();
  }, [wanted]);
  return useSyncExternalStore(popups.subscribe, popups.get);
}
