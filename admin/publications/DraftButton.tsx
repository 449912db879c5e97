import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import { certificateWords } from "../../shared/words/certificate.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { newId, Problem } from "../providers/http.ts";
import type { PublicationView } from "./publications.ts";

type Props = { readonly label: string; readonly body: Readonly<Record<string, unknown>> };

/** Drafts a publication of what a record says, and goes there; what stands against it is told beside the button. */
export function DraftButton({ label, body }: Props) {
  const { notDone } = certificateWords[useLanguage()];
  const { http, path, listOf } = useWorkspace();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const key = useRef(newId());
  const draft = async () => {
    try {
      const headers = { "idempotency-key": key.current };
      const { id } = await http<PublicationView>("POST", `${path}/publications`, { body, headers });
      void listOf("publications").refresh();
      navigate(`/publishing/${id}`);
    } catch (error) {
      key.current = newId();
      setProblem(error instanceof Problem ? error.message : notDone);
    }
  };
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => void draft()}>
        {label}
      </Button>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </>
  );
}
