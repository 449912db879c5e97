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

/**
 * What a record holds in every column the reader may see, and which columns are empty. Sealed ones stay masked until they
 * say why they need them.
 */
export function RecordFields({ register, record }: { readonly register: RegisterView; readonly record: RecordView }) {
  const words = useWords();
  const language = useLanguage();
  const show = useShow(register);
  const columns = Object.entries(register.fields).map(([key, { label, sealed }]) => {
    return { key, label: label[language], sealed, text: show(key, record.values[key]) };
  });
  const empty = columns.filter(({ text }) => text === "").map(({ label }) => label);
  return (
    <>
      <Box component="dl" sx={grid}>
        {columns
          .filter(({ text }) => text !== "")
          .map(({ key, label, sealed, text }) => [
            <dt key={`${key}:label`}>{label}</dt>,
            <dd key={key}>
              {sealed && register.rights.reveal ? (
                <SealedValue register={register} record={record} column={key} mask={text} />
              ) : (
                text
              )}
            </dd>,
          ])}
      </Box>
      {empty.length > 0 ? <p className="linli-note">{words.record.empties(empty)}</p> : null}
      {record.updatedAt ? (
        <p className="linli-note">{words.record.updated(record.updatedBy, momentIn(record.updatedAt))}</p>
      ) : null}
    </>
  );
}
