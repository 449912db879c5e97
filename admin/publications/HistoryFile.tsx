import Button from "@mui/material/Button";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { download } from "../layout/download.ts";
import { filePages } from "../providers/file-pages.ts";
import { Problem } from "../providers/http.ts";
import { usePublicationWords } from "./publications.ts";

/**
 * The sealed history as a file (历史核对文件): whoever has it works out with `npm run verify`, without this server, that
 * nothing of it was changed since the board showed its hash.
 */
export function HistoryFile() {
  const words = usePublicationWords();
  const { exportFailed } = useWords();
  const { http, path, community, today } = useWorkspace();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  if (!community.rights.includes("history")) return null;
  const save = async () => {
    setBusy(true);
    try {
      const pages = await filePages(http, `${path}/history.ndjson`);
      download(
        new Blob(pages, { type: "application/x-ndjson" }),
        `${words.history}-${community.name}-${today()}.ndjson`,
      );
      notify(words.historySaved, { type: "success", autoHideDuration: 10_000 });
    } catch (error) {
      notify(error instanceof Problem ? error.message : exportFailed, { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button disabled={busy} onClick={() => void save()}>
      {words.history}
    </Button>
  );
}
