import Typography from "@mui/material/Typography";
import type { Values } from "../../shared/schema/field.ts";
import type { RegisterView } from "../providers/contract.ts";
import { useShow } from "../records/use-show.ts";
import { usePublicationWords } from "./publications.ts";

/** Where it hangs, since when and by whose hand (张贴记录, S7.6). */
export function Postings({ values, register }: { readonly values: Values; readonly register: RegisterView }) {
  const words = usePublicationWords();
  const show = useShow(register);
  const { places, postings, state } = values;
  if (state === "draft" || state === "submitted") return null;
  return (
    <section aria-label={words.postings}>
      <Typography variant="h3" component="h2">
        {words.postings}
      </Typography>
      <p>{show("places", places ?? null)}</p>
      <p>{Array.isArray(postings) && postings.length > 0 ? show("postings", postings) : words.noPostings}</p>
    </section>
  );
}
