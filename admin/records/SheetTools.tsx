import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { lazy, Suspense, useCallback, useState, useSyncExternalStore } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { SaveQueue } from "./save-queue.ts";

const GrantPost = lazy(() => import("../pages/GrantPost.tsx").then((page) => ({ default: page.GrantPost })));

const PrintTable = lazy(() => import("./PrintTable.tsx").then((table) => ({ default: table.PrintTable })));

type Props = { readonly register: RegisterView; readonly queue: SaveQueue; readonly onImport: () => void };

/** What the page adds to the sheet's bar: whether all is saved, import, export, print. */
export function SheetTools({ register, queue, onImport }: Props) {
  const words = useWords();
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  return (
    <>
      <SaveState register={register} queue={queue} />
      {register.name === "posts" ? (
        <Suspense>
          <GrantPost />
        </Suspense>
      ) : null}
      {register.rights.import ? <Button onClick={onImport}>{words.import}</Button> : null}
      {register.rights.export ? <ExportMenu register={register} /> : null}
      <Button sx={{ display: { xs: "none", sm: "inline-flex" } }} onClick={() => setPrinting(true)}>
        {words.print}
      </Button>
      {printing ? (
        <Suspense>
          <PrintTable register={register} onPrinted={printed} />
        </Suspense>
      ) : null}
    </>
  );
}

function SaveState({ register, queue }: { readonly register: RegisterView; readonly queue: SaveQueue }) {
  const words = useWords();
  useSyncExternalStore(queue.subscribe, queue.revision);
  if (!register.rights.write) return <span className="linli-note">{words.readOnlyList}</span>;
  const rows = queue.unsaved();
  const { batches } = queue.state();
  const text = rows === 0 ? words.saved : batches.length > 0 && !queue.isOffline() ? words.saving : words.unsaved(rows);
  return (
    <span className="linli-note" role="status" data-unsaved={rows}>
      {text}
    </span>
  );
}

function ExportMenu({ register }: { readonly register: RegisterView }) {
  const words = useWords();
  const { path } = useWorkspace();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const link = (kind: "xlsx" | "csv", text: string) => (
    <MenuItem
      component="a"
      href={`${path}/registers/${register.name}/export.${kind}`}
      download
      onClick={() => setAnchor(null)}
    >
      {text}
    </MenuItem>
  );
  return (
    <>
      <Button aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {words.export}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {link("xlsx", words.exportXlsx)}
        {link("csv", words.exportCsv)}
      </Menu>
    </>
  );
}
