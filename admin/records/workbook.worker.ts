import { type FileTable, writeXlsx } from "../../shared/files/write-file.ts";

/** Writes a workbook beside the page, which stays usable meanwhile. A failure reaches the page as the worker's error. */
addEventListener("message", (event: MessageEvent<FileTable>) => {
  void writeXlsx(event.data).then(post, (error: unknown) => {
    setTimeout(() => {
      throw error;
    });
  });
});

function post(file: Uint8Array): void {
  // The page's own `postMessage` wants a target origin; in a worker it takes the message alone.
  (globalThis as unknown as { postMessage(message: Uint8Array): void }).postMessage(file);
}
