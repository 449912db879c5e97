import Button from "@mui/material/Button";
import type { RecordView } from "../providers/contract.ts";
import { usePublicationWords } from "./publications.ts";

/** From a row of the sheet to the publication's own page, where its steps are taken. */
export function PublicationActions({ record }: { readonly record: RecordView }) {
  const words = usePublicationWords();
  return (
    <Button variant="contained" href={`#/publishing/${record.id}`} sx={{ mb: 2 }}>
      {words.preview}
    </Button>
  );
}
