import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { FileRow, Preview, RowState } from "./contract.ts";

const STATES: readonly RowState[] = ["new", "changed", "same", "error"];
const SHOWN = 200;

type Props = { readonly register: RegisterView; readonly preview: Preview };

/** How many rows are new, changed, the same or refused, and why; a click on a count shows those rows alone. */
export function RowStates({ register, preview }: Props) {
  const words = useWords().imports;
  const [only, setOnly] = useState<RowState>();
  const [shown, setShown] = useState(SHOWN);
  const { rows, more } = useRows(register, preview);
  const wanted = only ? rows.filter(({ state }) => state === only) : rows;
  return (
    <section>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", mb: 1 }}>
        {STATES.map((state) => (
          <Chip
            key={state}
            label={`${words.states[state]} ${preview.counts[state].toLocaleString()}`}
            color={state === "error" && preview.counts.error > 0 ? "error" : "default"}
            variant={only === state ? "filled" : "outlined"}
            aria-pressed={only === state}
            data-count={state}
            onClick={() => setOnly(only === state ? undefined : state)}
          />
        ))}
      </Box>
      <Typography variant="h3">{words.rows}</Typography>
      {wanted.length === 0 ? <p className="linli-note">{words.noProblems}</p> : null}
      {wanted.length > 0 ? <RowTable register={register} rows={wanted.slice(0, shown)} /> : null}
      {wanted.length > shown || more ? (
        <Button
          onClick={() => {
            setShown(shown + SHOWN);
            if (wanted.length <= shown + SHOWN) more?.();
          }}
        >
          {words.moreRows}
        </Button>
      ) : null}
    </section>
  );
}

/** Rows with something to say: who was refused and why. Also used for what a commit left out. */
export function RowTable({ register, rows }: { readonly register?: RegisterView; readonly rows: readonly FileRow[] }) {
  const words = useWords().imports;
  const language = useLanguage();
  const nameOf = (path: string) => register?.fields[path.split(".")[0] ?? ""]?.label[language] ?? "";
  return (
    <Box sx={{ overflow: "auto", maxHeight: 320, border: 1, borderColor: "divider" }}>
      <table className="linli-table">
        <thead>
          <tr>
            <th scope="col">{words.rowNo}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.problems}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, state, problems }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{words.states[state]}</td>
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

function useRows(register: RegisterView, preview: Preview) {
  const { http, path } = useWorkspace();
  const [further, setFurther] = useState<Pick<Preview, "rows" | "cursor">>({ rows: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview has other rows
  useEffect(() => setFurther({ rows: [] }), [preview]);
  const cursor = further.rows.length > 0 ? further.cursor : preview.cursor;
  const load = async (at: string) => {
    const base = `${path}/registers/${register.name}/imports/${preview.id}/rows`;
    const page = await http<Pick<Preview, "rows" | "cursor">>("GET", `${base}?cursor=${encodeURIComponent(at)}`);
    setFurther({ ...page, rows: [...further.rows, ...page.rows] });
  };
  return {
    rows: [...preview.rows, ...further.rows],
    more: cursor === undefined ? undefined : () => void load(cursor).catch(() => undefined),
  };
}
