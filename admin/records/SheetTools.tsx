import Button from "@mui/material/Button";
import { type RefObject, Suspense, useCallback, useState, useSyncExternalStore } from "react";
import { part } from "../app/part.tsx";
import { useWords } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { Shown } from "../sheet/types.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import type { SaveQueue } from "./save-queue.ts";

const GrantPost = part(() => import("../pages/GrantPost.tsx").then((page) => page.GrantPost));

const PrintTable = part(() => import("./PrintTable.tsx").then((table) => table.PrintTable));

type Props = {
  readonly register: RegisterView;
  readonly queue: SaveQueue;
  readonly onImport: () => void;
  /** What the sheet shows at the moment, for the printer. */
  readonly shown: RefObject<(() => Shown) | undefined>;
};

/** What the page adds to the sheet's bar: whether all is saved, import, export, print. */
export function SheetTools({ register, queue, onImport, shown }: Props) {
  const words = useWords();
  const [printing, setPrinting] = useState<Shown>();
  const printed = useCallback(() => setPrinting(undefined), []);
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
      <Button sx={{ display: { xs: "none", sm: "inline-flex" } }} onClick={() => setPrinting(shown.current?.())}>
        {words.print}
      </Button>
      {printing ? (
        <Suspense>
          <PrintTable register={register} shown={printing} onPrinted={printed} />
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
