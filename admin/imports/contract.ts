/** A column of the file and what it was taken for, as the staff API tells it. */
export type FileColumn = {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly field: string | null;
  readonly confidence: number;
  readonly message?: string;
};

export type RowState = "new" | "changed" | "same" | "error";

export type FileRow = {
  readonly row: number;
  readonly state: RowState;
  /** Whom or what the row is about, as far as its file says. */
  readonly title?: string;
  readonly problems: readonly { readonly path: string; readonly message: string; readonly level?: "note" }[];
};

/** What would become of a file (预览); nothing is written so far. */
export type Preview = {
  readonly id: string;
  readonly counts: Readonly<Record<RowState, number>>;
  readonly columns: readonly FileColumn[];
  /** Rows with something to say; every row has an address of its own. */
  readonly rows: readonly FileRow[];
  readonly cursor?: string;
};

/** Where an import or its undoing stands. */
export type Progress = {
  readonly id: string;
  readonly state: "open" | "ready" | "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly undone?: boolean;
  readonly refused?: readonly FileRow[];
  readonly changedRows?: readonly number[];
};
