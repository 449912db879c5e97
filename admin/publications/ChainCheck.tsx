import Button from "@mui/material/Button";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { usePublicationWords } from "./publications.ts";

type Check = { readonly holds: boolean; readonly posted: number; readonly brokenAt?: number };

/** Works out whether everything that was posted is still there as it was (校验). */
export function ChainCheck() {
  const words = usePublicationWords();
  const { loadFailed } = useWords();
  const { http, path } = useWorkspace();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      const { holds, posted, brokenAt } = await http<Check>("GET", `${path}/publications/chain`);
      notify(holds ? words.chainHolds(posted) : words.chainBroken(brokenAt ?? posted), {
        type: holds ? "success" : "error",
      });
    } catch {
      notify(loadFailed, { type: "error" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button disabled={busy} onClick={() => void check()}>
      {words.chain}
    </Button>
  );
}
