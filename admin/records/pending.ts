import type { Value, Values } from "../../shared/schema/field.ts";

/** One changed cell that the server has not taken yet. */
export type Pending = {
  readonly value: Value;
  /** What the clerk saw when changing it: if the server has something else, two people changed the cell. */
  readonly base: Value;
  readonly state: "unsaved" | "saving" | "refused" | "conflict";
  readonly trouble?: Trouble;
};

/** What is wrong with a cell, and what would mend it: a value of this or another cell of its row. */
export type Trouble = { readonly message: string; readonly mend?: { readonly key: string; readonly value: Value } };

/** A row that the server does not know yet (未保存的新行). It stays until it is complete, whatever happens. */
export type Draft = {
  readonly values: Values;
  readonly state: "unsaved" | "saving" | "refused";
  /** What is wrong, by column; `""` stands for the row as a whole. */
  readonly problems: Readonly<Record<string, Trouble>>;
  /** Whether the server is to be asked: the row looks complete, or the clerk has left it. */
  readonly offered: boolean;
};

/** Rows sent together under one key. As long as nobody knows what became of them, they are sent again as they are. */
export type Batch = {
  readonly key: string;
  readonly rows: readonly BatchRow[];
};

/** `id` is the record's, or the temporary one of a new row when there is no `version`. */
export type BatchRow = { readonly id: string; readonly version?: number; readonly values: Values };

/** Everything a clerk has typed into one list that is not saved; what is kept across a reload. */
export type Unsaved = {
  readonly cells: Readonly<Record<string, Readonly<Record<string, Pending>>>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly batches: readonly Batch[];
};

export const nothingUnsaved: Unsaved = { cells: {}, drafts: {}, batches: [] };

export const BATCH_ROWS = 100;
