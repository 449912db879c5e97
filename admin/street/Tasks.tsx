import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { tasks as register } from "../../shared/registers/task.ts";
import { showValue } from "../../shared/schema/value.ts";
import { useLanguage } from "../app/use-words.ts";
import { useAnswer } from "../pages/use-answer.ts";
import { RuleNote } from "../rules/RuleNote.tsx";
import type { CommunityTasks } from "./contract.ts";
import { useStreetWords } from "./use-street-words.ts";

const COLUMNS = ["title", "department", "decision", "ground", "why", "decided"] as const;

/** What departments hand down to the communities (工作准入, S8.5, S9.23, S9.24): counts, and what concerns the street. */
export function Tasks({ path }: { readonly path: string }) {
  const words = useStreetWords();
  const language = useLanguage();
  const { value } = useAnswer<{ communities: readonly CommunityTasks[] }>(path);
  if (!value) return null;
  const busy = value.communities.filter(({ tasks }) => tasks > 0);
  const rows = busy.flatMap(({ name, items }) => items.map((item) => ({ name, item })));
  const yuan = (fen: number) => (fen / 100).toFixed(2);
  return (
    <section className="linli-street-section">
      <Typography variant="h2">{words.tasks}</Typography>
      <p className="linli-note">{words.tasksText}</p>
      {busy.length === 0 ? <p>{words.none}</p> : null}
      {busy.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="linli-scroll" tabIndex={0} aria-label={words.tasks}>
          <table className="linli-table">
            <thead>
              <tr>
                <th scope="col">{words.community}</th>
                {[
                  words.taskCount,
                  words.departments,
                  words.refused,
                  words.objected,
                  words.fundsDue,
                  words.fundsOpen,
                ].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {busy.map((one) => (
                <tr key={one.code}>
                  <th scope="row">
                    {one.name}
                    <TooMuch lines={one.lines} />
                  </th>
                  <td>{one.tasks}</td>
                  <td>{one.departments}</td>
                  <td>{one.refused}</td>
                  <td>{one.objected}</td>
                  <td>{yuan(one.fundsDueFen)}</td>
                  <td>
                    {yuan(one.fundsOpenFen)}
                    {one.unpaid > 0 ? ` (${words.unpaid(one.unpaid)})` : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <details>
        <summary>
          {words.refusals} · {rows.length}
        </summary>
        {rows.length === 0 ? <p>{words.noRefusals}</p> : null}
        <ul className="linli-street-list">
          {rows.map(({ name, item }) => (
            <li key={item.id}>
              <strong>{name}</strong>
              {COLUMNS.map((key) => {
                const field = register.fields[key];
                const text = field ? showValue(item[key], field, { language }) : "";
                return text === "" ? null : <span key={key}>{text}</span>;
              })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Says that it is too much (负担过重), and by which lines. */
function TooMuch({ lines }: Pick<CommunityTasks, "lines">) {
  const words = useStreetWords();
  const reached = lines.filter((line) => line.reached);
  if (reached.length === 0) return null;
  return (
    <>
      <Chip size="small" color="warning" sx={{ ml: 1 }} label={words.tooMuch} />
      {reached.map((rule) => (
        <RuleNote key={rule.parameter} rule={rule} />
      ))}
    </>
  );
}
