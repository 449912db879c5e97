import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { MakeNotice } from "../publications/MakeNotice.tsx";
import { EventLists } from "./EventLists.tsx";
import { RecordForm } from "./RecordForm.tsx";

type Props = { readonly register: RegisterView; readonly record: RecordView };

/** What can be done with a community event: its sign-up form and poster, and the lists made from it. */
export function EventActions({ register, record }: Props) {
  const words = useWords().events;
  const { registerOf } = useWorkspace();
  return (
    <Box sx={{ mb: 2, display: "grid", gap: 1, justifyItems: "start" }}>
      <Typography variant="h3">{words.signUp}</Typography>
      <RecordForm
        kind="sign-up"
        record={record.id}
        mayChange={register.rights.forms}
        text={words.openText}
        open={words.open}
      />
      {registerOf("publications") ? <MakeNotice event={record} /> : null}
      {registerOf("sign-ups") ? <EventLists event={record} /> : null}
    </Box>
  );
}
