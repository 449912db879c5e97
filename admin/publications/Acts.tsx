import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { MoveView } from "../flows/contract.ts";
import { MoveDialog } from "../flows/MoveDialog.tsx";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";
import type { RegisterView } from "../providers/contract.ts";
import { EditPublication } from "./EditPublication.tsx";
import { type PublicationView, usePublicationWords, useSend } from "./publications.ts";

type Props = {
  readonly publication: PublicationView;
  readonly moves: readonly MoveView[];
  readonly register: RegisterView;
  readonly onChange: () => void;
};

/** What can be done with a publication now: its steps, editing a draft, printing and correcting what is posted. */
export function Acts({ publication, moves, register, onChange }: Props) {
  const words = usePublicationWords();
  const language = useLanguage();
  const { path, community, listOf, today } = useWorkspace();
  const [asking, setAsking] = useState<MoveView | "edit" | "correct">();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const { id, values, against } = publication;
  const isShown = values.state === "posted" && String(values.to) >= today();
  const pdf = `/p/${community.code}-${values.no}.pdf`;
  // What goes on stands before what goes back.
  const steps = [...moves].sort((a, b) => Number(a.reason) - Number(b.reason));
  const close = () => setAsking(undefined);
  const moved = () => {
    close();
    void listOf("publications").refresh();
    onChange();
  };
  const take = async (move: MoveView) => {
    // A step that says why, or takes entries, is asked about first.
    if (move.reason || move.takes.length > 0) return setAsking(move);
    setBusy(true);
    await send(`/${id}/${move.name}`, {});
    setBusy(false);
    onChange();
  };
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", my: 1.5 }}>
      {steps.map((move, index) => (
        <Button
          key={move.name}
          variant={index === 0 && !move.reason ? "contained" : "outlined"}
          color={move.name === "withdraw" ? "warning" : "primary"}
          disabled={busy || (move.name === "submit" && against !== undefined)}
          onClick={() => void take(move)}
        >
          {move.label[language]}
        </Button>
      ))}
      {values.state === "draft" && register.rights.write ? (
        <Button variant="outlined" onClick={() => setAsking("edit")}>
          {words.edit}
        </Button>
      ) : null}
      {isShown ? (
        <>
          {values.kind !== "result" && register.rights.write ? (
            <Button variant="outlined" onClick={() => setAsking("correct")}>
              {words.correct}
            </Button>
          ) : null}
          <Button variant="outlined" href={`${pdf}?lang=${language}`} target="_blank">
            {words.a4}
          </Button>
          <Button variant="outlined" href={`${pdf}?size=a3&lang=${language}`} target="_blank">
            {words.a3}
          </Button>
          <Link href={`/c/${community.code}/${values.no}`} target="_blank">
            {words.publicPage}
          </Link>
        </>
      ) : null}
      {asking === "edit" ? <EditPublication publication={publication} onSaved={moved} onClose={close} /> : null}
      {asking === "correct" ? <CorrectDialog id={id} onClose={close} /> : null}
      {typeof asking === "object" ? (
        <MoveDialog
          register={register}
          record={publication}
          move={asking}
          path={`${path}/publications/${id}`}
          onClose={close}
          onMoved={moved}
        />
      ) : null}
    </Box>
  );
}

/** A correction begins with what was wrong. */
function CorrectDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = usePublicationWords();
  const { http, path, listOf } = useWorkspace();
  const navigate = useNavigate();
  return (
    <ReasonDialog
      name={`publications.${id}.correct`}
      title={words.correct}
      text={words.correctText}
      onClose={onClose}
      onGive={async (correction) => {
        const address = `${path}/publications/${id}/corrections`;
        const made = await http<PublicationView>("POST", address, { body: { correction } });
        void listOf("publications").refresh();
        navigate(`/publishing/${made.id}`);
      }}
    />
  );
}
