import type { FieldProblem } from "../contract/refusal.ts";

/** One holding of a post (任职) as the guard needs it: what, from which day, and the day somebody left it. */
export type Term = {
  readonly id: string;
  readonly post: string;
  readonly from: string;
  readonly until?: string | undefined;
};

/** A term with whom it belongs to. */
export type HeldTerm = Term & { readonly account: string; readonly person: string };

/** Whether a term gives its rights on a day. On the day of leaving it no longer does, so a hand-over takes one day. */
export function inForce(term: Pick<Term, "from" | "until">, day: string): boolean {
  return term.from <= day && (term.until === undefined || day < term.until);
}

/** Whether two terms share a day. */
export function overlap(a: Pick<Term, "from" | "until">, b: Pick<Term, "from" | "until">): boolean {
  const start = a.from > b.from ? a.from : b.from;
  return inForce(a, start) && inForce(b, start);
}

/** Who keeps the money never keeps the books, and the other way round (出纳与会计分离). */
const EXCLUDES: Readonly<Record<string, string>> = { cashier: "accountant", accountant: "cashier" };

/** Posts whose terms the whole community must be asked about before one is granted. */
export function isExclusive(post: string): boolean {
  return post === "director" || Object.hasOwn(EXCLUDES, post);
}

/**
 * What stands against granting a term. `held` are the account's own terms, `others` the community's terms of
 * exclusive posts. A namesake counts as the same person here: two accounts must not get round the rule.
 */
export function grantProblems(
  granted: HeldTerm,
  held: readonly Term[],
  others: readonly HeldTerm[],
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (granted.until !== undefined && granted.until < granted.from) {
    problems.push({ path: "until", code: "before-start" });
  }
  if (held.some((term) => term.post === granted.post && overlap(term, granted))) {
    problems.push({ path: "post", code: "already-held" });
  }
  const isSame = (term: HeldTerm) => term.account === granted.account || term.person === granted.person;
  if (others.some((term) => term.post === EXCLUDES[granted.post] && isSame(term) && overlap(term, granted))) {
    problems.push({ path: "post", code: "cashier-and-accountant" });
  }
  if (granted.post === "director" && others.some((term) => term.post === "director" && overlap(term, granted))) {
    problems.push({ path: "post", code: "one-director" });
  }
  return problems;
}
