import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useCallback, useSyncExternalStore } from "react";
import type { Draft } from "../app/drafts.ts";
import { useWords } from "../app/use-words.ts";
import { useLine } from "./use-line.ts";

const never = () => () => undefined;

/** In a dialog: that the line is lost, and that it begins with what was typed earlier, which can be given up. */
export function DraftNote({ draft }: { readonly draft: Draft | undefined }) {
  const words = useWords().line;
  const { reach } = useLine();
  const isResumed = useSyncExternalStore(
    draft?.subscribe ?? never,
    useCallback(() => draft?.isResumed() ?? false, [draft]),
  );
  return (
    <>
      {reach === "lost" ? (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {words.lost}
        </Alert>
      ) : null}
      {isResumed ? (
        <Alert
          severity="info"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" onClick={() => draft?.restart()}>
              {words.restart}
            </Button>
          }
        >
          {words.resumed}
        </Alert>
      ) : null}
    </>
  );
}
