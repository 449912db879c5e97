import type { Capacity } from "../capacity.ts";
import type { Context } from "../context.ts";
import { transactionConflict } from "../errors.ts";
import { decide, perform, type WriteAction, type Written } from "../write-item.ts";

/** A write on its own, which a transaction in flight on the same item keeps out. */
export function writeOne(context: Context, action: WriteAction, capacity: Capacity): Written {
  if (context.claim(action.table, action.key, "write") === "conflict") throw transactionConflict();
  const written = decide(context, action);
  perform(context, written);
  capacity.write(written, 1);
  return written;
}
