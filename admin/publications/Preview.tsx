import Typography from "@mui/material/Typography";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import { usePublicationWords } from "./publications.ts";

/** The page exactly as residents see or will see it (预览): the same HTML, in a frame that runs and follows nothing. */
export function Preview({ id }: { readonly id: string }) {
  const words = usePublicationWords();
  const language = useLanguage();
  const { path } = useWorkspace();
  const { value, problem } = useAnswer<{ html: string }>(`${path}/publications/${id}/page?lang=${language}`);
  return (
    <section aria-label={words.preview}>
      <Typography variant="h3" component="h2">
        {words.preview}
      </Typography>
      {problem === undefined ? null : <p>{`${words.cannotPreview} ${problem}`}</p>}
      {value ? <iframe className="linli-preview" title={words.previewTitle} sandbox="" srcDoc={value.html} /> : null}
    </section>
  );
}
