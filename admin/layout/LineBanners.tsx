import { useCallback, useSyncExternalStore } from "react";
import { line } from "../app/line.ts";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Banner } from "./Banner.tsx";
import { reloadPage } from "./reload.ts";
import { useLine } from "./use-line.ts";

/** Says over every page what is not saved, what waits, and what to do: lost line, new version, unfinished dialogs. */
export function LineBanners() {
  const words = useWords();
  const workspace = useWorkspace();
  const { reach, version } = useLine();
  const { isOffline, rows } = useQueues();
  const { drafts } = workspace;
  const unfinished = useSyncExternalStore(drafts.subscribe, drafts.unfinished);
  const retry = () => {
    workspace.retry();
    void line.look();
  };
  return (
    <>
      {reach === "lost" || isOffline ? (
        <Banner
          kind="warning"
          text={rows > 0 ? words.offline(rows) : words.line.lost}
          actions={[{ label: words.retryNow, onClick: retry }]}
        />
      ) : version === "same" ? null : (
        <Banner
          kind="warning"
          text={words.line[version]}
          actions={[{ label: words.line.reload, onClick: reloadPage }]}
        />
      )}
      {unfinished.map(({ name, title, at }) => (
        <Banner
          key={name}
          kind="info"
          text={words.line.unfinished(title)}
          actions={[
            { label: words.line.goThere, onClick: () => window.location.assign(at || "#/") },
            { label: words.line.giveUp, onClick: () => drafts.drop(name) },
          ]}
        />
      ))}
    </>
  );
}

/** What stands in all save queues together. */
function useQueues(): { readonly isOffline: boolean; readonly rows: number } {
  const { queues, onQueues } = useWorkspace();
  const read = useCallback(() => {
    const all = queues();
    const rows = all.reduce((sum, queue) => sum + queue.unsaved(), 0);
    return all.some((queue) => queue.isOffline()) ? rows : -1;
  }, [queues]);
  const rows = useSyncExternalStore(onQueues, read);
  return { isOffline: rows >= 0, rows: Math.max(rows, 0) };
}
