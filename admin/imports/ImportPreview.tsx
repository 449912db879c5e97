import Typography from "@mui/material/Typography";
import { useWords } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import { ColumnMatches } from "./ColumnMatches.tsx";
import type { Preview } from "./contract.ts";
import { RowStates } from "./RowStates.tsx";

type Props = {
  readonly register: RegisterView;
  readonly preview: Preview;
  readonly onColumns: (
    columns: readonly { readonly index: number; readonly field: string | null }[],
  ) => Promise<boolean>;
};

/** What a file would become: where its columns go, how many rows are new or changed, and which to look at. */
export function ImportPreview({ register, preview, onColumns }: Props) {
  const words = useWords().imports;
  return (
    <>
      <section>
        <Typography variant="h3">{words.columns}</Typography>
        <p className="linli-note">{words.columnsText}</p>
        <ColumnMatches key={preview.id} register={register} columns={preview.columns} onColumns={onColumns} />
      </section>
      <RowStates register={register} preview={preview} />
    </>
  );
}
