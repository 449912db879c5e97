import { existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Tells the path of whatever changes below some folders. Each folder is watched by itself: where `fs.watch` goes into
 * folders of its own accord, on Linux, it loses a file as soon as an editor has put a new one in its place.
 */
export function watchFolders(roots: readonly string[], onChange: (path: string) => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string): void => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (_, name) => {
      if (!existsSync(folder)) forget(folder);
      const path = join(folder, name ?? "");
      if (isFolder(path)) addAll(path);
      onChange(path);
    });
    watcher.on("error", () => forget(folder));
    watchers.set(folder, watcher);
  };
  const addAll = (folder: string): void => {
    add(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isDirectory()) add(join(entry.parentPath, entry.name));
    }
  };
  for (const root of roots) addAll(root);
  return {
    close() {
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
