import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { type ChangeEvent, useEffect, useState } from "react";
import { useNotify } from "react-admin";
import { ledgerLine } from "../../shared/codes/ledger.ts";
import { linesOf } from "../../shared/rules/ledger/lines.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import { amount, useAct, useLedgerWords } from "./ledger.ts";

type Row = {
  readonly row: number;
  readonly day?: string;
  readonly no?: string;
  readonly summary?: string;
  readonly kind?: "in" | "out";
  readonly amountFen?: number;
  readonly line?: string;
  readonly state: "new" | "error";
  readonly problems: readonly { readonly message: string }[];
};
type Preview = {
  readonly id: string;
  readonly state: "ready" | "running" | "done" | "failed";
  readonly undone: boolean;
  readonly done: number;
  readonly total: number;
  readonly title: string;
  readonly openingFen: number;
  readonly incomeFen: number;
  readonly expenseFen: number;
  readonly closingFen: number;
  readonly counts: { readonly new: number; readonly error: number };
  readonly rows: readonly Row[];
};

const ASKED_EVERY_MS = 700;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A past cash book as opening history: a look at it, and the director's one act (导入历史账). */
export function PastBook({ onChange }: { readonly onChange: () => void }) {
  const words = useLedgerWords();
  const all = useWords();
  const { http, path } = useWorkspace();
  const notify = useNotify();
  const [preview, setPreview] = useState<Preview>();
  const fail = (error: unknown) => notify(troubleOf(error, all), { type: "error" });
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const headers = { "content-type": TYPE };
    await http<Preview>("POST", `${path}/ledger/imports`, { raw: file, headers }).then(setPreview, fail);
    target.value = "";
  };
  const running = preview?.state === "running" ? preview.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again and again while that one job runs
  useEffect(() => {
    if (running === undefined) return;
    const timer = setInterval(() => {
      http<Preview>("GET", `${path}/ledger/imports/${running}`).then((now) => {
        setPreview(now);
        if (now.state !== "running") onChange();
      }, fail);
    }, ASKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [running, http, path]);
  return (
    <Box sx={{ display: "grid", gap: 1.5, justifyItems: "start" }}>
      <p>{words.pastText}</p>
      <Button variant="outlined" component="label">
        {words.chooseFile}
        <input
          type="file"
          accept=".xlsx,.xls,.ods,.csv"
          className="linli-hidden"
          onChange={(event) => void choose(event)}
        />
      </Button>
      {preview ? <Look preview={preview} onPreview={setPreview} onChange={onChange} onFailure={fail} /> : null}
    </Box>
  );
}

type LookProps = {
  readonly preview: Preview;
  readonly onPreview: (preview: Preview) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onChange: () => void;
};

function Look({ preview, onPreview, onChange, onFailure }: LookProps) {
  const words = useLedgerWords();
  const language = useLanguage();
  const { community, http, path } = useWorkspace();
  const act = useAct();
  const { id, state, undone, counts, rows } = preview;
  const isDirector = community.posts.includes("director");
  const mayCorrect = community.posts.some((post) => ["cashier", "accountant", "director"].includes(post));
  const correct = async (row: number, line: string) => {
    const asked = http<Preview>("PATCH", `${path}/ledger/imports/${id}`, { body: { lines: { [row]: line } } });
    await asked.then(onPreview, onFailure);
  };
  const take = async (name: "commit" | "undo") => {
    const answer = await act<Partial<Preview>>(`imports/${id}/${name}`);
    if (answer) onPreview({ ...preview, ...answer });
    onChange();
  };
  return (
    <Box sx={{ display: "grid", gap: 1.5, width: "100%" }}>
      <h2 className="linli-past-title">{preview.title}</h2>
      <dl className="linli-balance">
        {[
          [words.opening, preview.openingFen],
          [words.income, preview.incomeFen],
          [words.expense, preview.expenseFen],
          [words.closing, preview.closingFen],
        ].map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{amount(Number(fen))}</dd>
          </div>
        ))}
      </dl>
      {state === "running" ? <Alert severity="info">{words.working}</Alert> : null}
      {state === "done" && !undone ? (
        <Alert
          severity="success"
          action={isDirector ? <Button onClick={() => void take("undo")}>{words.pastUndo}</Button> : undefined}
        >
          {words.pastDone}
        </Alert>
      ) : null}
      {state === "ready" && counts.error === 0 ? (
        isDirector ? (
          <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
            <Button variant="contained" onClick={() => void take("commit")}>
              {words.pastConfirm}
            </Button>
            <span className="linli-note">{words.pastConfirmText}</span>
          </Box>
        ) : (
          <Alert severity="info">{words.pastDirector}</Alert>
        )
      ) : null}
      <div className="linli-scroll linli-past-rows">
        <table className="linli-table linli-money">
          <thead>
            <tr>
              {[words.row, words.day, words.no, words.summary, words.line].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className="linli-end">
                {words.amount}
              </th>
              {counts.error > 0 ? <th scope="col">{words.problem}</th> : null}
            </tr>
          </thead>
          <tbody>
            {[...rows]
              .sort((a, b) => Number(b.state === "error") - Number(a.state === "error") || a.row - b.row)
              .map((row) => (
                <tr key={row.row}>
                  <td>{row.row}</td>
                  <td>{row.day}</td>
                  <td>{row.no}</td>
                  <td>{row.summary}</td>
                  <td>
                    {state === "ready" && mayCorrect ? (
                      <LineChoice row={row} onLine={(line) => void correct(row.row, line)} />
                    ) : (
                      row.line && codeLabel(ledgerLine, row.line, language)
                    )}
                  </td>
                  <td className="linli-end">
                    {row.amountFen === undefined ? "" : amount(row.kind === "out" ? -row.amountFen : row.amountFen)}
                  </td>
                  {counts.error > 0 ? (
                    <td className="linli-remark">{row.problems.map(({ message }) => message).join(" ")}</td>
                  ) : null}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Box>
  );
}

/** The line as it was proposed, to be corrected before the book is entered. */
function LineChoice({ row, onLine }: { readonly row: Row; readonly onLine: (line: string) => void }) {
  const words = useLedgerWords();
  const language = useLanguage();
  if (row.line === undefined || row.kind === undefined) return null;
  return (
    <select
      aria-label={`${words.line}, ${words.row} ${row.row}`}
      value={row.line}
      onChange={(event) => onLine(event.target.value)}
    >
      {linesOf(row.kind).map((line) => (
        <option key={line} value={line}>
          {codeLabel(ledgerLine, line, language)}
        </option>
      ))}
    </select>
  );
}
