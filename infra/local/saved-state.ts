import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Small values that outlive the runner: how far a stream was read, when a schedule last ran. */
export type SavedState = {
  read(name: string): string | undefined;
  write(name: string, value: string): void;
};

export function openSavedState(folder: string | undefined): SavedState {
  const memory = new Map<string, string>();
  if (folder === undefined) {
    return { read: (name) => memory.get(name), write: (name, value) => void memory.set(name, value) };
  }
  const path = (name: string) => join(folder, "state", name);
  mkdirSync(dirname(path("-")), { recursive: true });
  return {
    read: (name) => (existsSync(path(name)) ? readFileSync(path(name), "utf8") : undefined),
    write(name, value) {
      // The old value stays until the new one is complete, whenever the power goes.
      writeFileSync(`${path(name)}.new`, value);
      renameSync(`${path(name)}.new`, path(name));
    },
  };
}
