import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { ledgerLine } from "../../shared/codes/ledger.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { fundWords } from "../../shared/words/ledger-funds.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import { FundTable } from "./FundTable.tsx";
import { amount } from "./ledger.ts";

type Receipts = {
  readonly next: string | null;
  readonly books: readonly {
    readonly id: string;
    readonly first: string;
    readonly last: string;
    readonly open: boolean;
    readonly used: number;
    readonly voided: number;
    readonly free: number;
    readonly takenBack: readonly string[];
  }[];
};
type Fund = {
  readonly id: string;
  readonly name: string;
  readonly inFen: number;
  readonly outFen: number;
  readonly balanceFen: number;
};
type YearLine = {
  readonly line: string;
  readonly plannedFen: number | null;
  readonly actualFen: number;
  readonly percent: number | null;
  readonly decided: boolean;
  readonly setBy?: string;
};
type Year = { readonly income: readonly YearLine[]; readonly expense: readonly YearLine[] };
type Task = {
  readonly id: string;
  readonly title: string;
  readonly dueFen: number;
  readonly bookedFen: number;
  readonly notedFen: number;
  readonly openFen: number;
};

/** Where money comes from and what it is bound to (经费与收据): receipts, restricted funds, the budget, funds of tasks. */
export function FundsView() {
  return (
    <Box sx={{ display: "grid", gap: 3, gridTemplateColumns: "minmax(0, 1fr)" }}>
      <ReceiptBooks />
      <RestrictedFunds />
      <Budget />
      <TaskFunds />
    </Box>
  );
}

const useFundWords = () => fundWords[useLanguage()];

function ReceiptBooks() {
  const words = useFundWords();
  const { path } = useWorkspace();
  const { value, problem } = useAnswer<Receipts>(`${path}/ledger/receipts`);
  const rows = value?.books.map(({ id, first, last, open, used, voided, free, takenBack }) => ({
    id,
    head: `${first} – ${last}${open ? "" : ` (${words.goneBack})`}`,
    cells: [String(used), String(voided), String(free), takenBack.join(", ")],
  }));
  return (
    <section>
      <Typography variant="h2">{words.receipts}</Typography>
      {value ? <p>{value.next === null ? words.noBook : words.nextReceipt(value.next)}</p> : null}
      <FundTable
        headings={[words.range, words.used, words.voided, words.free, words.takenBack]}
        rows={rows}
        problem={problem}
      />
    </section>
  );
}

function RestrictedFunds() {
  const words = useFundWords();
  const { path } = useWorkspace();
  const { value, problem } = useAnswer<{ funds: readonly Fund[] }>(`${path}/ledger/restricted-funds`);
  const rows = value?.funds.map(({ id, name, inFen, outFen, balanceFen }) => ({
    id,
    head: name,
    cells: [inFen, outFen, balanceFen].map(amount),
  }));
  return (
    <section>
      <Typography variant="h2">{words.restricted}</Typography>
      <FundTable
        headings={[words.restricted, words.received, words.spent, words.left]}
        rows={rows}
        problem={problem}
        nothing={words.nothing}
      />
    </section>
  );
}

function Budget() {
  const words = useFundWords();
  const language = useLanguage();
  const { path, today } = useWorkspace();
  const [year, setYear] = useState(today().slice(0, 4));
  const { value, problem } = useAnswer<Year>(
    `${path}/ledger/years/${/^\d{4}$/.test(year) ? year : today().slice(0, 4)}`,
  );
  const rows =
    value &&
    [...value.income, ...value.expense].map((row) => ({
      id: row.line,
      head: codeLabel(ledgerLine, row.line, language),
      note: [row.setBy && words.setBy(row.setBy), row.plannedFen !== null && !row.decided && words.notDecided]
        .filter(Boolean)
        .join(", "),
      cells: [
        row.plannedFen === null ? "" : amount(row.plannedFen),
        amount(row.actualFen),
        row.percent === null ? "" : `${row.percent.toFixed(1)} %`,
      ],
    }));
  return (
    <section>
      <Box sx={{ display: "flex", gap: 2, alignItems: "center", mb: 1 }}>
        <Typography variant="h2">{words.budget(year)}</Typography>
        <TextField
          label={words.year}
          type="number"
          value={year}
          onChange={(event) => setYear(event.target.value)}
          sx={{ width: 120 }}
        />
      </Box>
      <FundTable
        headings={["", words.planned, words.actual, words.executed]}
        rows={rows}
        problem={problem}
        nothing={words.nothing}
      />
    </section>
  );
}

function TaskFunds() {
  const words = useFundWords();
  const { path } = useWorkspace();
  const { value, problem } = useAnswer<{ tasks: readonly Task[] }>(`${path}/ledger/task-funds`);
  const rows = value?.tasks.map(({ id, title, dueFen, bookedFen, notedFen, openFen }) => ({
    id,
    head: title,
    cells: [dueFen, bookedFen, notedFen, openFen].map(amount),
  }));
  return (
    <section>
      <Typography variant="h2">{words.tasks}</Typography>
      <FundTable
        headings={[words.task, words.due, words.arrived, words.noted, words.missing]}
        rows={rows}
        problem={problem}
        nothing={words.nothing}
      />
    </section>
  );
}
