import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Suspense, useState } from "react";
import { useNotify } from "react-admin";
import { Link as PageLink } from "react-router-dom";
import { part } from "../app/part.tsx";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import { CopyButton } from "../pages/CopyButton.tsx";
import { QrImage } from "../pages/QrImage.tsx";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import type { SurveyForm } from "./contract.ts";
import { useSurveyForm, useSurveyWords } from "./use-survey.ts";

const QuestionBuilder = part(() => import("./QuestionBuilder.tsx").then((dialog) => dialog.QuestionBuilder));

type Props = { readonly register: RegisterView; readonly record: RecordView };

/** What can be done with a survey: its questions, its page and poster, results as they come, codes for doors. */
export function SurveyActions({ register, record }: Props) {
  const words = useSurveyWords();
  const { registerOf } = useWorkspace();
  const { form, isKnown, reload } = useSurveyForm(record.id);
  const [building, setBuilding] = useState(false);
  const act = useAct(reload);
  const { write, forms: mayOpen } = register.rights;
  const path = `/survey/${encodeURIComponent(record.id)}`;
  return (
    <Box sx={{ mb: 2, display: "grid", gap: 1, justifyItems: "start" }}>
      <Typography variant="h3">{words.title}</Typography>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        {write ? (
          <Button variant="outlined" onClick={() => setBuilding(true)}>
            {words.build}
          </Button>
        ) : null}
        {form && registerOf("answers") ? (
          <Button variant="outlined" component={PageLink} to={path}>
            {words.results}
          </Button>
        ) : null}
        {mayOpen && record.values.onePer === "household" ? (
          <Button variant="outlined" component={PageLink} to={`${path}/doors`}>
            {words.doors}
          </Button>
        ) : null}
      </Box>
      {isKnown && !form && mayOpen ? (
        <>
          <span className="linli-note">{words.openText}</span>
          <Button variant="contained" onClick={() => void act("/forms", { kind: "survey", record: record.id })}>
            {words.open}
          </Button>
        </>
      ) : null}
      {form ? <OpenedForm form={form} mayChange={mayOpen} act={act} /> : null}
      {building ? (
        <Suspense>
          <QuestionBuilder register={register} record={record} onClose={() => setBuilding(false)} />
        </Suspense>
      ) : null}
    </Box>
  );
}

type Act = (path: string, body?: object) => Promise<void>;

function useAct(reload: () => void): Act {
  const { http, path } = useWorkspace();
  const notify = useNotify();
  const words = useWords();
  return async (action, body = {}) => {
    try {
      await http("POST", path + action, { body });
      reload();
    } catch (error) {
      notify(troubleOf(error, words), { type: "error" });
    }
  };
}

type OpenedProps = { readonly form: SurveyForm; readonly mayChange: boolean; readonly act: Act };

function OpenedForm({ form, mayChange, act }: OpenedProps) {
  const words = useSurveyWords();
  const isOpen = form.state === "open";
  return (
    <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }}>
      {isOpen ? <QrImage text={form.url} label={words.qr} /> : null}
      <Box sx={{ display: "grid", gap: 0.5, alignContent: "start", justifyItems: "start" }}>
        <span>
          {words.code} <strong>{form.code}</strong>
        </span>
        {isOpen ? null : <span>{words.closed}</span>}
        <Link href={form.url} target="_blank" rel="noreferrer">
          {words.page}
        </Link>
        <Link href={form.posterUrl} target="_blank" rel="noreferrer">
          {words.poster}
        </Link>
        <CopyButton text={form.url} />
        {mayChange ? (
          <Button variant="outlined" onClick={() => void act(`/forms/${form.code}/${isOpen ? "close" : "open"}`)}>
            {isOpen ? words.close : words.reopen}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}
