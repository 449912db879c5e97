/** @jsxImportSource hono/jsx */
import { counted } from "../../../shared/charts/svg.ts";
import type { CubeCell } from "../../../shared/json-stat/cube.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { statisticsText } from "../../../shared/words/statistics.ts";
import type { Figures } from "./figures.ts";

export type FiguresTableProps = { readonly figures: Figures; readonly caption: string; readonly language: Language };

/** The figures as a table; it scrolls sideways by itself where the screen is narrow. */
export function FiguresTable({ figures, caption, language }: FiguresTableProps) {
  const { corner, columns, rows, decimals } = figures;
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((label) => (
              <th scope="col" class="number" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells, isTotal }) => (
            <tr key={label} class={isTotal ? "total" : undefined}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <td class="number" key={columns[index]}>
                  <Figure cell={cell} decimals={decimals.get(index)} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type FigureProps = { readonly cell: CubeCell; readonly decimals: number | undefined; readonly language: Language };

function Figure({ cell, decimals, language }: FigureProps) {
  if (cell.value !== null) return <>{decimals ? cell.value.toFixed(decimals) : counted(cell.value)}</>;
  if (cell.status === "missing") return <span class="soft">{statisticsText("missing", language)}</span>;
  if (cell.status !== "suppressed") return <span aria-hidden="true">·</span>;
  return (
    <>
      <span aria-hidden="true">—</span>
      <span class="unseen">{statisticsText("suppressed", language)}</span>
    </>
  );
}
