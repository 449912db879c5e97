import { countCapacity } from "../capacity.ts";
import type { Context } from "../context.ts";
import { project } from "../expressions/paths.ts";
import { choice, readMembers } from "../request.ts";
import type { Item } from "../values/attribute-value.ts";
import { CONDITIONAL, updateAction } from "./write-actions.ts";
import { writeOne } from "./write-one.ts";

const RETURN_VALUES = ["NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"] as const;

export function updateItem(context: Context, input: unknown): unknown {
  const known = [...CONDITIONAL, "Key", "UpdateExpression", "ReturnValues", "ReturnConsumedCapacity"];
  const members = readMembers(input, known, "UpdateItem");
  const wanted = choice(members, "ReturnValues", RETURN_VALUES, "NONE");
  const capacity = countCapacity(members);
  const { action, touched } = updateAction(context, members);
  const { before, after } = writeOne(context, action, capacity);
  const shown: Item | undefined = wanted.endsWith("_OLD")
    ? before?.item
    : wanted.endsWith("_NEW")
      ? after?.item
      : undefined;
  const attributes = shown && wanted.startsWith("UPDATED_") ? project(shown, touched) : shown;
  return {
    ...(attributes && Object.keys(attributes).length > 0 && { Attributes: attributes }),
    ...capacity.one(),
  };
}
