import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import type { StoredRecord } from "../store/records.ts";
import type { MoveOptions } from "./move.ts";

/**
 * What happens in the same transaction as a move: further items, further columns of the record, and whether those refer
 * to what the items make.
 */
export type Effect = (
  deps: Deps,
  current: StoredRecord,
  context: WriteContext,
  given: Readonly<Record<string, unknown>>,
) => Promise<Pick<MoveOptions, "extra" | "also" | "referencesHold">>;
