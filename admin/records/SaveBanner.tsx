import { useSyncExternalStore } from "react";
import { useWords } from "../app/use-words.ts";
import { Banner } from "../layout/Banner.tsx";
import type { SaveQueue } from "./save-queue.ts";

/** Says when the connection is lost, and that nothing typed is. */
export function SaveBanner({ queue }: { readonly queue: SaveQueue }) {
  const words = useWords();
  useSyncExternalStore(queue.subscribe, queue.revision);
  if (!queue.isOffline()) return null;
  const text = words.offline(queue.unsaved());
  return <Banner kind="warning" text={text} action={words.retryNow} onAction={queue.retry} />;
}
