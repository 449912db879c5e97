import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";
import type { RecordView, RegisterView } from "../providers/contract.ts";

const SHOWN_MS = 60_000;

type Props = {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly column: string;
  readonly mask: string;
};

/** A sealed value (密封的敏感信息): masked; shown in full for a minute, after a reason that the history keeps. */
export function SealedValue({ register, record, column, mask }: Props) {
  const words = useWords().record;
  const language = useLanguage();
  const { http, listOf } = useWorkspace();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = setTimeout(() => setValue(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const reveal = async (reason: string) => {
    const path = `${listOf(register.name).path}/records/${encodeURIComponent(record.id)}/reveal`;
    const answer = await http<{ value: string | null }>("POST", path, { body: { field: column, reason } });
    setValue(answer.value ?? "");
    setAsking(false);
  };
  return (
    <>
      <span aria-live="polite">{value ?? mask}</span>{" "}
      <Button sx={{ py: 0 }} onClick={() => (value === undefined ? setAsking(true) : setValue(undefined))}>
        {value === undefined ? words.reveal : words.hide}
      </Button>
      {value === undefined ? null : <div className="linli-note">{words.revealed}</div>}
      {asking ? (
        <ReasonDialog
          name={`${register.name}.${record.id}.reveal.${column}`}
          title={words.revealTitle(register.fields[column]?.label[language] ?? column)}
          text={words.revealText}
          onGive={reveal}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
