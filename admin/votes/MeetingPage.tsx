import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { meetingKind, meetingState } from "../../shared/codes/meeting.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { minuteInWords } from "../../shared/words/dates.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import type { MeetingView } from "./contract.ts";
import { MeetingMoves } from "./MeetingMoves.tsx";
import { PrepareVote } from "./PrepareVote.tsx";
import { Roll } from "./Roll.tsx";
import { useMeeting } from "./use-meeting.ts";
import { useVoteWords } from "./use-vote-words.ts";
import { VoteCard } from "./VoteCard.tsx";
import "./votes.css";

/** States in which a meeting takes further votes. */
const TAKING = ["planned", "called", "open"];

/** One meeting (会议): who has come, whether it may open, and what it votes on. */
export function MeetingPage() {
  const { id = "" } = useParams();
  const words = useVoteWords();
  const { loadFailed } = useWords();
  const { registerOf } = useWorkspace();
  const { meeting, problem, reload } = useMeeting(id);
  const register = registerOf("meetings");
  return (
    <Box className="linli-meeting" sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1120 }}>
      <Title title={String(meeting?.values.title ?? words.meetingResult)} />
      <Link className="linli-link" to="/meetings">
        {words.back}
      </Link>
      {problem === undefined ? null : (
        <Alert severity="warning" sx={{ my: 1 }}>
          {problem || (meeting ? words.offline : loadFailed)}
        </Alert>
      )}
      {meeting && register ? (
        <>
          <Head meeting={meeting} />
          <MeetingMoves register={register} meeting={meeting} onMoved={reload} />
          <Roll meeting={meeting} mayMark={register.rights.write} onMarked={reload} />
          <Votes meeting={meeting} mayWrite={register.rights.write} onChange={reload} />
        </>
      ) : null}
    </Box>
  );
}

function Head({ meeting }: { readonly meeting: MeetingView }) {
  const language = useLanguage();
  const { title, at, place, kind, state, agenda, minutes } = meeting.values;
  const facts = [codeLabel(meetingKind, String(kind), language), minuteInWords(String(at), language), place];
  return (
    <header>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <Typography variant="h1">{String(title)}</Typography>
        <Chip color="primary" size="small" label={codeLabel(meetingState, String(state), language)} />
      </Box>
      <p className="linli-meeting-facts">
        {facts
          .filter((fact) => typeof fact === "string")
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </p>
      {agenda ? <p className="linli-pre">{String(agenda)}</p> : null}
      {minutes ? <p className="linli-pre">{String(minutes)}</p> : null}
    </header>
  );
}

type VotesProps = { readonly meeting: MeetingView; readonly mayWrite: boolean; readonly onChange: () => void };

function Votes({ meeting, mayWrite, onChange }: VotesProps) {
  const words = useVoteWords();
  const [isPreparing, setPreparing] = useState(false);
  const { votes, values } = meeting;
  const isTaking = mayWrite && TAKING.includes(String(values.state));
  return (
    <section aria-label={words.votes}>
      <Box sx={{ display: "flex", gap: 2, alignItems: "center", mt: 3, mb: 1 }}>
        <Typography variant="h2">{words.votes}</Typography>
        {isTaking ? (
          <Button variant="outlined" onClick={() => setPreparing(true)}>
            {words.prepare}
          </Button>
        ) : null}
      </Box>
      {votes.length === 0 ? <p className="linli-note">{words.noVotes}</p> : null}
      {votes.map((vote) => (
        <VoteCard key={vote.id} vote={vote} meeting={meeting} mayWrite={mayWrite} onChange={onChange} />
      ))}
      {isPreparing ? (
        <PrepareVote
          meeting={meeting}
          onClose={() => setPreparing(false)}
          onPrepared={() => {
            setPreparing(false);
            onChange();
          }}
        />
      ) : null}
    </section>
  );
}
