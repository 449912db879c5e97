import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import { certificateWords } from "../../shared/words/certificate.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RecordView } from "../providers/contract.ts";
import { newId, Problem } from "../providers/http.ts";
import type { PublicationView } from "./publications.ts";

/** Drafts the display of an application that was sent to the street (低保公示, P7). */
export function DisplayAid({ record }: { readonly record: RecordView }) {
  const words = certificateWords[useLanguage()];
  const { http, path, listOf } = useWorkspace();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const key = useRef(newId());
  if (record.values.state !== "sent") return null;
  const draft = async () => {
    const body = { kind: "aid", applications: [record.id] };
    try {
      const { id } = await http<PublicationView>("POST", `${path}/publications`, {
        body,
        headers: { "idempotency-key": key.current },
      });
      void listOf("publications").refresh();
      navigate(`/publishing/${id}`);
    } catch (error) {
      key.current = newId();
      setProblem(error instanceof Problem ? error.message : words.notDone);
    }
  };
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => void draft()}>
        {words.display}
      </Button>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </>
  );
}
