import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useMemo, useState } from "react";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { FileColumn } from "./contract.ts";
import { fieldOptions } from "./field-options.ts";

const SURE = 0.8;

type Props = {
  readonly register: RegisterView;
  readonly columns: readonly FileColumn[];
  readonly onColumns: (
    columns: readonly { readonly index: number; readonly field: string | null }[],
  ) => Promise<boolean>;
};

/** Each column of the file, what is in it, and where it goes. */
export function ColumnMatches({ register, columns, onColumns }: Props) {
  const words = useWords().imports;
  const language = useLanguage();
  const workspace = useWorkspace();
  const [changed, setChanged] = useState<ReadonlyMap<number, string | null>>(new Map());
  const [busy, setBusy] = useState(false);
  const options = useMemo(
    () => fieldOptions(workspace, register.name, language, words.recordId),
    [workspace, register, language, words],
  );
  const apply = async () => {
    setBusy(true);
    if (await onColumns([...changed].map(([index, field]) => ({ index, field })))) setChanged(new Map());
    setBusy(false);
  };
  return (
    <>
      <Box sx={{ overflow: "auto", maxHeight: 260, border: 1, borderColor: "divider" }}>
        <table className="linli-table">
          <thead>
            <tr>
              <th scope="col">{words.header}</th>
              <th scope="col">{words.samples}</th>
              <th scope="col">{words.takenAs}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ index, header, samples, field, confidence, message }) => {
              const value = (changed.has(index) ? changed.get(index) : field) ?? "";
              return (
                <tr key={index}>
                  <th scope="row">{header}</th>
                  <td className="linli-samples">{samples.join(" / ")}</td>
                  <td>
                    <select
                      aria-label={header}
                      value={value}
                      onChange={(event) => setChanged(new Map(changed).set(index, event.target.value || null))}
                    >
                      <option value="">{words.leftAside}</option>
                      {options.map(({ path, label }) => (
                        <option key={path} value={path}>
                          {label}
                        </option>
                      ))}
                    </select>{" "}
                    <span className="linli-note">
                      {message ?? (value !== "" && value === field && confidence < SURE ? words.unsure : null)}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Box>
      {changed.size > 0 ? (
        <Button variant="outlined" disabled={busy} onClick={() => void apply()} sx={{ mt: 1 }}>
          {words.applyColumns}
        </Button>
      ) : null}
    </>
  );
}
