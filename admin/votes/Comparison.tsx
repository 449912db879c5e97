import type { VoteView } from "./contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

type Props = {
  readonly differing: NonNullable<VoteView["counts"]["differing"]>;
  readonly ballot: VoteView["ballot"];
  readonly by: readonly string[];
};

/** Where two counts differ (核对计票): each figure with what either of the two had. */
export function Comparison({ differing, ballot, by }: Props) {
  const words = useVoteWords();
  const names = new Map(ballot.map(({ id, name }) => [id, name]));
  const labels: Readonly<Record<string, string>> = {
    issued: words.issued,
    returned: words.returned,
    spoiled: words.spoiled,
    for: words.for,
    against: words.against,
    abstain: words.abstain,
  };
  const shown = (path: string) => {
    const [first = "", choice = "", way = ""] = path.split(".");
    return first === "tallies" ? `${names.get(choice) ?? ""} ${labels[way] ?? way}` : (labels[first] ?? first);
  };
  return (
    <div role="alert" className="linli-differing">
      <strong>{words.differ}</strong>
      <table className="linli-table">
        <thead>
          <tr>
            <th />
            {by.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differing.map(({ path, figures: [one, other] }) => (
            <tr key={path}>
              <th scope="row">{shown(path)}</th>
              <td>{one ?? ""}</td>
              <td>{other ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
