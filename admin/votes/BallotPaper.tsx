import { candidateOffice } from "../../shared/codes/vote.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { isOnPeople } from "../../shared/schema/vote.ts";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { MeetingView, VoteView } from "./contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

type Props = { readonly vote: VoteView; readonly meeting: MeetingView };

/** Ballots (选票), one for each person present, with lines to cut along. They carry no number: the ballot is secret. */
export function BallotPaper({ vote, meeting }: Props) {
  const words = useVoteWords();
  const language = useLanguage();
  const { community } = useWorkspace();
  const { values, ballot } = vote;
  const rule = VOTES.get(String(values.rule));
  const count = Number(values.present ?? (meeting.attendance.present || meeting.attendance.due));
  const seats = Number(values.seats ?? 1);
  const help = rule && isOnPeople(rule) ? words.ballotHelp(seats) : words.questionHelp;
  return (
    <div className="linli-ballots">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one paper is like the other
        <section key={index} className="linli-ballot">
          <h1>{`${community.name} ${String(values.title)}`}</h1>
          <h2>
            {words.ballot} {typeof values.round === "number" && values.round > 1 ? words.round(values.round) : ""}
          </h2>
          <table>
            <thead>
              <tr>
                <th>{words.name}</th>
                {ballot.some(({ office }) => office) ? <th>{words.office}</th> : null}
                <th>{words.mark}</th>
              </tr>
            </thead>
            <tbody>
              {ballot.map(({ id, name, office }) => (
                <tr key={id}>
                  <td>{name}</td>
                  {office ? <td>{codeLabel(candidateOffice, office, language)}</td> : null}
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
          <p>{help}</p>
        </section>
      ))}
    </div>
  );
}
