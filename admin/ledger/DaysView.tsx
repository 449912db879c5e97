import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import { amount, fenOf, type Money, useLedgerWords, useSend } from "./ledger.ts";
import { MonthPicker } from "./MonthPicker.tsx";

type Day = {
  readonly day: string;
  readonly movedCashFen: number;
  readonly vouchers: number;
  readonly closed?: {
    readonly cashFen: number;
    readonly countedFen: number;
    readonly differenceFen: number;
    readonly reason?: string;
    readonly by: string;
    readonly warnings: readonly { readonly message: string }[];
  };
};
type Days = { readonly days: readonly Day[]; readonly closedThrough?: string };

/** Days of a month that moved, how they were closed, and closing the next one (日清). */
export function DaysView({ onChange }: { readonly onChange: () => void }) {
  const words = useLedgerWords();
  const { loadFailed } = useWords();
  const { path, today, community } = useWorkspace();
  const [month, setMonth] = useState(today().slice(0, 7));
  const { value, problem, reload } = useAnswer<Days>(`${path}/ledger/days?month=${month}`);
  const [closing, setClosing] = useState<string>();
  const isCashier = community.posts.includes("cashier");
  // Days are closed in order: the first that is open.
  const next = value?.days.find(({ closed }) => !closed)?.day;
  return (
    <Box sx={{ display: "grid", gap: 1.5, gridTemplateColumns: "minmax(0, 1fr)" }}>
      <MonthPicker month={month} onMonth={setMonth} />
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {value?.days.length === 0 ? <p className="linli-note">{words.noEntries}</p> : null}
      {value && value.days.length > 0 ? (
        <div className="linli-scroll">
          <table className="linli-table linli-money">
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                {[words.moved, words.cash, words.counted, words.difference].map((head) => (
                  <th key={head} scope="col" className="linli-end">
                    {head}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {value.days.map((day) => (
                <DayRow
                  key={day.day}
                  {...day}
                  {...(isCashier && day.day === next && { onClose: () => setClosing(day.day) })}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {closing === undefined ? null : (
        <CloseDay
          day={closing}
          onClose={() => setClosing(undefined)}
          onClosed={() => {
            setClosing(undefined);
            reload();
            onChange();
          }}
        />
      )}
    </Box>
  );
}

function DayRow({ day, movedCashFen, closed, onClose }: Day & { readonly onClose?: () => void }) {
  const words = useLedgerWords();
  return (
    <tr>
      <th scope="row">{day}</th>
      <td className="linli-end">{amount(movedCashFen)}</td>
      <td className="linli-end">{closed ? amount(closed.cashFen) : ""}</td>
      <td className="linli-end">{closed ? amount(closed.countedFen) : ""}</td>
      <td className="linli-end">{closed && closed.differenceFen !== 0 ? amount(closed.differenceFen) : ""}</td>
      <td>
        {closed ? (
          <>
            {words.closedBy(closed.by)}
            {closed.reason === undefined ? null : <span>: {closed.reason}</span>}
            {closed.warnings.map(({ message }) => (
              <span key={message} className="linli-remark">
                {message}
              </span>
            ))}
          </>
        ) : onClose ? (
          <Button variant="contained" onClick={onClose}>
            {words.closeDay}
          </Button>
        ) : (
          words.open
        )}
      </td>
    </tr>
  );
}

type CloseProps = { readonly day: string; readonly onClose: () => void; readonly onClosed: () => void };

function CloseDay({ day, onClose, onClosed }: CloseProps) {
  const words = useLedgerWords();
  const { path } = useWorkspace();
  const notify = useNotify();
  const send = useSend();
  const { value } = useAnswer<Money>(`${path}/ledger/balance?date=${day}`);
  const draft = useDraft(`days.${day}.close`);
  const [counted, setCounted] = useTyped(draft, "counted", "");
  const [reason, setReason] = useTyped(draft, "reason", "");
  const countedFen = fenOf(counted);
  const difference = value && countedFen !== undefined ? countedFen - value.cashFen : 0;
  const submit = async () => {
    const closed = await send<Day>(`days/${day}/close`, {
      countedFen,
      ...(reason.trim() && { reason: reason.trim() }),
    });
    const remarks = closed.closed?.warnings.map(({ message }) => message).join(" ");
    notify(remarks || words.done, { type: remarks ? "warning" : "info" });
    onClosed();
  };
  const ready = countedFen !== undefined && countedFen >= 0 && (difference === 0 || reason.trim() !== "");
  return (
    <FormDialog title={`${words.closeDay} ${day}`} draft={draft} onClose={onClose} onSubmit={submit} ready={ready}>
      <p>{words.closeDayText(value ? amount(value.cashFen) : "…")}</p>
      <TextField
        autoFocus
        required
        fullWidth
        label={words.counted}
        value={counted}
        onChange={(event) => setCounted(event.target.value)}
        slotProps={{ htmlInput: { inputMode: "decimal" } }}
      />
      {difference === 0 ? null : (
        <>
          <p className="linli-remark" role="status">
            {words.difference} {amount(difference)}
          </p>
          <TextField
            required
            fullWidth
            label={words.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
