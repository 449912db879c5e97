import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";
import { useAct, useLedgerWords, useSend, type VoucherView } from "./ledger.ts";

type Props = {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly onDone: () => void;
};

/** The acts open to whoever looks at a voucher: the cashier submits, reports and pays, the director reverses. */
export function VoucherActs({ id, state, kind, onDone }: Props) {
  const words = useLedgerWords();
  const { community } = useWorkspace();
  const notify = useNotify();
  const act = useAct();
  const send = useSend();
  const [asking, setAsking] = useState<"report" | "reverse">();
  const [busy, setBusy] = useState(false);
  const isCashier = community.posts.includes("cashier");
  const isDirector = community.posts.includes("director");
  const isPayable = kind === "out" && (state === "approved" || state === "reported");
  const done = (voucher: VoucherView) => {
    notify(voucher.warnings?.map(({ message }) => message).join(" ") || words.done, {
      type: voucher.warnings?.length ? "warning" : "info",
    });
    onDone();
  };
  const simple = async (name: "submit" | "pay") => {
    setBusy(true);
    const voucher = await act<VoucherView>(`vouchers/${id}/${name}`);
    setBusy(false);
    if (voucher) done(voucher);
  };
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.5 }}>
      {isCashier && (state === "draft" || state === "returned") ? (
        <Button variant="outlined" disabled={busy} onClick={() => void simple("submit")}>
          {words.submit}
        </Button>
      ) : null}
      {isCashier && isPayable ? (
        <Button variant="outlined" disabled={busy} onClick={() => void simple("pay")}>
          {words.pay}
        </Button>
      ) : null}
      {(isCashier || isDirector) && kind === "out" && state === "approved" ? (
        <Button disabled={busy} onClick={() => setAsking("report")}>
          {words.report}
        </Button>
      ) : null}
      {isDirector && ["approved", "reported", "paid", "imported"].includes(state) ? (
        <Button color="warning" disabled={busy} onClick={() => setAsking("reverse")}>
          {words.reverse}
        </Button>
      ) : null}
      {asking === "reverse" ? (
        <ReasonDialog
          name={`vouchers.${id}.reverse`}
          title={words.reverse}
          text={words.reverseText}
          onClose={() => setAsking(undefined)}
          onGive={async (reason) => {
            done(await send<VoucherView>(`vouchers/${id}/reverse`, { reason }));
            setAsking(undefined);
          }}
        />
      ) : null}
      {asking === "report" ? (
        <ReportDialog
          id={id}
          onClose={() => setAsking(undefined)}
          onSend={async (body) => {
            done(await send<VoucherView>(`vouchers/${id}/report`, body));
            setAsking(undefined);
          }}
        />
      ) : null}
    </Box>
  );
}

type ReportProps = {
  readonly id: string;
  readonly onClose: () => void;
  readonly onSend: (body: { readonly reportedOn: string; readonly reportNo: string }) => Promise<void>;
};

function ReportDialog({ id, onClose, onSend }: ReportProps) {
  const words = useLedgerWords();
  const { today } = useWorkspace();
  const draft = useDraft(`vouchers.${id}.report`);
  const [reportedOn, setReportedOn] = useTyped(draft, "reportedOn", today);
  const [reportNo, setReportNo] = useTyped(draft, "reportNo", "");
  const body = { reportedOn, reportNo: reportNo.trim() };
  return (
    <FormDialog
      title={words.report}
      draft={draft}
      onClose={onClose}
      onSubmit={() => onSend(body)}
      ready={reportedOn !== "" && body.reportNo !== ""}
    >
      <p>{words.reportText}</p>
      <TextField
        type="date"
        fullWidth
        required
        label={words.reportedOn}
        value={reportedOn}
        onChange={(event) => setReportedOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        autoFocus
        fullWidth
        required
        label={words.reportNo}
        value={reportNo}
        onChange={(event) => setReportNo(event.target.value)}
      />
    </FormDialog>
  );
}
