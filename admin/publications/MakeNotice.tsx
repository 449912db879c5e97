import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import { publicationState } from "../../shared/codes/publication.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView } from "../providers/contract.ts";
import { type PublicationView, usePublicationWords, useSend } from "./publications.ts";

/** The notices of an event, and one more in one step (一键生成通告, S1.8). */
export function MakeNotice({ event }: { readonly event: RecordView }) {
  const words = usePublicationWords();
  const language = useLanguage();
  const { path, registerOf } = useWorkspace();
  const navigate = useNavigate();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const { value } = useAnswer<{ records: readonly RecordView[] }>(`${path}/registers/publications/records?limit=1000`);
  const made = (value?.records ?? []).filter(({ values }) => values.event === event.id);
  const pressed = useRef(false);
  const make = async () => {
    if (pressed.current) return;
    pressed.current = true;
    setBusy(true);
    const draft = await send<PublicationView>("", { kind: "notice", event: event.id });
    pressed.current = false;
    setBusy(false);
    if (draft) navigate(`/publishing/${draft.id}`);
  };
  return (
    <>
      <Typography variant="h3">{words.title}</Typography>
      {made.map(({ id, values }) => (
        <Link key={id} href={`#/publishing/${id}`}>
          {`${values.title} · ${codeLabel(publicationState, String(values.state), language)}`}
        </Link>
      ))}
      <span className="linli-note">{words.makeNoticeText}</span>
      {registerOf("publications")?.rights.write ? (
        <Button variant="outlined" disabled={busy} onClick={() => void make()}>
          {words.makeNotice}
        </Button>
      ) : null}
    </>
  );
}
