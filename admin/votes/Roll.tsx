import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useNotify } from "react-admin";
import { initialsOf } from "../../shared/rules/initials.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Problem } from "../providers/http.ts";
import type { MeetingView, Seat } from "./contract.ts";
import { Quorum } from "./Quorum.tsx";
import { useVoteWords } from "./use-vote-words.ts";

type Props = { readonly meeting: MeetingView; readonly mayMark: boolean; readonly onMarked: () => void };

/** Attendance at the door (签到): everybody entitled with a large box to tick, by touch or keyboard. */
export function Roll({ meeting, mayMark, onMarked }: Props) {
  const words = useVoteWords();
  const { roll, attendance, values } = meeting;
  const [text, setText] = useState("");
  const [onlyAbsent, setOnlyAbsent] = useState(false);
  const { marked, mark } = useMarks(meeting, onMarked);
  if (roll.length === 0) return values.state === "planned" ? <p className="linli-note">{words.noRoll}</p> : null;
  const isThere = (seat: Seat) => marked.get(seat.id) ?? seat.present;
  const present = roll.filter(isThere).length;
  const isOpen = mayMark && !attendance.closed && ["called", "open"].includes(String(values.state));
  const wanted = text.trim().toLowerCase();
  const shown = roll.filter(
    (seat) =>
      (!onlyAbsent || !isThere(seat)) &&
      (wanted === "" ||
        `${seat.name} ${seat.note ?? ""}`.toLowerCase().includes(wanted) ||
        initialsOf(seat.name).startsWith(wanted)),
  );
  const [first] = shown;
  return (
    <section aria-label={words.roll}>
      <Typography variant="h2" sx={{ mt: 2 }}>
        {words.roll}
      </Typography>
      <Quorum attendance={attendance} present={present} />
      {attendance.closed ? <p className="linli-note">{words.doorClosed}</p> : null}
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 2, alignItems: "center" }}>
        <TextField
          label={words.find}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // One name is left: Enter ticks it, and the next can be typed.
            if (event.key !== "Enter" || shown.length !== 1 || !first || !isOpen) return;
            mark(first.id, !isThere(first));
            setText("");
          }}
        />
        <FormControlLabel
          control={<Switch checked={onlyAbsent} onChange={(event) => setOnlyAbsent(event.target.checked)} />}
          label={words.onlyAbsent}
        />
      </Box>
      <ul className="linli-roll">
        {shown.map((seat) => (
          <li key={seat.id}>
            <label data-present={isThere(seat)}>
              <input
                type="checkbox"
                checked={isThere(seat)}
                disabled={!isOpen}
                onChange={(event) => mark(seat.id, event.target.checked)}
              />
              <span>{seat.name}</span>
              {seat.note ? <small>{seat.note}</small> : null}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Marks that are on their way: shown at once, taken back when the server says no. */
function useMarks({ id, roll }: MeetingView, onMarked: () => void) {
  const { http, path } = useWorkspace();
  const { loadFailed } = useWords();
  const notify = useNotify();
  const [marked, setMarked] = useState<ReadonlyMap<string, boolean>>(new Map());
  // What the server has seen needs no mark of ours any more.
  useEffect(() => {
    setMarked((before) => {
      const left = [...before].filter(
        ([person, present]) => roll.find((seat) => seat.id === person)?.present !== present,
      );
      return left.length === before.size ? before : new Map(left);
    });
  }, [roll]);
  const mark = (person: string, present: boolean) => {
    setMarked((before) => new Map(before).set(person, present));
    http("POST", `${path}/meetings/${encodeURIComponent(id)}/attendance`, { body: { person, present } }).then(
      onMarked,
      (error: unknown) => {
        setMarked((before) => new Map([...before].filter(([one]) => one !== person)));
        notify(error instanceof Problem ? error.message : loadFailed, { type: "error" });
        onMarked();
      },
    );
  };
  return { marked, mark };
}
