import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import { amount, useLedgerWords } from "./ledger.ts";
import { MonthPicker } from "./MonthPicker.tsx";

type Journal = {
  readonly openingFen: number;
  readonly closingFen: number;
  readonly entries: readonly {
    readonly id: string;
    readonly no: string;
    readonly day: string;
    readonly summary: string;
    readonly inFen: number;
    readonly outFen: number;
    readonly balanceFen: number;
  }[];
};

/** A month of the cash or bank journal with the balance after each entry (日记账). */
export function JournalView() {
  const words = useLedgerWords();
  const { loadFailed } = useWords();
  const { path, today } = useWorkspace();
  const [book, setBook] = useState("cash");
  const [month, setMonth] = useState(today().slice(0, 7));
  const { value, problem } = useAnswer<Journal>(`${path}/ledger/journal?book=${book}&month=${month}`);
  return (
    <Box sx={{ display: "grid", gap: 1.5, gridTemplateColumns: "minmax(0, 1fr)" }}>
      <Box sx={{ display: "flex", gap: 1.5 }}>
        <TextField
          select
          label={words.book}
          value={book}
          onChange={(event) => setBook(event.target.value)}
          sx={{ width: 140 }}
        >
          <MenuItem value="cash">{words.cash}</MenuItem>
          <MenuItem value="bank">{words.bank}</MenuItem>
        </TextField>
        <MonthPicker month={month} onMonth={setMonth} />
      </Box>
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {value ? <Entries {...value} /> : null}
    </Box>
  );
}

function Entries({ openingFen, closingFen, entries }: Journal) {
  const words = useLedgerWords();
  const sum = (key: "inFen" | "outFen") => entries.reduce((total, entry) => total + entry[key], 0);
  return (
    <div className="linli-scroll">
      <table className="linli-table linli-money">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.no}</th>
            <th scope="col">{words.summary}</th>
            {[words.income, words.expense, words.left].map((head) => (
              <th key={head} scope="col" className="linli-end">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="linli-sum">
            <td colSpan={5}>{words.opening}</td>
            <td className="linli-end">{amount(openingFen)}</td>
          </tr>
          {entries.map(({ id, no, day, summary, inFen, outFen, balanceFen }) => (
            <tr key={id}>
              <td>{day}</td>
              <td>{no}</td>
              <td>{summary}</td>
              <td className="linli-end">{inFen === 0 ? "" : amount(inFen)}</td>
              <td className="linli-end">{outFen === 0 ? "" : amount(outFen)}</td>
              <td className="linli-end">{amount(balanceFen)}</td>
            </tr>
          ))}
          {entries.length === 0 ? (
            <tr>
              <td colSpan={6} className="linli-note">
                {words.noEntries}
              </td>
            </tr>
          ) : null}
          <tr className="linli-sum">
            <td colSpan={3}>{words.closing}</td>
            <td className="linli-end">{amount(sum("inFen"))}</td>
            <td className="linli-end">{amount(sum("outFen"))}</td>
            <td className="linli-end">{amount(closingFen)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
