import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { Preview, RowState } from "./contract.ts";
import { RowTable } from "./RowTable.tsx";
import { useRows, type Wanted } from "./use-rows.ts";

const STATES: readonly RowState[] = ["new", "changed", "same", "error"];
const SHOWN = 200;

type Props = { readonly register: RegisterView; readonly preview: Preview };

/** How many rows are new, changed, the same or refused; a press on a count shows those rows, each with its reason. */
export function RowStates({ register, preview }: Props) {
  const words = useWords().imports;
  const { counts } = preview;
  const total = STATES.reduce((sum, state) => sum + counts[state], 0);
  const [chosen, setChosen] = useState<Wanted>();
  // What needs a look comes first; where nothing does, all rows.
  const wanted = chosen ?? (preview.rows.length > 0 ? "noted" : "all");
  const [shown, setShown] = useState(SHOWN);
  const { rows, loading, failed, again, more } = useRows(register, preview, wanted);
  const choose = (next: Wanted) => {
    setChosen(next);
    setShown(SHOWN);
  };
  const chip = (name: Wanted, label: string, count?: number) => (
    <Chip
      key={name}
      label={count === undefined ? label : `${label} ${count.toLocaleString()}`}
      color={name === "error" && counts.error > 0 ? "error" : "default"}
      variant={wanted === name ? "filled" : "outlined"}
      aria-pressed={wanted === name}
      data-count={name}
      onClick={() => choose(name)}
    />
  );
  return (
    <section>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {words.rows}
      </Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", mb: 1 }}>
        {preview.rows.length > 0 ? chip("noted", words.toLookAt) : null}
        {chip("all", words.allListed, total)}
        {STATES.map((state) => chip(state, words.states[state], counts[state]))}
      </Box>
      {failed ? (
        <p role="alert">
          {words.rowsFailed} <Button onClick={again}>{words.again}</Button>
        </p>
      ) : null}
      {!failed && !loading && rows.length === 0 ? <p className="linli-note">{words.noRows}</p> : null}
      {rows.length > 0 ? <RowTable register={register} rows={rows.slice(0, shown)} /> : null}
      {rows.length > shown || more ? (
        <Button
          onClick={() => {
            setShown(shown + SHOWN);
            if (rows.length <= shown + SHOWN) more?.();
          }}
        >
          {words.moreRows}
        </Button>
      ) : null}
    </section>
  );
}
