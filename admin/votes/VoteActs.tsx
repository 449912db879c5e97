import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";
import { BallotPaper } from "./BallotPaper.tsx";
import { CountForm } from "./CountForm.tsx";
import type { MeetingView, VoteView } from "./contract.ts";
import { PaperButton } from "./PaperButton.tsx";
import { ResultPaper } from "./ResultPaper.tsx";
import { useVoteAct } from "./use-vote-act.ts";
import { useVoteWords } from "./use-vote-words.ts";

type Props = {
  readonly vote: VoteView;
  readonly meeting: MeetingView;
  readonly mayWrite: boolean;
  readonly onChange: () => void;
};
type Asked = "open" | "count" | "announce" | "recount" | "void";

/** What can be done with a vote now: printed, opened, counted by two, announced; or void (表决办理). */
export function VoteActs({ vote, meeting, mayWrite, onChange }: Props) {
  const words = useVoteWords();
  const act = useVoteAct(vote.id);
  const [asked, setAsked] = useState<Asked>();
  const { state, method } = vote.values;
  const { counts } = vote;
  const close = () => setAsked(undefined);
  const send = async (name: string, body: object) => {
    await act(name, body);
    close();
    onChange();
  };
  const isOpen = state === "open";
  const isByBallot = method === "ballot";
  const mayCount = isOpen && !counts.mine && counts.entered < 2;
  const hasBallot = isByBallot && (state === "prepared" || isOpen) && vote.ballot.length > 0;
  return (
    <>
      {isOpen && isByBallot ? (
        <p role="status">
          {words.entered(counts.entered)} {counts.by?.length ? words.by(counts.by.join(" ")) : ""}{" "}
          {counts.mine && counts.entered < 2 ? words.waiting : ""}
        </p>
      ) : null}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1 }}>
        {mayWrite && state === "prepared" && meeting.values.state === "open" ? (
          <Button variant="contained" onClick={() => setAsked("open")}>
            {words.openVote}
          </Button>
        ) : null}
        {mayWrite && mayCount ? (
          <Button variant="contained" onClick={() => setAsked("count")}>
            {words.enter}
          </Button>
        ) : null}
        {mayWrite && state === "counted" ? (
          <Button variant="contained" onClick={() => setAsked("announce")}>
            {words.announce}
          </Button>
        ) : null}
        {hasBallot ? (
          <PaperButton label={words.printBallots} paper={<BallotPaper vote={vote} meeting={meeting} />} />
        ) : null}
        {state === "announced" || state === "counted" ? (
          <PaperButton label={words.printSheet} paper={<ResultPaper vote={vote} meeting={meeting} />} />
        ) : null}
        {mayWrite && (state === "counted" || (isOpen && counts.entered > 0)) ? (
          <Button variant="outlined" onClick={() => setAsked("recount")}>
            {words.recount}
          </Button>
        ) : null}
        {mayWrite && state !== "announced" && state !== "void" ? (
          <Button color="inherit" onClick={() => setAsked("void")}>
            {words.void}
          </Button>
        ) : null}
      </Box>
      {asked === "open" ? <OpenDialog vote={vote} onClose={close} onSend={(body) => send("open", body)} /> : null}
      {asked === "count" ? <CountForm vote={vote} onClose={close} onSend={(body) => send("counts", body)} /> : null}
      {asked === "announce" ? (
        <FormDialog
          title={words.announce}
          confirm={words.announce}
          onClose={close}
          onSubmit={() => send("announce", {})}
        >
          <p>{words.announceText}</p>
        </FormDialog>
      ) : null}
      {asked === "recount" || asked === "void" ? (
        <ReasonDialog
          name={`votes.${vote.id}.${asked}`}
          title={words[asked]}
          text={asked === "void" ? words.voidText : words.recountText}
          onClose={close}
          onGive={(reason) => send(asked, { reason })}
        />
      ) : null}
    </>
  );
}

type OpenProps = {
  readonly vote: VoteView;
  readonly onClose: () => void;
  readonly onSend: (body: object) => Promise<void>;
};

function OpenDialog({ vote, onClose, onSend }: OpenProps) {
  const words = useVoteWords();
  const draft = useDraft(`votes.${vote.id}.open`);
  const [statement, setStatement] = useTyped(draft, "statement", () => String(vote.values.statement ?? ""));
  const asksStatement = VOTES.get(String(vote.values.rule))?.proposers !== undefined;
  const body = asksStatement && statement.trim() !== "" ? { values: { statement: statement.trim() } } : {};
  return (
    <FormDialog
      title={words.openVote}
      confirm={words.openVote}
      draft={draft}
      onClose={onClose}
      onSubmit={() => onSend(body)}
    >
      <p>{words.openVoteText}</p>
      {asksStatement ? (
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={words.statement}
          value={statement}
          onChange={(event) => setStatement(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}
