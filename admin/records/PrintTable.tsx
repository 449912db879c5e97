import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { Shown } from "../sheet/types.ts";

type Props = { readonly register: RegisterView; readonly shown: Shown; readonly onPrinted: () => void };

/**
 * The list on paper (打印), with the rows, order and columns the clerk sees: the sheet on screen holds only the part in
 * view. Sealed columns stay out of it, and columns without a single value.
 */
export function PrintTable({ register, shown, onPrinted }: Props) {
  const { community, today } = useWorkspace();
  const language = useLanguage();
  const words = useWords();
  const { rows } = shown;
  const columns = shown.columns.filter(
    ({ key }) => !register.fields[key]?.sealed && rows.some(({ values }) => (values[key] ?? null) !== null),
  );
  const printed = useRef(false);
  useEffect(() => {
    if (printed.current) return;
    printed.current = true;
    window.print();
    onPrinted();
  }, [onPrinted]);
  return createPortal(
    <div className="linli-print">
      <h1>
        {register.label[language]} · {community.name} · {today()} · {words.rowCount(rows.length)}
      </h1>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, values }) => (
            <tr key={id}>
              {columns.map(({ key, format }) => (
                <td key={key}>{format(values[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
