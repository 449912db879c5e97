import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useLedgerWords } from "./ledger.ts";

type Check = { readonly holds: boolean; readonly vouchers: number };

/** Lets anybody who may read the books see that no voucher is missing or altered (核对凭证链). */
export function ChainCheck() {
  const words = useLedgerWords();
  const { loadFailed } = useWords();
  const { http, path } = useWorkspace();
  const notify = useNotify();
  const [check, setCheck] = useState<Check>();
  const ask = () =>
    http<Check>("GET", `${path}/ledger/chain`).then(setCheck, () => notify(loadFailed, { type: "error" }));
  return (
    <>
      <Button onClick={() => void ask()}>{words.chain}</Button>
      {check ? (
        <Alert severity={check.holds ? "success" : "error"} sx={{ py: 0 }} onClose={() => setCheck(undefined)}>
          {check.holds ? words.chainHolds(check.vouchers) : words.chainBroken}
        </Alert>
      ) : null}
    </>
  );
}
