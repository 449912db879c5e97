import { useEffect } from "react";
import { line } from "../app/line.ts";
import { useWorkspace } from "../app/workspace.ts";
import { isLetGo } from "./reload.ts";
import { useBack } from "./use-line.ts";

/** Warns before the tab closes with something unsaved, and tries again as soon as it may succeed. */
export function UnsavedGuard() {
  const workspace = useWorkspace();
  useEffect(() => void workspace.resume(), [workspace]);
  useBack(workspace.retry);
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => {
      const isUnsaved = workspace.queues().some((queue) => queue.unsaved() > 0);
      if ((isUnsaved || workspace.drafts.isAny()) && !isLetGo()) event.preventDefault();
    };
    const onOnline = () => {
      workspace.retry();
      void line.look();
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
