import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useSyncExternalStore } from "react";
import { useWords } from "../app/use-words.ts";
import type { SaveQueue } from "./save-queue.ts";

/** Says when the connection is lost, and that nothing typed is. */
export function SaveBanner({ queue }: { readonly queue: SaveQueue }) {
  const words = useWords();
  useSyncExternalStore(queue.subscribe, queue.revision);
  if (!queue.isOffline()) return null;
  return (
    <Alert
      severity="warning"
      variant="filled"
      sx={{ py: 0 }}
      action={
        <Button color="inherit" onClick={queue.retry}>
          {words.retryNow}
        </Button>
      }
    >
      {words.offline(queue.unsaved())}
    </Alert>
  );
}
