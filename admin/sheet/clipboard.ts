import type { ClipboardEvent } from "react";
import { say } from "./select.ts";
import { bounds, cellCount } from "./selection.ts";
import type { SheetHandle } from "./store.ts";
import { parseTsv, toHtmlTable, toTsv } from "./tsv.ts";
import { clear, paste, selectedBlock } from "./write.ts";

/**
 * Copying and pasting go through the events alone: the clipboard API exists only on secure pages, and an office
 * network often has none.
 */
export function onCopy(sheet: SheetHandle, event: ClipboardEvent, cut: boolean): void {
  const { editing, props, selection, columns } = sheet.get();
  if (editing) return;
  event.preventDefault();
  const block = selectedBlock(sheet);
  const box = bounds(selection);
  event.clipboardData.setData("text/plain", toTsv(block));
  event.clipboardData.setData(
    "text/html",
    toHtmlTable(block, (col) => columns[box.left + col]?.editor === "number"),
  );
  if (cut) clear(sheet, "cut");
  else say(sheet, props.words.copied(cellCount(box)));
}

export function onPaste(sheet: SheetHandle, event: ClipboardEvent): void {
  if (sheet.get().editing) return;
  event.preventDefault();
  const text = event.clipboardData.getData("text/plain");
  if (text) paste(sheet, parseTsv(text));
}
