import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { download } from "../layout/download.ts";
import type { RegisterView } from "../providers/contract.ts";
import { Problem } from "../providers/http.ts";

/** The whole list as a file, in the kind that is chosen. */
export function ExportMenu({ register }: { readonly register: RegisterView }) {
  const words = useWords();
  const workspace = useWorkspace();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (kind: "xlsx" | "csv") => {
    setAnchor(null);
    setBusy(true);
    try {
      const { exportFile, exportName } = await import("./export-file.ts");
      download(await exportFile(workspace, register, kind), exportName(workspace, register, kind));
    } catch (error) {
      notify(error instanceof Problem ? error.message : words.exportFailed, { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button aria-haspopup="menu" disabled={busy} onClick={(event) => setAnchor(event.currentTarget)}>
        {busy ? words.exporting : words.export}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => void save("xlsx")}>{words.exportXlsx}</MenuItem>
        <MenuItem onClick={() => void save("csv")}>{words.exportCsv}</MenuItem>
      </Menu>
    </>
  );
}
