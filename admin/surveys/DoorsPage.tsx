import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useNotify } from "react-admin";
import { Link as PageLink, useParams } from "react-router-dom";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { Title } from "../layout/Title.tsx";
import { troubleOf } from "../layout/trouble.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { Door, Issued } from "./contract.ts";
import { DoorSlips } from "./DoorSlips.tsx";
import "./surveys.css";
import { useSurvey, useSurveyForm, useSurveyWords } from "./use-survey.ts";

/** Codes for the doors of a survey (门牌码): who has one, who has answered, and slips to print, once. */
export function DoorsPage() {
  const { id = "" } = useParams();
  const all = useWords();
  const { door: words, back } = useSurveyWords();
  const { http, path } = useWorkspace();
  const notify = useNotify();
  const { survey } = useSurvey(id);
  const { form, isKnown } = useSurveyForm(id);
  const base = `${path}/surveys/${encodeURIComponent(id)}/doors`;
  const { value, problem, reload } = useAnswer<{ doors: readonly Door[] }>(base);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [issued, setIssued] = useState<Issued>();
  const [busy, setBusy] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const make = async (again: boolean) => {
    const body = { again, ...(chosen.size > 0 && { dwellings: [...chosen] }) };
    const made = await http<Issued>("POST", base, { body });
    if (made.doors.length > 0) setIssued(made);
    notify(made.doors.length > 0 ? words.issued(made.doors.length) : words.nothing, { type: "info" });
    setChosen(new Set());
    setReplacing(false);
    reload();
  };
  const issue = async () => {
    setBusy(true);
    try {
      await make(false);
    } catch (error) {
      notify(troubleOf(error, all), { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  const doors = value?.doors ?? [];
  const count = (state: Door["state"]) => doors.filter((door) => door.state === state).length;
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 960 }}>
      <Title title={words.title} />
      <Link component={PageLink} to={`/surveys?row=${encodeURIComponent(id)}`}>
        {back}
      </Link>
      <Typography variant="h1" sx={{ my: 1 }}>
        {`${words.title} · ${String(survey?.values.title ?? "")}`}
      </Typography>
      <p>{words.text}</p>
      {survey?.values.anonymous ? <p>{words.secret}</p> : null}
      {isKnown && !form ? <Alert severity="info">{words.noForm}</Alert> : null}
      {problem === undefined ? null : <p role="alert">{problem || all.loadFailed}</p>}
      {form ? (
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center", my: 1 }}>
          <Button variant="contained" disabled={busy} onClick={() => void issue()}>
            {words.issue}
          </Button>
          <Button variant="outlined" disabled={busy} onClick={() => setReplacing(true)}>
            {words.issueAgain}
          </Button>
          {chosen.size > 0 ? <span className="linli-note">{words.chosen(chosen.size)}</span> : null}
        </Box>
      ) : null}
      {issued && survey ? (
        <Alert
          severity="warning"
          sx={{ my: 1 }}
          action={<Button onClick={() => window.print()}>{words.print(issued.doors.length)}</Button>}
        >
          {words.once}
          <DoorSlips survey={survey} issued={issued} />
        </Alert>
      ) : null}
      {replacing ? (
        <FormDialog title={words.issueAgain} onSubmit={() => make(true)} onClose={() => setReplacing(false)}>
          <p>{words.replaces(chosen.size > 0 ? chosen.size : count("issued"))}</p>
          <p>{words.againText}</p>
        </FormDialog>
      ) : null}
      {value && doors.length === 0 ? <p>{words.empty}</p> : null}
      {doors.length > 0 ? (
        <>
          <p>{words.used(count("used"), count("issued") + count("used"))}</p>
          <Doors doors={doors} chosen={chosen} onChosen={setChosen} />
        </>
      ) : null}
    </Box>
  );
}

type DoorsProps = {
  readonly doors: readonly Door[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
};

function Doors({ doors, chosen, onChosen }: DoorsProps) {
  const { door: words } = useSurveyWords();
  const toggle = (dwelling: string) => {
    const next = new Set(chosen);
    if (!next.delete(dwelling)) next.add(dwelling);
    onChosen(next);
  };
  return (
    <Box sx={{ overflow: "auto", maxHeight: "60vh", bgcolor: "background.paper" }}>
      <table className="linli-table">
        <thead>
          <tr>
            <th scope="col" aria-label={words.chosen(chosen.size)} />
            <th scope="col">{words.door}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {doors.map(({ dwelling, label, state }) => (
            <tr key={dwelling}>
              <td>
                <Checkbox
                  size="small"
                  sx={{ p: 0.25 }}
                  disabled={state === "used"}
                  checked={chosen.has(dwelling)}
                  onChange={() => toggle(dwelling)}
                  slotProps={{ input: { "aria-label": label } }}
                />
              </td>
              <td>{label}</td>
              <td>{words.states[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
