import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { lastDayOf, monthBefore } from "../../shared/rules/calendar.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import { CloseMonth } from "./CloseMonth.tsx";
import { amount, useLedgerWords } from "./ledger.ts";
import { MonthPicker } from "./MonthPicker.tsx";
import type { MonthReport } from "./month-report.ts";
import { SignReview } from "./SignReview.tsx";
import { TablePaper } from "./TablePaper.tsx";

/** A month: its income-expense table, closing it, the council's review, and paper (月结与公开表). */
export function MonthView({ onChange }: { readonly onChange: () => void }) {
  const { loadFailed } = useWords();
  const { path, today } = useWorkspace();
  const [month, setMonth] = useState(monthBefore(today().slice(0, 7)));
  const { value, problem, reload } = useAnswer<MonthReport>(`${path}/ledger/months/${month}`);
  const changed = () => {
    reload();
    onChange();
  };
  return (
    <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "minmax(0, 1fr)" }}>
      <MonthPicker month={month} onMonth={setMonth} />
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {value?.month === month ? <Month report={value} onChange={changed} /> : null}
    </Box>
  );
}

type Props = { readonly report: MonthReport; readonly onChange: () => void };

function Month({ report, onChange }: Props) {
  const words = useLedgerWords();
  const { community, today, me } = useWorkspace();
  const [asking, setAsking] = useState<"close" | "review">();
  const { closed, month, signatures } = report;
  const has = (...posts: string[]) => community.posts.some((post) => posts.includes(post));
  const mayClose = !closed && !report.past && has("accountant") && lastDayOf(month) < today();
  const maySign = closed && has("council", "supervision") && signatures.every(({ name }) => name !== me.name);
  return (
    <>
      <Review report={report} />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        {mayClose ? (
          <Button variant="contained" onClick={() => setAsking("close")}>
            {words.closeMonth}
          </Button>
        ) : null}
        {maySign ? (
          <Button variant="contained" onClick={() => setAsking("review")}>
            {words.sign}
          </Button>
        ) : null}
        <Button variant="outlined" onClick={() => window.print()}>
          {words.print}
        </Button>
      </Box>
      {report.selfApproved.length > 0 ? (
        <section>
          <Typography variant="h3">{words.selfApproved}</Typography>
          <ul>
            {report.selfApproved.map(({ id, no, day, summary, amountFen }) => (
              <li key={id}>
                {day} {no} {summary} {amount(amountFen)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <TablePaper report={report} />
      {asking === "close" ? (
        <CloseMonth
          report={report}
          onClose={() => setAsking(undefined)}
          onClosed={() => {
            setAsking(undefined);
            onChange();
          }}
        />
      ) : null}
      {asking === "review" ? (
        <SignReview
          month={month}
          onClose={() => setAsking(undefined)}
          onSigned={() => {
            setAsking(undefined);
            onChange();
          }}
        />
      ) : null}
    </>
  );
}

function Review({ report }: { readonly report: MonthReport }) {
  const words = useLedgerWords();
  const { closed, signatures, released, reviewersMin, reviewLate, reviewDue } = report;
  if (!closed) return <Alert severity="info">{report.past ? words.pastDone : words.open}</Alert>;
  const found = signatures.filter(({ findings }) => findings);
  return (
    <Alert severity={released ? "success" : reviewLate ? "warning" : "info"}>
      {[
        words.monthClosedBy(closed.by),
        words.signed(signatures.length, reviewersMin) + names(signatures),
        released ? words.released : reviewLate ? words.reviewLate(reviewDue) : words.reviewBy(reviewDue),
      ].join(" · ")}
      {found.map(({ name, findings }) => (
        <div key={name}>
          {name}: {findings}
        </div>
      ))}
    </Alert>
  );
}

const names = (signatures: MonthReport["signatures"]) =>
  signatures.length === 0 ? "" : ` (${signatures.map(({ name }) => name).join(", ")})`;
