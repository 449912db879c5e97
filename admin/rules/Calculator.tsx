import Button from "@mui/material/Button";
import { useState } from "react";
import { useNotify } from "react-admin";
import { type Calculation, calculate } from "../../shared/schema/calculation.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import type { RecordView } from "../providers/contract.ts";
import { CalculatedAnswer } from "./CalculatedAnswer.tsx";
import { EntryInput } from "./EntryInput.tsx";
import { type Entries, type Entry, entriesOf, readEntries } from "./entries.ts";
import { LinesInput } from "./LinesInput.tsx";
import { useRulesPage, useRulesWords } from "./rules.ts";

/** One calculation: its questions, and beside them the answer as it is typed, with the numbers it stands on. */
export function Calculator({ calculation }: { readonly calculation: Calculation }) {
  const words = useRulesWords();
  const language = useLanguage();
  const { today } = useWorkspace();
  const { rules, day } = useRulesPage();
  const { inputs, prefill } = calculation;
  const [entries, setEntries] = useState<Entries>(() => entriesOf(inputs));
  const read = readEntries(inputs, entries, today(), language);
  const change = (key: string, entry: Entry) => setEntries((before) => ({ ...before, [key]: entry }));
  return (
    <div className="linli-calculator">
      <form onSubmit={(event) => event.preventDefault()}>
        {prefill ? <Prefill prefill={prefill} onValues={(values) => setEntries(entriesOf(inputs, values))} /> : null}
        {Object.entries(inputs).map(([key, field]) => {
          const entry = entries[key] ?? "";
          const sentence = read.sentences[key];
          if (field.kind !== "rows" && !Array.isArray(entry)) {
            const single = typeof entry === "boolean" ? entry : String(entry);
            return (
              <EntryInput
                key={key}
                field={field}
                entry={single}
                sentence={sentence}
                onChange={(next) => change(key, next)}
              />
            );
          }
          return field.kind === "rows" && typeof entry === "object" ? (
            <LinesInput
              key={key}
              field={field}
              lines={entry}
              sentence={sentence}
              onChange={(next) => change(key, next)}
            />
          ) : null;
        })}
      </form>
      <div aria-live="polite">
        {read.values ? (
          <CalculatedAnswer answer={calculate(calculation, read.values, rules, day)} />
        ) : (
          <p>{words.incomplete}</p>
        )}
      </div>
    </div>
  );
}

type PrefillProps = {
  readonly prefill: NonNullable<Calculation["prefill"]>;
  readonly onValues: (values: ReturnType<NonNullable<Calculation["prefill"]>["values"]>) => void;
};

/** Takes the answers from a list that has them; whoever may not read the list types them. */
function Prefill({ prefill, onValues }: PrefillProps) {
  const language = useLanguage();
  const all = useWords();
  const notify = useNotify();
  const { http, path, registerOf } = useWorkspace();
  const { day } = useRulesPage();
  if (!registerOf(prefill.register)) return null;
  const take = () =>
    http<{ records: readonly RecordView[] }>("GET", `${path}/registers/${prefill.register}/records`).then(
      ({ records }) =>
        onValues(
          prefill.values(
            records.map(({ values }) => values),
            day,
          ),
        ),
      (error: unknown) => notify(troubleOf(error, all), { type: "error" }),
    );
  return (
    <Button variant="outlined" onClick={take}>
      {prefill.label[language]}
    </Button>
  );
}
