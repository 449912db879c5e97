import Box from "@mui/material/Box";
import { useLanguage, useWords } from "../app/use-words.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { momentIn } from "./moment.ts";
import { SealedValue } from "./SealedValue.tsx";
import { useShow } from "./use-show.ts";

const grid = {
  display: "grid",
  gridTemplateColumns: "minmax(7em, 34%) 1fr",
  m: 0,
  "& dt, & dd": { m: 0, py: 0.5, borderBottom: 1, borderColor: "divider", overflowWrap: "anywhere" },
  "& dt": { color: "text.secondary", pr: 1 },
  "& dd": { whiteSpace: "pre-line" },
};

/** Every column of a record the reader may see. Sealed ones stay masked until they say why they need them. */
export function RecordFields({ register, record }: { readonly register: RegisterView; readonly record: RecordView }) {
  const words = useWords();
  const language = useLanguage();
  const show = useShow(register);
  return (
    <>
      <Box component="dl" sx={grid}>
        {Object.entries(register.fields).map(([key, field]) => {
          const text = show(key, record.values[key]);
          const canReveal = field.sealed === true && text !== "" && register.rights.reveal;
          return [
            <dt key={`${key}:label`}>{field.label[language]}</dt>,
            <dd key={key}>
              {canReveal ? (
                <SealedValue register={register} record={record} column={key} mask={text} />
              ) : (
                text || <span className="linli-note">{words.record.empty}</span>
              )}
            </dd>,
          ];
        })}
      </Box>
      {record.updatedAt ? (
        <p className="linli-note">{words.record.updated(record.updatedBy, momentIn(record.updatedAt))}</p>
      ) : null}
    </>
  );
}
