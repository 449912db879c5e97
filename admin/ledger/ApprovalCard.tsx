import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Paper from "@mui/material/Paper";
import { type KeyboardEvent, useState } from "react";
import { useNotify } from "react-admin";
import { isOwnClaim } from "../../shared/rules/ledger/entry.ts";
import { useWorkspace } from "../app/workspace.ts";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";
import { amount, useAct, useLedgerWords, useSend, type VoucherView } from "./ledger.ts";
import { VoucherPaper } from "./VoucherPaper.tsx";

type Props = { readonly vouchers: readonly VoucherView[]; readonly onChange: () => void };

/**
 * One voucher before the director (一支笔): everything the document says, and one act on it. There is no way to act on
 * several; the next one comes when this one is done.
 */
export function ApprovalCard({ vouchers, onChange }: Props) {
  const words = useLedgerWords();
  const { me } = useWorkspace();
  const notify = useNotify();
  const act = useAct();
  const send = useSend();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [returning, setReturning] = useState(false);
  const place = Math.min(at, vouchers.length - 1);
  const voucher = vouchers[place];
  if (!voucher) return null;
  const move = (by: number) => setAt(Math.min(Math.max(place + by, 0), vouchers.length - 1));
  const approve = async () => {
    if (busy) return;
    setBusy(true);
    const approved = await act<VoucherView>(`vouchers/${voucher.id}/approve`);
    setBusy(false);
    if (approved) notify(words.approved(String(approved.no)), { type: "info" });
    onChange();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A key held down approves nothing: each voucher is an act of its own.
    if (returning || event.repeat) return;
    if (event.key === "Enter" && event.ctrlKey) void approve();
    else if (event.altKey && event.key === "ArrowLeft") move(-1);
    else if (event.altKey && event.key === "ArrowRight") move(1);
    else return;
    event.preventDefault();
  };
  return (
    <Paper
      variant="outlined"
      component="section"
      sx={{ p: 2 }}
      aria-label={words.desk}
      tabIndex={-1}
      ref={focused}
      onKeyDown={onKeyDown}
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1, mb: 1 }}>
        <strong style={{ flex: 1 }}>{words.place(place + 1, vouchers.length)}</strong>
        {isOwnClaim({ ...plain(voucher) }, me.name) ? <Chip size="small" color="warning" label={words.own} /> : null}
        <Button onClick={() => move(-1)} disabled={place === 0}>
          {words.previous}
        </Button>
        <Button onClick={() => move(1)} disabled={place === vouchers.length - 1}>
          {words.next}
        </Button>
      </Box>
      <VoucherPaper voucher={voucher} />
      <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 1.5, mt: 2 }}>
        <Button
          variant="contained"
          size="large"
          disabled={busy}
          onClick={() => void approve()}
          aria-keyshortcuts="Control+Enter"
        >
          {words.approve} {amount(voucher.amountFen)}
        </Button>
        <Button variant="outlined" size="large" onClick={() => setReturning(true)}>
          {words.return}
        </Button>
        <span className="linli-note linli-wide">{words.approveKey}</span>
      </Box>
      {returning ? (
        <ReasonDialog
          name={`vouchers.${voucher.id}.return`}
          title={words.return}
          text={words.returnText}
          onClose={() => setReturning(false)}
          onGive={async (reason) => {
            await send(`vouchers/${voucher.id}/return`, { reason });
            setReturning(false);
            onChange();
          }}
        />
      ) : null}
    </Paper>
  );
}

/** The card has the keyboard when it comes; its button has not, so that Enter alone approves nothing. */
const focused = (card: HTMLElement | null) => card?.focus();

const plain = ({ kind, handler, counterparty }: VoucherView) => ({
  kind,
  handler: String(handler ?? ""),
  counterparty: String(counterparty ?? ""),
});
