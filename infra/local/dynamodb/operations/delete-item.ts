import { countCapacity } from "../capacity.ts";
import type { Context } from "../context.ts";
import { choice, readMembers } from "../request.ts";
import { CONDITIONAL, deleteAction } from "./write-actions.ts";
import { writeOne } from "./write-one.ts";

export function deleteItem(context: Context, input: unknown): unknown {
  const known = [...CONDITIONAL, "Key", "ReturnValues", "ReturnConsumedCapacity"];
  const members = readMembers(input, known, "DeleteItem");
  const wanted = choice(members, "ReturnValues", ["NONE", "ALL_OLD"], "NONE");
  const capacity = countCapacity(members);
  const { before } = writeOne(context, deleteAction(context, members), capacity);
  return { ...(wanted === "ALL_OLD" && before && { Attributes: before.item }), ...capacity.one() };
}
