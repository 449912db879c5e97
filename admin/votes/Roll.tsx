import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useRef, useState } from "react";
import { useNotify } from "react-admin";
import { initialsOf } from "../../shared/rules/initials.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { troubleOf } from "../layout/trouble.ts";
import { useLine } from "../layout/use-line.ts";
import { isPassing, Problem } from "../providers/http.ts";
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
  const { waiting } = useWords().line;
  const isLost = useLine().reach === "lost";
  const waits = Object.keys(marked).length;
  if (roll.length === 0) return values.state === "planned" ? <p className="linli-note">{words.noRoll}</p> : null;
  const isThere = (seat: Seat) => marked[seat.id] ?? seat.present;
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
      {isLost && waits > 0 ? (
        <p className="linli-remark" role="status">
          {waiting(waits)}
        </p>
      ) : null}
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

type Marks = Readonly<Record<string, boolean>>;

/**
 * Marks that are on their way: shown at once, kept while the server is not reached, sent as soon as it is, and taken back
 * when it says no.
 */
function useMarks({ id, roll }: MeetingView, onMarked: () => void) {
  const { http, path } = useWorkspace();
  const all = useWords();
  const { roll: title } = useVoteWords();
  const notify = useNotify();
  const draft = useDraft(`meetings.${id}.marks`);
  const [marked, setMarked] = useTyped<Marks>(draft, "marks", {});
  const sending = useRef(new Set<string>());
  useEffect(() => draft.entitle(title), [draft, title]);
  const send = async (person: string, present: boolean) => {
    // Another mark of the same person waits for the answer to this one.
    if (sending.current.has(person)) return;
    sending.current.add(person);
    try {
      await http("POST", `${path}/meetings/${encodeURIComponent(id)}/attendance`, { body: { person, present } });
    } catch (error) {
      if (isPassing(error) || (error instanceof Problem && error.status === 401)) return;
      setMarked(({ [person]: _refused, ...others }) => others);
      notify(troubleOf(error, all), { type: "error" });
    } finally {
      sending.current.delete(person);
    }
    onMarked();
  };
  // What the server has seen needs no mark of ours any more; of what it has not, it is told again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the server says how the roll stands
  useEffect(() => {
    const left = Object.entries(marked).filter(
      ([person, present]) => roll.find((seat) => seat.id === person)?.present !== present,
    );
    if (left.length < Object.keys(marked).length) setMarked(Object.fromEntries(left));
    for (const [person, present] of left) void send(person, present);
  }, [roll]);
  const mark = (person: string, present: boolean) => {
    setMarked((before) => ({ ...before, [person]: present }));
    void send(person, present);
  };
  return { marked, mark };
}
