import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { RuleNote } from "../rules/RuleNote.tsx";
import { SourceMark } from "../rules/SourceMark.tsx";
import type { MeetingView } from "./contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

type Props = { readonly attendance: MeetingView["attendance"]; readonly present: number };

/** How many are there of how many, and how many must be (到会人数): the number one looks at from the door. */
export function Quorum({ attendance, present }: Props) {
  const words = useVoteWords();
  const { due, needed, neededRead, rules } = attendance;
  // What was read in its own text decides whether the meeting opens; a stricter number that was not is told.
  const blocking = neededRead ?? needed;
  const left = blocking - present;
  return (
    <Box className="linli-quorum" role="status" aria-live="polite">
      <span className="linli-quorum-count">
        {words.present} <strong>{present}</strong> / {words.due} {due}
      </span>
      <Chip color={left > 0 ? "warning" : "success"} label={left > 0 ? words.notEnough(left) : words.enough} />
      <span>
        {words.needed(needed)}
        {rules.map((rule) => (
          <RuleNote key={rule.parameter} rule={rule} />
        ))}
      </span>
      {neededRead === undefined || neededRead === needed ? null : (
        <span className="linli-note">
          {words.neededRead(neededRead)}{" "}
          {present >= neededRead && present < needed ? <SourceMark of={{ checked: false }} /> : null}
        </span>
      )}
    </Box>
  );
}
