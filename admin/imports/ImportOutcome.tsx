import Alert from "@mui/material/Alert";
import { useWords } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { Progress } from "./contract.ts";
import { RowTable } from "./RowTable.tsx";

type Props = { readonly register: RegisterView; readonly progress: Progress; readonly taken: number };

/** How an import, or its undoing, ended. */
export function ImportOutcome({ register, progress, taken }: Props) {
  const words = useWords().imports;
  const { state, undone, refused = [] } = progress;
  if (state === "failed") return <Alert severity="error">{words.failed}</Alert>;
  if (undone) return <Alert severity="info">{words.undone}</Alert>;
  return (
    <>
      <Alert severity="success">{words.done(taken)}</Alert>
      {refused.length > 0 ? (
        <>
          <p>{words.refused(refused.length)}</p>
          <RowTable register={register} rows={refused} />
        </>
      ) : null}
    </>
  );
}
