import TextField from "@mui/material/TextField";
import { useLedgerWords } from "./ledger.ts";

type Props = { readonly month: string; readonly onMonth: (month: string) => void };

/** Which month of the books is shown; months to come have none. */
export function MonthPicker({ month, onMonth }: Props) {
  const words = useLedgerWords();
  return (
    <TextField
      type="month"
      label={words.month}
      value={month}
      onChange={(event) => /^\d{4}-\d{2}$/.test(event.target.value) && onMonth(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 170 }}
    />
  );
}
