import { publicationNamed } from "../../shared/schema/publications.ts";
import { draftOf } from "../../shared/words/publication.ts";
import { useLanguage } from "../app/use-words.ts";
import type { RecordView } from "../providers/contract.ts";
import { DraftButton } from "./DraftButton.tsx";

/** The list that the next step of the committee's election asks for, by the state it is in. */
const NEXT: Readonly<Record<string, string>> = {
  publicised: "voters",
  registered: "voters",
  nominated: "candidates",
  approved: "formal-candidates",
};

/** Drafts a list of an election (选民名单、候选人公示, P2, P3). */
export function DisplayElection({ record }: { readonly record: RecordView }) {
  const language = useLanguage();
  const kind = record.values.kind === "committee" ? NEXT[String(record.values.state)] : undefined;
  if (kind === undefined) return null;
  const label = draftOf(publicationNamed(kind).label)[language];
  return <DraftButton label={label} body={{ kind, election: record.id }} />;
}
