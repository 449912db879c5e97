import type { ParameterValue } from "../schema/parameter.ts";
import type { InForce } from "./in-force.ts";

/**
 * What a rule has to say against something (校核结果). `fails` stands in the way; `warns` is told and lets it be, as
 * everything does that hangs on a number nobody has read in the law's own text (未核对), and what is only usual.
 */
export type Finding = {
  readonly code: string;
  readonly level: "fails" | "warns";
  readonly params?: Readonly<Record<string, string | number>>;
  /** The number it hangs on. */
  readonly parameter?: string;
};

/**
 * How a number judges something: it blocks when what was last read in a text of its own is broken as well as what now
 * holds; when only one of them is, or nothing was ever read, it warns.
 */
export function judged<V extends ParameterValue>(
  rule: InForce<V>,
  breaks: (value: V) => boolean,
): Finding["level"] | undefined {
  const now = breaks(rule.value);
  const before = rule.firm !== undefined && breaks(rule.firm.value);
  if (now && before) return "fails";
  return now || before ? "warns" : undefined;
}

/** A finding when a number is broken; an open number asks nothing. */
export function findingOf<V extends ParameterValue>(
  rule: InForce<V>,
  code: string,
  breaks: (value: NonNullable<V>) => boolean,
  params: Finding["params"] = {},
): readonly Finding[] {
  const level = judged(rule, (value) => value !== null && breaks(value as NonNullable<V>));
  const shown = typeof rule.value === "number" ? { value: rule.value } : {};
  return level ? [{ code, level, params: { ...shown, ...params }, parameter: rule.parameter }] : [];
}
