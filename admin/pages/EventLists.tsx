import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { InsuranceDialog } from "./InsuranceDialog.tsx";
import { useAnswer } from "./use-answer.ts";

type Person = { readonly id: string; readonly name: string; readonly phone: string; readonly partySize: number };

/** Lists that staff need around an event: seats, ID numbers for the insurer, and whom to phone. */
export function EventLists({ event }: { readonly event: string }) {
  const words = useWords().events;
  const { path, registerOf } = useWorkspace();
  const [insuring, setInsuring] = useState(false);
  const base = `${path}/events/${encodeURIComponent(event)}`;
  return (
    <>
      <Typography variant="h3">{words.lists}</Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        <Button variant="outlined" component="a" href={`${base}/lists/bus.html`} target="_blank" rel="noreferrer">
          {words.bus}
        </Button>
        {registerOf("residents")?.rights.reveal ? (
          <Button variant="outlined" onClick={() => setInsuring(true)}>
            {words.insurance}
          </Button>
        ) : null}
      </Box>
      <ToPhoneList base={base} />
      {insuring ? <InsuranceDialog base={base} onClose={() => setInsuring(false)} /> : null}
    </>
  );
}

function ToPhoneList({ base }: { readonly base: string }) {
  const words = useWords();
  const { http, registerOf } = useWorkspace();
  const notify = useNotify();
  const { value, reload } = useAnswer<{ people: readonly Person[] }>(`${base}/to-phone`);
  const mayMark = registerOf("sign-ups")?.rights.write === true;
  const done = (id: string) =>
    http("POST", `${base}/to-phone/${encodeURIComponent(id)}/done`, { body: {} }).then(reload, () =>
      notify(words.loadFailed, { type: "error" }),
    );
  if (!value) return null;
  return (
    <section>
      <Typography variant="h3">{words.events.toPhone}</Typography>
      <p className="linli-note">{value.people.length > 0 ? words.events.toPhoneText : words.events.nobodyToPhone}</p>
      {value.people.map(({ id, name, phone, partySize }) => (
        <Box key={id} sx={{ display: "flex", gap: 1.5, alignItems: "center", py: 0.25 }}>
          <span>{name}</span>
          <a href={`tel:${phone}`}>{phone}</a>
          <span>{words.events.persons(partySize)}</span>
          {mayMark ? <Button onClick={() => void done(id)}>{words.events.phoned}</Button> : null}
        </Box>
      ))}
    </section>
  );
}
