import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useNotify } from "react-admin";
import { Link as PageLink, useParams } from "react-router-dom";
import { appraisal } from "../../shared/publications/appraisal.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import { troubleOf } from "../layout/trouble.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { Results } from "./contract.ts";
import { QuestionResults } from "./QuestionResults.tsx";
import "./surveys.css";
import { useSurvey, useSurveyWords, useWhileLooking } from "./use-survey.ts";

const EVERY_MS = 5_000;

/** The results of a survey as answers come (问卷结果): counts, shares, means, charts, free texts, files and print. */
export function ResultsPage() {
  const { id = "" } = useParams();
  const all = useWords();
  const { live: words, back } = useSurveyWords();
  const { path, registerOf } = useWorkspace();
  const { survey } = useSurvey(id);
  const base = `${path}/surveys/${encodeURIComponent(id)}`;
  const { value, problem, reload } = useAnswer<Results>(`${base}/results`);
  useWhileLooking(() => {
    if (value?.isOpen !== false) reload();
  }, EVERY_MS);
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1100 }}>
      <Title title={String(survey?.values.title ?? "")} />
      <span className="linli-survey-tools">
        <Link component={PageLink} to={`/surveys?row=${encodeURIComponent(id)}`}>
          {back}
        </Link>
      </span>
      <Typography variant="h1" sx={{ my: 1 }}>
        {String(survey?.values.title ?? "")}
      </Typography>
      {problem === undefined ? null : <p role="alert">{problem || all.loadFailed}</p>}
      {value ? (
        <>
          <p aria-live="polite">
            <strong>{words.answers(value.answers)}</strong> · {value.isOpen ? words.open : words.ended}
          </p>
          {value.sealed > 0 ? <p className="linli-note">{words.sealed(value.sealed)}</p> : null}
          <Tools
            base={base}
            onRecounted={reload}
            mayExport={registerOf("answers")?.rights.export === true}
            isAppraisal={
              !value.isOpen && value.questions.some(({ type, answered }) => type === "scale" && answered > 0)
            }
          />
          <div className="linli-survey-results">
            {value.questions.map((question, index) => (
              <QuestionResults key={question.key} result={question} number={index + 1} base={base} />
            ))}
          </div>
        </>
      ) : null}
    </Box>
  );
}

/** Posts that make an appraisal public. */
const PUBLISHERS = appraisal.approves;

type ToolsProps = {
  readonly base: string;
  readonly onRecounted: () => void;
  readonly mayExport: boolean;
  /** It is over and something has been scored. */
  readonly isAppraisal: boolean;
};

function Tools({ base, onRecounted, mayExport, isAppraisal }: ToolsProps) {
  const all = useWords();
  const { live: words } = useSurveyWords();
  const { http, registerOf, community } = useWorkspace();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const act = async (name: "recount" | "publish", done: string) => {
    setBusy(true);
    try {
      await http("POST", `${base}/${name}`, { body: {} });
      notify(done, { type: "info" });
      onRecounted();
    } catch (error) {
      notify(troubleOf(error, all), { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  const files = [
    ["answers", words.answersFile],
    ["results", words.resultsFile],
  ] as const;
  return (
    <Box className="linli-survey-tools" sx={{ display: "flex", gap: 1, flexWrap: "wrap", mb: 2 }}>
      {mayExport
        ? files.flatMap(([file, name]) =>
            (["xlsx", "csv"] as const).map((kind) => (
              <Button key={file + kind} variant="outlined" component="a" href={`${base}/${file}.${kind}`} download>
                {words.exportAs(name, kind)}
              </Button>
            )),
          )
        : null}
      <Button variant="outlined" onClick={() => window.print()}>
        {words.print}
      </Button>
      {isAppraisal && community.posts.some((post) => PUBLISHERS.includes(post)) ? (
        <Button variant="contained" disabled={busy} onClick={() => void act("publish", words.published)}>
          {words.publish}
        </Button>
      ) : null}
      {registerOf("surveys")?.rights.forms ? (
        <Button disabled={busy} onClick={() => void act("recount", words.recounted)}>
          {words.recount}
        </Button>
      ) : null}
    </Box>
  );
}
