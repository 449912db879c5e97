/** A rectangle of cell texts, as it travels over the clipboard. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what Excel, WPS and browsers put on the clipboard as plain text: tabs between cells, line ends between rows,
 * quotes round a cell that itself holds a tab, a line end or a quote. The line end after the last row is no row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
    const cell = quoted ?? plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

/** A quote opens a quoted cell only if its closing quote ends the cell; otherwise it is part of the text. */
function quotedCell(text: string, start: number): { text: string; end: number } | undefined {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return undefined;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const next = text[end + 1];
  if (next !== undefined && next !== "\t" && next !== "\n" && next !== "\r") return undefined;
  return {
    text: text
      .slice(start + 1, end)
      .replaceAll('""', '"')
      .replaceAll("\r\n", "\n"),
    end: end + 1,
  };
}

function plainCell(text: string, start: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { text: text.slice(start, end), end };
}

/** Writes a block so that Excel and WPS, and `parseTsv`, read back the same cells. */
export function toTsv(block: Block): string {
  const text = block.map((row) => row.map(quote).join("\t")).join("\r\n");
  // A last row that is one empty cell shows only by the line end after it.
  const last = block[block.length - 1];
  return block.length > 1 && last?.length === 1 && last[0] === "" ? `${text}\r\n` : text;
}

function quote(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The same block as a table, for programs that paste HTML. Word keeps the cells; Excel keeps ID numbers, phone numbers
 * and texts that look like formulas as the texts they are, and takes numbers only from columns of numbers.
 */
export function toHtmlTable(block: Block, isNumber: (col: number) => boolean): string {
  const cell = (text: string, col: number) => {
    const format = isNumber(col) ? "" : "mso-number-format:'\\@';";
    return `<td style="${format}white-space:pre-wrap">${escapeHtml(text).replaceAll("\n", "<br>")}</td>`;
  };
  const rows = block.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `<meta charset="utf-8"><table>${rows}</table>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
