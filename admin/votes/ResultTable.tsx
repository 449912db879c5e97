import { candidateOffice } from "../../shared/codes/vote.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage } from "../app/use-words.ts";
import type { ResultRow, VoteView } from "./contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

/** The figures of a counted vote: papers, and the votes of each name (得票). */
export function ResultTable({ vote }: { readonly vote: VoteView }) {
  const words = useVoteWords();
  const language = useLanguage();
  const { values } = vote;
  const number = (key: string) => (typeof values[key] === "number" ? values[key] : 0);
  // Rows of results hold these columns alone; the type of all values cannot say so.
  const rows = (Array.isArray(values.results) ? values.results : []) as readonly ResultRow[];
  const papers: readonly (readonly [string, number])[] = [
    [words.due, number("due")],
    [words.present, number("present")],
    ...(values.method === "ballot"
      ? ([
          [words.issued, number("issued")],
          [words.returned, number("returned")],
          [words.valid, number("returned") - number("spoiled")],
          [words.spoiled, number("spoiled")],
        ] as const)
      : []),
  ];
  const hasOffices = rows.some(({ office }) => office);
  return (
    <>
      <dl className="linli-papers">
        {papers.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <table className="linli-table linli-results">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            {hasOffices ? <th scope="col">{words.office}</th> : null}
            <th scope="col">{words.for}</th>
            <th scope="col">{words.against}</th>
            <th scope="col">{words.abstain}</th>
            {hasOffices ? <th scope="col">{words.elected}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-elected={row.elected}>
              <th scope="row">{row.name}</th>
              {hasOffices ? <td>{row.office ? codeLabel(candidateOffice, row.office, language) : ""}</td> : null}
              <td>{row.for}</td>
              <td>{row.against}</td>
              <td>{row.abstain}</td>
              {hasOffices ? <td>{row.elected ? words.elected : ""}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
