import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNotify } from "react-admin";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import type { RecordView } from "../providers/contract.ts";
import { GRANTING } from "./members.ts";

/** Ends a post (办理离任), and with it whatever rights it gave. */
export function EndPost({ record }: { readonly record: RecordView }) {
  const words = useWords().posts;
  const { community } = useWorkspace();
  const [open, setOpen] = useState(false);
  const mayEnd = GRANTING.some((right) => community.rights.includes(right));
  if (!mayEnd || record.values.until) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {words.end}
      </Button>
      {open ? <EndDialog record={record} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function EndDialog({ record, onClose }: { readonly record: RecordView; readonly onClose: () => void }) {
  const words = useWords().posts;
  const language = useLanguage();
  const notify = useNotify();
  const { http, path, today, listOf, registerOf } = useWorkspace();
  const draft = useDraft(`posts.${record.id}.end`);
  const [until, setUntil] = useTyped(draft, "until", today);
  const [endReason, setEndReason] = useTyped(draft, "endReason", "");
  const reasons = registerOf("posts")?.fields.endReason;
  const send = async () => {
    await http("POST", `${path}/posts/${encodeURIComponent(record.id)}/end`, {
      body: { until, endReason },
    });
    await listOf("posts").refresh();
    notify(words.ended, { type: "info" });
    onClose();
  };
  return (
    <FormDialog
      title={words.end}
      draft={draft}
      onClose={onClose}
      onSubmit={send}
      ready={endReason !== "" && until !== ""}
    >
      <p>{words.endText}</p>
      <TextField
        type="date"
        fullWidth
        required
        label={words.until}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <TextField
        select
        fullWidth
        required
        label={words.endReason}
        value={endReason}
        onChange={(event) => setEndReason(event.target.value)}
      >
        {reasons?.kind === "code"
          ? Object.keys(reasons.codes.codes).map((code) => (
              <MenuItem key={code} value={code}>
                {codeLabel(reasons.codes, code, language)}
              </MenuItem>
            ))
          : null}
      </TextField>
    </FormDialog>
  );
}
