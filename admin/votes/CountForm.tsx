import TextField from "@mui/material/TextField";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import type { VoteView } from "./contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

type Props = {
  readonly vote: VoteView;
  readonly onClose: () => void;
  readonly onSend: (body: object) => Promise<void>;
};
type Ways = { readonly for: string; readonly against: string; readonly abstain: string };

const PAPERS = ["issued", "returned", "spoiled"] as const;
const WAYS = ["for", "against", "abstain"] as const;
const EMPTY: Ways = { for: "", against: "", abstain: "" };

/** One person's count (录入计票), with the sums checked while it is typed. */
export function CountForm({ vote, onClose, onSend }: Props) {
  const words = useVoteWords();
  const isByBallot = vote.values.method === "ballot";
  const draft = useDraft(`votes.${vote.id}.count`);
  const [papers, setPapers] = useTyped<Readonly<Record<string, string>>>(draft, "papers", {});
  const [ways, setWays] = useTyped<Readonly<Record<string, Ways>>>(draft, "ways", {});
  const present = Number(vote.values.present ?? 0);
  const [issued, returned, spoiled] = PAPERS.map((name) => figureOf(papers[name]));
  const valid = isByBallot && returned !== undefined && spoiled !== undefined ? returned - spoiled : undefined;
  const wrongPapers: Readonly<Record<string, boolean>> = {
    issued: issued !== undefined && issued > present,
    returned: returned !== undefined && issued !== undefined && returned > issued,
    spoiled: valid !== undefined && valid < 0,
  };
  const sums = vote.ballot.map(({ id }) => sumOf(ways[id] ?? EMPTY));
  const fits = (sum: number | undefined) => sum !== undefined && (isByBallot ? sum === valid : sum <= present);
  const isReady = sums.every(fits) && (!isByBallot || !Object.values(wrongPapers).some(Boolean));
  const submit = () => {
    const tallies = Object.fromEntries(
      vote.ballot.map(({ id }) => [
        id,
        Object.fromEntries(WAYS.map((way) => [way, figureOf((ways[id] ?? EMPTY)[way]) ?? 0])),
      ]),
    );
    return onSend({ ...(isByBallot && { issued, returned, spoiled }), tallies });
  };
  return (
    <FormDialog
      title={words.enter}
      confirm={words.send}
      ready={isReady}
      draft={draft}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{isByBallot ? words.enterText : words.handsText}</p>
      <p className="linli-note">
        {words.present} {present}
        {valid === undefined ? null : ` · ${words.valid} ${valid}`}
      </p>
      {isByBallot ? (
        <div className="linli-figures">
          {PAPERS.map((name, index) => (
            <TextField
              key={name}
              name={name}
              autoFocus={index === 0}
              label={words[name]}
              value={papers[name] ?? ""}
              error={wrongPapers[name] ?? false}
              onChange={(event) => setPapers((before) => ({ ...before, [name]: event.target.value }))}
              slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off" } }}
            />
          ))}
        </div>
      ) : null}
      {vote.ballot.map(({ id, name }, index) => {
        const sum = sums[index];
        const target = isByBallot ? valid : present;
        return (
          <fieldset key={id} className="linli-tally">
            <legend>{name}</legend>
            <div className="linli-figures">
              {WAYS.map((way) => (
                <TextField
                  key={way}
                  name={`${way}-${index + 1}`}
                  label={words[way]}
                  value={(ways[id] ?? EMPTY)[way]}
                  onChange={(event) =>
                    setWays((before) => ({ ...before, [id]: { ...(before[id] ?? EMPTY), [way]: event.target.value } }))
                  }
                  slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off" } }}
                />
              ))}
            </div>
            {sum === undefined || target === undefined ? null : (
              <p className={fits(sum) ? "linli-good" : "linli-bad"} role="status">
                {fits(sum) ? words.sumGood : words.sumBad(sum, target)}
              </p>
            )}
          </fieldset>
        );
      })}
    </FormDialog>
  );
}

/** A figure that was typed; undefined while it is none. */
function figureOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Votes of one name together; undefined while any of them is missing. */
function sumOf(ways: Ways): number | undefined {
  const figures = WAYS.map((way) => figureOf(ways[way]));
  return figures.some((figure) => figure === undefined)
    ? undefined
    : figures.reduce<number>((sum, figure = 0) => sum + figure, 0);
}
