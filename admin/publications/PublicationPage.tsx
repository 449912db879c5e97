import Alert from "@mui/material/Alert";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { publicationState } from "../../shared/codes/publication.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { MovesView } from "../flows/contract.ts";
import { Steps } from "../flows/Steps.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import { RuleNote } from "../rules/RuleNote.tsx";
import { Acts } from "./Acts.tsx";
import { Postings } from "./Postings.tsx";
import { Preview } from "./Preview.tsx";
import { type PublicationView, usePublicationWords } from "./publications.ts";

/** One publication: its steps, where it hangs, and the page exactly as residents see it. */
export function PublicationPage({ id }: { readonly id: string }) {
  const words = usePublicationWords();
  const { loadFailed } = useWords();
  const { path } = useWorkspace();
  const { value, problem, reload } = useAnswer<PublicationView>(`${path}/publications/${id}`);
  return (
    <>
      <Link href="#/publishing">{words.back}</Link>
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {value ? <Whole key={value.version} publication={value} onChange={reload} /> : null}
    </>
  );
}

type Props = { readonly publication: PublicationView; readonly onChange: () => void };

function Whole({ publication, onChange }: Props) {
  const words = usePublicationWords();
  const language = useLanguage();
  const { path, registerOf } = useWorkspace();
  const { id, values, against, rules } = publication;
  const register = registerOf("publications");
  const { value: moves } = useAnswer<MovesView>(`${path}/registers/publications/records/${id}/moves`);
  if (!register) return null;
  const missing = (against?.fields ?? []).map(({ path: column, message }) =>
    [register.fields[column]?.label[language], message].filter(Boolean).join(" "),
  );
  return (
    <>
      <Typography variant="h1" sx={{ mt: 1 }}>
        {String(values.title)}
      </Typography>
      <p>
        <Chip size="small" label={codeLabel(publicationState, String(values.state), language)} />{" "}
        {typeof values.no === "number" ? `${words.no(values.no)} · ` : ""}
        {typeof values.to === "string" ? words.until(values.to) : ""}
      </p>
      {against ? (
        <Alert severity="warning" sx={{ my: 1 }}>
          {words.against} {missing.join(" · ") || against.title}
        </Alert>
      ) : null}
      <Acts publication={publication} moves={moves?.moves ?? []} register={register} onChange={onChange} />
      {rules.map((rule) => (
        <p key={rule.parameter} className="linli-note">
          {words.rule} <RuleNote rule={rule} />
        </p>
      ))}
      <Preview id={id} />
      <Postings values={values} register={register} />
      {moves ? <Steps register={register} state="state" steps={moves.steps} /> : null}
    </>
  );
}
