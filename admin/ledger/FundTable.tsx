import { useWords } from "../app/use-words.ts";

type Props = {
  readonly headings: readonly string[];
  readonly rows:
    | readonly {
        readonly id: string;
        readonly head: string;
        readonly note?: string;
        readonly cells: readonly string[];
      }[]
    | undefined;
  readonly problem: string | undefined;
  /** What stands in place of an empty table. */
  readonly nothing?: string;
};

/** One small table of amounts with its first column as row headings. */
export function FundTable({ headings, rows, problem, nothing }: Props) {
  const { loadFailed } = useWords();
  if (problem !== undefined) return <p role="alert">{problem || loadFailed}</p>;
  if (!rows) return null;
  if (rows.length === 0) return nothing === undefined ? null : <p className="linli-note">{nothing}</p>;
  return (
    <div className="linli-scroll">
      <table className="linli-table linli-money">
        <thead>
          <tr>
            {headings.map((heading, index) => (
              <th key={heading} scope="col" className={index === 0 ? undefined : "linli-end"}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, head, note, cells }) => (
            <tr key={id}>
              <th scope="row">
                {head}
                {note ? <small> {note}</small> : null}
              </th>
              {cells.map((cell, index) => (
                <td key={headings[index + 1]} className="linli-end">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
