import { useEffect } from "react";
import { useWorkspace } from "../app/workspace.ts";

/** Warns before the tab closes with something unsaved, and tries at once when the connection is back. */
export function UnsavedGuard() {
  const workspace = useWorkspace();
  useEffect(() => workspace.resume(), [workspace]);
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => {
      if (workspace.queues().some((queue) => queue.unsaved() > 0)) event.preventDefault();
    };
    const onOnline = () => {
      for (const queue of workspace.queues()) queue.retry();
    };
    window.addEventListener("beforeunload", onClose);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("beforeunload", onClose);
      window.removeEventListener("online", onOnline);
    };
  }, [workspace]);
  return null;
}
