import Button from "@mui/material/Button";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import type { PublicationView } from "./publications.ts";

type Props = { readonly label: string; readonly body: Readonly<Record<string, unknown>> };

/** Drafts a publication of what a record says, and goes there; what stands against it is told beside the button. */
export function DraftButton({ label, body }: Props) {
  const words = useWords();
  const { http, path, listOf } = useWorkspace();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const draft = async () => {
    try {
      const { id } = await http<PublicationView>("POST", `${path}/publications`, { body });
      void listOf("publications").refresh();
      navigate(`/publishing/${id}`);
    } catch (error) {
      setProblem(troubleOf(error, words));
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
