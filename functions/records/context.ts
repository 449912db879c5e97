import type { FieldProblem } from "../../shared/contract/refusal.ts";
import type { StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";

/** What a history entry says was done. */
export type Action =
  | "create"
  | "edit"
  | "delete"
  | "import"
  | "undo"
  | "sign-up"
  | "answer"
  | "promote"
  | "grant"
  | "end"
  | "reveal"
  | "retention"
  | "move";

/** How long a deleted record is remembered, so that every open sheet learns of it. */
export const TOMBSTONE_DAYS = 90;

/** Who writes, why, and what they may do while writing. */
export type WriteContext = {
  readonly actor: { readonly account: string; readonly name: string };
  readonly action: Action;
  readonly reason?: string;
  /** A key under which the same write happens once, with the hash of what was sent. */
  readonly once?: { readonly key: string; readonly body: string; readonly place?: string };
  /** An action may set columns that nobody types. */
  readonly byAction?: boolean;
  /** Whether restricted columns of this name are the writer's to see and change; all are when absent. */
  readonly sees?: (restricted: string) => boolean;
};

/** A write worked out but not yet done: the record it leaves, and the items that make it so, all or none. */
export type WritePlan = {
  readonly record: StoredRecord;
  readonly items: readonly PlannedItem[];
};

export type Problems = FieldProblem[];
