import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { Link } from "react-router-dom";
import { candidateOffice, voteMethod, voteOutcome, voteRule, voteState } from "../../shared/codes/vote.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage } from "../app/use-words.ts";
import { RuleNote } from "../rules/RuleNote.tsx";
import { Comparison } from "./Comparison.tsx";
import type { MeetingView, VoteView } from "./contract.ts";
import { ResultTable } from "./ResultTable.tsx";
import { useVoteWords } from "./use-vote-words.ts";
import { VoteActs } from "./VoteActs.tsx";

type Props = {
  readonly vote: VoteView;
  readonly meeting: MeetingView;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
};

/** One vote of a meeting (表决): where it stands, what stands against opening it, how it was counted, what it ended in. */
export function VoteCard({ vote, meeting, mayWrite, onChange }: Props) {
  const words = useVoteWords();
  const language = useLanguage();
  const { values, ballot, findings = [], rules, candidatesNeeded, counts } = vote;
  const { state, rule, method, seats, round, outcome, needed } = values;
  const isPrepared = state === "prepared";
  const facts = [
    codeLabel(voteRule, String(rule), language),
    codeLabel(voteMethod, String(method), language),
    ...(typeof seats === "number" ? [`${words.seats} ${seats}`] : []),
    ...(typeof round === "number" && round > 1 ? [words.round(round)] : []),
    ...(typeof needed === "number" ? [words.votesNeeded(needed)] : []),
  ];
  return (
    <Paper component="article" variant="outlined" className="linli-vote" aria-label={String(values.title)}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <Typography variant="h3">{String(values.title)}</Typography>
        <Chip size="small" color="primary" variant="outlined" label={codeLabel(voteState, String(state), language)} />
        {typeof outcome === "string" ? (
          <Chip
            size="small"
            color={outcome === "rejected" ? "default" : "success"}
            label={codeLabel(voteOutcome, outcome, language)}
          />
        ) : null}
      </Box>
      <p className="linli-meeting-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <span>
          {words.rules}
          {rules.map((one) => (
            <RuleNote key={one.parameter} rule={one} />
          ))}
        </span>
      </p>
      {isPrepared && candidatesNeeded !== undefined ? (
        <p>
          {words.candidates} {ballot.length} · {words.candidatesNeeded(candidatesNeeded)} ·{" "}
          <Link className="linli-link" to="/candidates">
            {words.addCandidates}
          </Link>
        </p>
      ) : null}
      {isPrepared && ballot.some(({ office }) => office) ? (
        <p className="linli-names">
          {ballot.map(({ id, name, office }) => (
            <span key={id}>
              {name} {office ? <small>{codeLabel(candidateOffice, office, language)}</small> : null}
            </span>
          ))}
        </p>
      ) : null}
      {isPrepared && findings.length > 0 ? (
        <ul className="linli-findings">
          {findings.map(({ code, level, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same
            <li key={`${code} ${index}`} data-level={level}>
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      {counts.differing ? <Comparison differing={counts.differing} ballot={ballot} by={counts.by ?? []} /> : null}
      {state === "counted" || state === "announced" ? <ResultTable vote={vote} /> : null}
      <VoteActs vote={vote} meeting={meeting} mayWrite={mayWrite} onChange={onChange} />
    </Paper>
  );
}
