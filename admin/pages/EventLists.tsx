import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { listWords } from "../../shared/words/lists.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RecordView } from "../providers/contract.ts";
import { InsuranceDialog } from "./InsuranceDialog.tsx";
import { ToPhoneList } from "./ToPhoneList.tsx";

/** Lists that staff need around an event: seats, ID numbers for the insurer, and whom to phone. */
export function EventLists({ event }: { readonly event: RecordView }) {
  const words = useWords().events;
  const onPaper = listWords[useLanguage()];
  const { path, registerOf } = useWorkspace();
  const [insuring, setInsuring] = useState(false);
  const base = `${path}/events/${encodeURIComponent(event.id)}`;
  const { vehicles } = event.values;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 1 }}>
        {words.lists}
      </Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        <Button variant="outlined" component="a" href={`${base}/lists/bus.html`} target="_blank" rel="noreferrer">
          {Array.isArray(vehicles) && vehicles.length > 0 ? words.bus : onPaper.attendance}
        </Button>
        {registerOf("residents")?.rights.reveal ? (
          <Button variant="outlined" onClick={() => setInsuring(true)}>
            {words.insurance}
          </Button>
        ) : null}
      </Box>
      <ToPhoneList base={base} />
      {insuring ? <InsuranceDialog event={event} base={base} onClose={() => setInsuring(false)} /> : null}
    </>
  );
}
