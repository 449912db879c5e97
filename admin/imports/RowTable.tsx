import Box from "@mui/material/Box";
import { useLanguage, useWords } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { FileRow } from "./contract.ts";

type Props = { readonly register: RegisterView; readonly rows: readonly FileRow[] };

/** Rows of a file: whom each is about, what becomes of it, and why not. It takes the keyboard, which scrolls it. */
export function RowTable({ register, rows }: Props) {
  const words = useWords().imports;
  const language = useLanguage();
  const nameOf = (path: string) => register.fields[path.split(".")[0] ?? ""]?.label[language] ?? "";
  const titled = rows.some(({ title }) => title);
  return (
    <Box sx={{ overflow: "auto", maxHeight: 320, border: 1, borderColor: "divider" }} tabIndex={0}>
      <table className="linli-table">
        <thead>
          <tr>
            <th scope="col">{words.rowNo}</th>
            {titled ? <th scope="col">{register.title.map(nameOf).join(" ")}</th> : null}
            <th scope="col">{words.state}</th>
            <th scope="col">{words.problems}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, state, problems, title }) => (
            <tr key={row} data-row={row}>
              <td>{row}</td>
              {titled ? <td>{title}</td> : null}
              <td style={{ whiteSpace: "nowrap" }}>{words.states[state]}</td>
              <td style={{ color: state === "error" ? "#9b2318" : "inherit" }}>
                {problems.map(({ path, message }) => [nameOf(path), message].filter(Boolean).join(": ")).join("; ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
