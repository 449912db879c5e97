import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNotify } from "react-admin";
import { postEnd } from "../../shared/codes/committee.ts";
import { LEDGER_POSTS } from "../../shared/rules/handover.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { GRANTING, type Member } from "../pages/members.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView } from "../providers/contract.ts";
import { useStreetWords } from "./use-street-words.ts";

/** Begins the handover of a post with rights in the books (办理离任移交); the last signature ends the post. */
export function StartHandover({ record }: { readonly record: RecordView }) {
  const words = useStreetWords();
  const { community } = useWorkspace();
  const [open, setOpen] = useState(false);
  const mayEnd = GRANTING.some((right) => community.rights.includes(right));
  if (!mayEnd || record.values.endReason || !LEDGER_POSTS.has(String(record.values.post))) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {words.startHandover}
      </Button>
      {open ? <StartDialog record={record} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function StartDialog({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const words = useStreetWords();
  const language = useLanguage();
  const notify = useNotify();
  const { http, path, today } = useWorkspace();
  const { value } = useAnswer<{ accounts: readonly Member[] }>(`${path}/accounts`);
  const draft = useDraft(`posts.${record.id}.handover`);
  const [ended, setEnded] = useTyped(draft, "ended", () => String(record.values.until ?? today()));
  const [endReason, setEndReason] = useTyped(draft, "endReason", "");
  const [taker, setTaker] = useTyped(draft, "taker", "");
  const members = (value?.accounts ?? []).filter(({ account }) => account !== record.values.account);
  const send = async () => {
    const chosen = members.find(({ account }) => account === taker);
    const body = {
      post: record.id,
      ended,
      endReason,
      ...(chosen && { taker: chosen.name, takerAccount: chosen.account }),
    };
    await http("POST", `${path}/handovers`, { body });
    notify(words.started, { type: "success" });
    onClose();
  };
  return (
    <FormDialog
      title={words.startHandover}
      draft={draft}
      onClose={onClose}
      onSubmit={send}
      ready={ended !== "" && endReason !== ""}
    >
      <p>{words.startText}</p>
      <TextField
        type="date"
        margin="dense"
        fullWidth
        required
        label={words.leavingOn}
        value={ended}
        onChange={(event) => setEnded(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        select
        margin="dense"
        fullWidth
        required
        label={words.reason}
        value={endReason}
        onChange={(event) => setEndReason(event.target.value)}
      >
        {Object.keys(postEnd.codes).map((code) => (
          <MenuItem key={code} value={code}>
            {codeLabel(postEnd, code, language)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        margin="dense"
        fullWidth
        label={words.successor}
        value={taker}
        onChange={(event) => setTaker(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{words.nobodyYet}</MenuItem>
        {members.map(({ account, name }) => (
          <MenuItem key={account} value={account}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
