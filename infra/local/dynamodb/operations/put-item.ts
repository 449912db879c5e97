import { countCapacity } from "../capacity.ts";
import type { Context } from "../context.ts";
import { choice, readMembers } from "../request.ts";
import { CONDITIONAL, putAction } from "./write-actions.ts";
import { writeOne } from "./write-one.ts";

export function putItem(context: Context, input: unknown): unknown {
  const known = [...CONDITIONAL, "Item", "ReturnValues", "ReturnConsumedCapacity"];
  const members = readMembers(input, known, "PutItem");
  const wanted = choice(members, "ReturnValues", ["NONE", "ALL_OLD"], "NONE");
  const capacity = countCapacity(members);
  const { before } = writeOne(context, putAction(context, members), capacity);
  return { ...(wanted === "ALL_OLD" && before && { Attributes: before.item }), ...capacity.one() };
}
