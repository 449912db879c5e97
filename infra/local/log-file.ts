import { appendFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** A log is put aside under its date when it has grown this large; nothing is ever deleted. */
const LARGEST_BYTES = 20 * 1024 * 1024;

/** Appends to a log in the data folder; without a folder, nothing is kept. */
export function openLog(folder: string | undefined, name: string): (text: string) => void {
  if (folder === undefined) return () => {};
  const path = join(folder, `${name}.log`);
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return (text) => {
    if (size > LARGEST_BYTES) {
      renameSync(path, join(folder, `${name}-${new Date().toISOString().replaceAll(":", "")}.log`));
      size = 0;
    }
    appendFileSync(path, text, { mode: 0o600 });
    size += Buffer.byteLength(text);
  };
}
