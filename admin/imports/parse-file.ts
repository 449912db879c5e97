import type { DataRow } from "../../shared/import/find-table.ts";

export type ParseRequest = {
  readonly bytes: Uint8Array;
  readonly register: string;
  /** Names of restricted columns that the clerk sees, and lists that the clerk may import into. */
  readonly restricted: readonly string[];
  readonly imported: readonly string[];
};

export type ParseAnswer =
  | { readonly headers: readonly string[]; readonly rows: readonly DataRow[]; readonly problem?: undefined }
  | { readonly problem: string };

/** Reads a file in a worker of its own, which ends with the answer. */
export function parseFile(request: ParseRequest): Promise<ParseAnswer> {
  const worker = new Worker(new URL("./parse.worker.ts", import.meta.url), { type: "module" });
  return new Promise<ParseAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ParseAnswer>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
