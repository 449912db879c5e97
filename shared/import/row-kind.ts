import { type Cell, cellText, isBlank } from "../files/cell.ts";
import { footerBeginnings } from "../words/import.ts";
import type { ImportColumn } from "./match-columns.ts";

const FOOTERS = footerBeginnings.map((text) => text.toLowerCase());

/** Whether a row of the file is none of the data: numbered but empty, a sum, a signature, the headings once more. */
export function isNoData(cells: readonly Cell[], columns: readonly ImportColumn[]): boolean {
  const known = columns.filter(({ field }) => field !== null);
  const filled = known.filter(({ index }) => !isBlank(cells[index]));
  if (filled.length === 0) return true;
  const repeated = filled.filter(({ index, header }) => cellText(cells[index]).trim() === header);
  if (repeated.length >= 2 && repeated.length >= filled.length - 1) return true;
  const first = cells.find((cell) => !isBlank(cell));
  const text = cellText(first).trim().toLowerCase();
  const isFooter = FOOTERS.some((beginning) => text.replace(/\s+/g, "").startsWith(beginning.replace(/\s+/g, "")));
  return isFooter && filled.length <= Math.max(2, known.length / 2);
}
