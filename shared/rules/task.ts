import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/**
 * What stands against a task as it is answered and closed (工作准入): a refusal needs its ground and what the check found
 * must bear it out (S8.5); funds that are due are paid or waived before it closes (S9.24).
 */
export function taskProblems(values: Values): FieldProblem[] {
  return [...groundProblems(values), ...fundsProblems(values)];
}

/** Money still to come for a task, in fen: what the books received counts as much as what somebody noted (L15). */
export function fundsOpen({ fundsDue, fundsPaid, fundsBooked, waived }: Values): number {
  if (waived === true) return 0;
  return Math.max(0, amount(fundsDue) - Math.max(amount(fundsPaid), amount(fundsBooked)));
}

function groundProblems({ decision, ground, uniform, withinDuty }: Values): FieldProblem[] {
  if (decision !== "refuse" && decision !== "objection") return [];
  const isRefusal = decision === "refuse";
  if (isRefusal && ground === "no-funds") return [{ path: "ground", code: "no-ground-to-refuse" }];
  const isBorneOut = ground === "not-uniform" ? uniform === false : ground === "outside" ? withinDuty === false : true;
  return isBorneOut ? [] : [{ path: "ground", code: "check-says-otherwise" }];
}

function fundsProblems(values: Values): FieldProblem[] {
  const open = values.state === "closed" ? fundsOpen(values) : 0;
  return open > 0 ? [{ path: "fundsPaid", code: "funds-due", params: { yuan: (open / 100).toFixed(2) } }] : [];
}

function amount(value: Values[string] | undefined): number {
  return typeof value === "number" ? value : 0;
}
