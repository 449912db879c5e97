import Button from "@mui/material/Button";
import { useCallback, useState } from "react";
import type { Value } from "../../shared/schema/field.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { MovesView } from "../flows/contract.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { useShow } from "../records/use-show.ts";
import { OnPaper } from "./OnPaper.tsx";
import { useStreetWords } from "./use-street-words.ts";

type Props = { readonly register: RegisterView; readonly id: string };

const THINGS = ["seals", "books", "cashFen", "assets", "files", "openCases", "accounts"] as const;
const SIGNED = [["give", "giveFor"], ["take", "takeFor"], ["close"]] as const;

/** The way to the handover list on paper (移交清单): everything handed over, the audit, and lines for three signatures. */
export function HandoverPaper({ register, id }: Props) {
  const words = useStreetWords().paper;
  const [printing, setPrinting] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setPrinting(true)}>
        {words.print}
      </Button>
      {printing ? <Paper register={register} id={id} onPrinted={done} /> : null}
    </>
  );
}

/** What is printed is what stands there now, not what the page had when it was opened. */
function Paper({ register, id, onPrinted }: Props & { readonly onPrinted: () => void }) {
  const words = useStreetWords().paper;
  const language = useLanguage();
  const { community, path } = useWorkspace();
  const show = useShow(register);
  const { loadFailed } = useWords();
  const record = `${path}/registers/handovers/records/${encodeURIComponent(id)}`;
  const { value: held, problem } = useAnswer<RecordView>(record);
  const moves = useAnswer<MovesView>(`${record}/moves`);
  const failed = problem ?? moves.problem;
  if (failed !== undefined) return <p role="alert">{failed || loadFailed}</p>;
  if (!held || !moves.value) return null;
  const { values } = held;
  const { steps } = moves.value;
  const text = (key: string) => show(key, values[key]);
  const differs = fen(values.cashFen) - fen(values.bookCashFen);
  return (
    <OnPaper onPrinted={onPrinted}>
      <h1>
        {community.name} {words.title}
      </h1>
      <p>{[text("of"), text("giver"), text("ended"), words.due(text("due"))].join(" · ")}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.content}</th>
          </tr>
        </thead>
        <tbody>
          {THINGS.map((key) => (
            <tr key={key}>
              <th scope="row">{register.fields[key]?.label[language]}</th>
              <td>
                {key !== "cashFen" || values.cashFen === undefined ? (
                  text(key)
                ) : (
                  <>
                    <div>{words.counted(text("cashFen"))}</div>
                    <div>{words.byBooks(text("bookCashFen"), text("bookBankFen"))}</div>
                    {differs === 0 ? null : <strong>{words.differs((differs / 100).toFixed(2))}</strong>}
                  </>
                )}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.audit}</th>
            <td>
              {values.auditor
                ? [text("auditor"), text("auditReport"), text("audited"), text("auditFindings")]
                    .filter(Boolean)
                    .join(" · ")
                : words.notAudited}
            </td>
          </tr>
        </tbody>
      </table>
      <dl className="linli-office-signatures">
        {words.signatures.map((role, index) => {
          const step = steps.find(({ move }) => (SIGNED[index] as readonly string[] | undefined)?.includes(move));
          const isOnPaper = step?.move.endsWith("For");
          return (
            <div key={role}>
              <dt>{role}</dt>
              <dd>{step ? (isOnPaper ? words.forPaper : words.signed(step.at.slice(0, 10), step.by)) : ""}</dd>
              <dd className="linli-office-day">{words.day}</dd>
            </div>
          );
        })}
      </dl>
    </OnPaper>
  );
}

function fen(value: Value | undefined): number {
  return typeof value === "number" ? value : 0;
}
