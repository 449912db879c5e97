import { certificateWords } from "../../shared/words/certificate.ts";
import { useLanguage } from "../app/use-words.ts";
import type { RecordView } from "../providers/contract.ts";
import { DraftButton } from "./DraftButton.tsx";

/** Drafts the display of an application that was sent to the street (低保公示, P7). */
export function DisplayAid({ record }: { readonly record: RecordView }) {
  const words = certificateWords[useLanguage()];
  if (record.values.state !== "sent") return null;
  return <DraftButton label={words.display} body={{ kind: "aid", applications: [record.id] }} />;
}
