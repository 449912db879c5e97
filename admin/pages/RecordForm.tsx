import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import { CopyButton } from "./CopyButton.tsx";
import { QrImage } from "./QrImage.tsx";
import { useAnswer } from "./use-answer.ts";

type Form = {
  readonly code: string;
  readonly record: string;
  readonly kind: string;
  readonly state: "open" | "closed";
  readonly url: string;
  readonly posterUrl: string;
};

type RecordFormProps = {
  readonly kind: string;
  readonly record: string;
  readonly mayChange: boolean;
  /** What opening it means, and the button that does. */
  readonly text: string;
  readonly open: string;
};

/** The form of a record for residents: opened once, then its code, page and poster, closed and opened again. */
export function RecordForm({ kind, record, mayChange, text, open }: RecordFormProps) {
  const { path } = useWorkspace();
  const { value, reload } = useAnswer<{ forms: readonly Form[] }>(`${path}/forms`);
  const form = value?.forms.find((one) => one.record === record && one.kind === kind);
  const act = useAct(reload);
  if (form) return <OpenForm form={form} mayChange={mayChange} act={act} />;
  if (!value || !mayChange) return null;
  return (
    <>
      <span className="linli-note">{text}</span>
      <Button variant="contained" onClick={() => void act("/forms", { kind, record })}>
        {open}
      </Button>
    </>
  );
}

type Act = (path: string, body?: object) => Promise<void>;

function useAct(reload: () => void): Act {
  const { http, path } = useWorkspace();
  const notify = useNotify();
  const words = useWords();
  return async (action, body = {}) => {
    try {
      await http("POST", path + action, { body });
      reload();
    } catch (error) {
      notify(troubleOf(error, words), { type: "error" });
    }
  };
}

function OpenForm({ form, mayChange, act }: { readonly form: Form; readonly mayChange: boolean; readonly act: Act }) {
  const words = useWords().events;
  const isOpen = form.state === "open";
  return (
    <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }}>
      {isOpen ? <QrImage text={form.url} label={words.qr} /> : null}
      <Box sx={{ display: "grid", gap: 0.5, alignContent: "start", justifyItems: "start" }}>
        <span>
          {words.code} <strong>{form.code}</strong>
        </span>
        {isOpen ? null : <Chip size="small" color="warning" label={words.closed} />}
        <Link href={form.url} target="_blank" rel="noreferrer">
          {words.page}
        </Link>
        <Box sx={{ display: "flex", gap: 1.5 }}>
          <Link href={form.posterUrl} target="_blank" rel="noreferrer">
            {words.poster}
          </Link>
          {["pdf", "svg"].map((format) => (
            <Link key={format} href={`${form.posterUrl}.${format}`} target="_blank" rel="noreferrer">
              {format.toUpperCase()}
            </Link>
          ))}
        </Box>
        <CopyButton text={form.url} />
        {mayChange ? (
          <Button variant="outlined" onClick={() => void act(`/forms/${form.code}/${isOpen ? "close" : "open"}`)}>
            {isOpen ? words.closeForm : words.reopen}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}
