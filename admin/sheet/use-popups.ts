import { useEffect, useSyncExternalStore } from "react";
import { cancelEdit } from "./edit.ts";
import { later } from "./later.ts";
import { closeMenu } from "./menu.ts";
import { say } from "./select.ts";
import type { SheetHandle } from "./store.ts";

export const popups = later(() => import("./popups.ts"));

/** What opens over the sheet, once it is here: it comes when the rows stand, or at once when something wants to open. */
export function usePopups(sheet: SheetHandle, wanted: boolean): typeof import("./popups.ts") | undefined {
  useEffect(() => popups.loadWhenIdle(), []);
  useEffect(() => {
    if (wanted) void popups.load().then(() => popups.get() ?? giveUp(sheet));
  }, [sheet, wanted]);
  return useSyncExternalStore(popups.subscribe, popups.get);
}

/** It cannot open. The clerk is told, and has the keyboard back; a choice can still be typed. */
function giveUp(sheet: SheetHandle): void {
  closeMenu(sheet);
  if (sheet.get().editing?.surface === "rows") cancelEdit(sheet);
  say(sheet, sheet.get().props.words.partMissing);
}
