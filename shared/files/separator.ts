/** What stands between the cells of a csv, the usual first. */
const SEPARATORS = [",", "\t", ";", "|"] as const;
/** Enough to see how a file is written. */
const LOOKED_AT = 64 * 1024;

/**
 * The separator of a csv: the one of which most lines have the same number, since every row has as many cells as the
 * headings; what stands in quotes belongs to a cell. A comma where nothing tells.
 */
export function separatorOf(text: string): string {
  const lines = linesOutsideQuotes(text.slice(0, LOOKED_AT));
  const scored = SEPARATORS.map((separator) => {
    const lengths = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) lengths.set(count, (lengths.get(count) ?? 0) + 1);
    }
    return { separator, lines: Math.max(0, ...lengths.values()), most: Math.max(0, ...lengths.keys()) };
  });
  const [best] = scored.toSorted((a, b) => b.lines - a.lines || b.most - a.most);
  return best?.separator ?? ",";
}

/** Lines as they are written, without what stands in quotes; a cell in quotes may itself have several. */
function linesOutsideQuotes(text: string): string[] {
  return text.replace(/"[^"]*("|$)/g, "").split(/\r\n|\r|\n/);
}
