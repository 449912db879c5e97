import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { amount, fenOf, useLedgerWords, useSend } from "./ledger.ts";
import type { MonthReport } from "./month-report.ts";

type Props = { readonly report: MonthReport; readonly onClose: () => void; readonly onClosed: () => void };
type Item = { readonly key: number; readonly text: string; readonly amount: string };

/** Closing a month: the bank statement's balance, and every difference from the book by name (月结). */
export function CloseMonth({ report, onClose, onClosed }: Props) {
  const words = useLedgerWords();
  const send = useSend();
  const draft = useDraft(`months.${report.month}.close`);
  const [statement, setStatement] = useTyped(draft, "statement", "");
  const [items, setItems] = useTyped<readonly Item[]>(draft, "items", []);
  const bookFen = report.table.closing.bankFen;
  const statementFen = fenOf(statement);
  const read = items.map((item) => ({ text: item.text.trim(), amountFen: fenOf(item.amount) }));
  const explained = read.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0);
  const left = statementFen === undefined ? 0 : statementFen - bookFen - explained;
  const isComplete = read.every(({ text, amountFen }) => text !== "" && amountFen !== undefined);
  const submit = async () => {
    await send(`months/${report.month}/close`, { bankFen: statementFen, items: read });
    onClosed();
  };
  const change = (key: number, part: Partial<Item>) =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...part } : item)));
  return (
    <FormDialog
      title={`${words.closeMonth} ${report.month}`}
      draft={draft}
      onClose={onClose}
      onSubmit={submit}
      ready={statementFen !== undefined && left === 0 && isComplete}
    >
      <p>{words.closeMonthText}</p>
      <p>
        {words.bookBank} <strong>{amount(bookFen)}</strong>
      </p>
      <TextField
        autoFocus
        required
        fullWidth
        label={words.statement}
        value={statement}
        onChange={(event) => setStatement(event.target.value)}
        slotProps={{ htmlInput: { inputMode: "decimal" } }}
      />
      <fieldset className="linli-items">
        <legend>{words.items}</legend>
        {items.map(({ key, text, amount: written }) => (
          <Box key={key} sx={{ display: "flex", gap: 1 }}>
            <TextField
              fullWidth
              label={words.itemText}
              value={text}
              onChange={(event) => change(key, { text: event.target.value })}
            />
            <TextField
              label={words.amount}
              value={written}
              onChange={(event) => change(key, { amount: event.target.value })}
              slotProps={{ htmlInput: { inputMode: "decimal" } }}
            />
          </Box>
        ))}
        <Button onClick={() => setItems((before) => [...before, { key: before.length, text: "", amount: "" }])}>
          {words.addItem}
        </Button>
      </fieldset>
      {left === 0 ? null : (
        <p className="linli-remark" role="status">
          {words.unexplained} {amount(left)}
        </p>
      )}
    </FormDialog>
  );
}
