import { useState } from "react";
import type { Values } from "../../shared/schema/field.ts";
import { publicationNamed } from "../../shared/schema/publications.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { Problem } from "../providers/http.ts";
import { Columns, type Wrong, wrongOf } from "./NewPublication.tsx";
import { type PublicationView, usePublicationWords } from "./publications.ts";

const COMMON = ["from", "to", "places", "affairs", "signature", "signedOn"];

type Props = { readonly publication: PublicationView; readonly onSaved: () => void; readonly onClose: () => void };

/** Edits a draft: the columns its kind asks for, and what every publication has. */
export function EditPublication({ publication, onSaved, onClose }: Props) {
  const words = usePublicationWords();
  const { http, path, registerOf, listOf } = useWorkspace();
  const { id, values: held } = publication;
  // What was typed earlier still stands upon what the draft held then: somebody else's change is not written over.
  const draft = useDraft(`publications.${id}.edit`, publication.version);
  const kind = publicationNamed(String(held.kind));
  const fields = registerOf("publications")?.fields ?? {};
  const columns = [
    "title",
    ...kind.needs.filter((column) => column !== "month" && fields[column]?.byAction !== true),
    ...(held.corrects ? ["correction"] : []),
    ...COMMON,
  ];
  const [values, setValues] = useTyped<Values>(draft, "values", () =>
    Object.fromEntries(columns.map((column) => [column, held[column] ?? null])),
  );
  const [wrong, setWrong] = useState<Wrong>({});
  const submit = async () => {
    setWrong({});
    try {
      const headers = { "if-match": `"${draft.version}"` };
      await http("PATCH", `${path}/registers/publications/records/${id}`, { body: { values }, headers });
      void listOf("publications").refresh();
      onSaved();
    } catch (error) {
      if (error instanceof Problem) setWrong(wrongOf(error));
      throw error;
    }
  };
  return (
    <FormDialog title={words.edit} draft={draft} onSubmit={submit} onClose={onClose}>
      <Columns columns={columns} fields={fields} values={values} wrong={wrong} onValues={setValues} />
    </FormDialog>
  );
}
