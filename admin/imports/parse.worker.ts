import { FileProblem } from "../../shared/files/file-problem.ts";
import { readFile } from "../../shared/files/read-file.ts";
import { findTable } from "../../shared/import/find-table.ts";
import { targetsOf } from "../../shared/import/target.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { ParseAnswer, ParseRequest } from "./parse-file.ts";

/** Reads a large file beside the page, which stays usable meanwhile. */
addEventListener("message", (event: MessageEvent<ParseRequest>) => {
  answer(event.data).then(post, (error: unknown) =>
    post(error instanceof FileProblem ? { problem: error.code } : { problem: "file-unreadable" }),
  );
});

async function answer({ bytes, register: name, restricted, imported }: ParseRequest): Promise<ParseAnswer> {
  const register = registerNamed(name);
  if (!register) return { problem: "file-unreadable" };
  const targets = targetsOf(register, {
    sees: (column) => restricted.includes(column),
    mayImport: (other) => imported.includes(other),
  });
  const table = findTable(await readFile(bytes), targets);
  return table ? { headers: table.headers, rows: table.rows } : { problem: "no-header" };
}

function post(message: ParseAnswer): void {
  // The page's own `postMessage` wants a target origin; in a worker it takes the message alone.
  (globalThis as unknown as { postMessage(message: ParseAnswer): void }).postMessage(message);
}
