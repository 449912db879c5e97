import { type FileTable, writeCsvText, writeXlsx } from "../../shared/files/write-file.ts";
import { type Cube, cubeRows } from "../../shared/json-stat/cube.ts";
import { jsonStat } from "../../shared/json-stat/json-stat.ts";
import type { Language } from "../../shared/schema/label.ts";
import { statisticsText } from "../../shared/words/statistics.ts";
import type { Format } from "./question.ts";

/** How each format is called on the wire. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  "json-stat": "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The format a caller accepts, by the header's own order; JSON-stat where it names none of ours. */
export function acceptedFormat(accept: string): Format {
  for (const part of accept.toLowerCase().split(",")) {
    const [type = "", ...options] = part.split(";").map((piece) => piece.trim());
    if (options.some((option) => /^q=0(\.0*)?$/.test(option))) continue;
    if (type === "text/csv") return "csv";
    if (type === MEDIA_TYPES.xlsx) return "xlsx";
    if (/^application\/(json|vnd\.jsonstat|json-stat)/.test(type) || type === "*/*") return "json-stat";
  }
  return "json-stat";
}

/** A cube in the format asked for. */
export async function written(cube: Cube, format: Format, language: Language): Promise<string | Uint8Array> {
  if (format === "json-stat") return JSON.stringify(jsonStat(cube));
  const table = tableOf(cube, language);
  return format === "csv" ? writeCsvText(table) : writeXlsx(table);
}

/** One line for each number, with codes as text, so that no program takes them for numbers. */
function tableOf(cube: Cube, language: Language): FileTable {
  const say = (name: Parameters<typeof statisticsText>[0]) => statisticsText(name, language);
  const breakdowns = cube.dimensions.slice(3);
  const [indicator = ""] = cube.label.split(" ");
  const text = (header: string, width: number) => ({ header, type: "text" as const, width });
  return {
    name: cube.label,
    columns: [
      text(say("areaCode"), 16),
      text(say("area"), 24),
      text(say("period"), 12),
      text(say("indicatorCode"), 12),
      text(say("measure"), 20),
      ...breakdowns.map(({ label }) => text(label, 16)),
      { header: say("value"), type: "number", width: 12 },
      text(say("unit"), 10),
      text(say("status"), 12),
    ],
    rows: [...cubeRows(cube)].map(({ categories: [area, period, measure, ...others], cell }) => [
      area?.id ?? "",
      area?.label ?? "",
      period?.id ?? "",
      indicator,
      measure?.label ?? "",
      ...others.map(({ label }) => label),
      cell.value,
      measure?.unit?.label ?? "",
      cell.status ? say(cell.status) : "",
    ]),
  };
}
