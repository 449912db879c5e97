import { parseCondition } from "./parse-condition.ts";
import { parseProjection } from "./parse-projection.ts";
import { parseUpdate } from "./parse-update.ts";
import type { Condition, ExpressionKind, Parsed, Path, Update } from "./syntax.ts";

const MOST = 2000;

/** A program sends the same few expressions again and again; each is parsed once. */
function remembered<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T> {
  const known = new Map<string, Parsed<T>>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const parsed = parse(text);
    if (known.size >= MOST) known.clear();
    known.set(text, parsed);
    return parsed;
  };
}

const conditionParser = (kind: ExpressionKind) => remembered((text: string) => parseCondition(kind, text));

export const conditionOf: (text: string) => Parsed<Condition> = conditionParser("ConditionExpression");
export const filterOf: (text: string) => Parsed<Condition> = conditionParser("FilterExpression");
export const keyConditionOf: (text: string) => Parsed<Condition> = conditionParser("KeyConditionExpression");
export const projectionOf: (text: string) => Parsed<readonly Path[]> = remembered(parseProjection);
export const updateOf: (text: string) => Parsed<Update> = remembered(parseUpdate);
