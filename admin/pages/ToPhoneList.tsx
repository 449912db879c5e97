import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import { useAnswer } from "./use-answer.ts";

type Person = { readonly id: string; readonly name: string; readonly phone: string; readonly partySize: number };

/** Who moved up from waiting and is to be told (待电话通知, S1.4), each to be ticked off. */
export function ToPhoneList({ base }: { readonly base: string }) {
  const words = useWords();
  const { http, registerOf } = useWorkspace();
  const notify = useNotify();
  const { value, reload } = useAnswer<{ people: readonly Person[] }>(`${base}/to-phone`);
  const mayMark = registerOf("sign-ups")?.rights.write === true;
  const done = (id: string) =>
    http("POST", `${base}/to-phone/${encodeURIComponent(id)}/done`, { body: {} }).then(reload, (error: unknown) =>
      notify(troubleOf(error, words), { type: "error" }),
    );
  if (!value) return null;
  return (
    <section>
      <Typography variant="h3" sx={{ mt: 1 }}>
        {words.events.toPhone}
      </Typography>
      <p className="linli-note">{value.people.length > 0 ? words.events.toPhoneText : words.events.nobodyToPhone}</p>
      {value.people.map(({ id, name, phone, partySize }) => (
        <Box key={id} sx={{ display: "flex", gap: 1.5, alignItems: "center", flexWrap: "wrap", py: 0.25 }}>
          <span>{name}</span>
          <Link href={`tel:${phone}`}>{phone}</Link>
          <span>{words.events.persons(partySize)}</span>
          {mayMark ? (
            <Button variant="outlined" aria-label={`${words.events.phoned}: ${name}`} onClick={() => void done(id)}>
              {words.events.phoned}
            </Button>
          ) : null}
        </Box>
      ))}
    </section>
  );
}
