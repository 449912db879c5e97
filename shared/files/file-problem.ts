/** Why a file cannot be read; the words stand in `shared/words/import.ts`. */
export type FileProblemCode =
  | "file-empty"
  | "file-unreadable"
  | "file-encrypted"
  | "file-encoding"
  | "file-too-large"
  | "file-too-many-rows";

/** A file that cannot be read, with the reason a clerk can act on. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FileProblemCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = "FileProblem";
    this.code = code;
    this.params = params;
  }
}
