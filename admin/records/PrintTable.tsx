import { useEffect, useMemo, useRef } from "react";
import { createPortal } from "react-dom";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import { useShow } from "./use-show.ts";

type Props = { readonly register: RegisterView; readonly onPrinted: () => void };

/** A whole list on paper: the sheet on screen holds only the rows in view. Sealed columns stay out of it. */
export function PrintTable({ register, onPrinted }: Props) {
  const { listOf, community, today } = useWorkspace();
  const language = useLanguage();
  const show = useShow(register);
  const records = useMemo(() => [...listOf(register.name).get().records.values()], [listOf, register]);
  const columns = useMemo(
    () =>
      Object.entries(register.fields).filter(
        ([key, field]) => !field.sealed && records.some(({ values }) => (values[key] ?? null) !== null),
      ),
    [register, records],
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
        {register.label[language]} · {community.name} · {today()}
      </h1>
      <table>
        <thead>
          <tr>
            {columns.map(([key, field]) => (
              <th key={key}>{field.label[language]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, values }) => (
            <tr key={id}>
              {columns.map(([key]) => (
                <td key={key}>{show(key, values[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
