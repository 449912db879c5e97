import type { FieldProblem } from "../contract/refusal.ts";

/** One holding of a post (任职) as the guard needs it: what, from which day, and the day somebody left it. */
export type Term = {
  readonly id: string;
  readonly post: string;
  readonly from: string;
  readonly until?: string | undefined;
};

/** A term with whom it belongs to. Who has no account holds a post, but no rights. */
export type HeldTerm = Term & { readonly account?: string | undefined; readonly person: string };

/** Whether a term gives its rights on a day. On the day of leaving it no longer does, so a hand-over takes one day. */
export function inForce(term: Pick<Term, "from" | "until">, day: string): boolean {
  return term.from <= day && (term.until === undefined || day < term.until);
}

/** Posts for a time only: whoever grants them says until when (S5.2, S5.7). */
const TEMPORARY: ReadonlySet<string> = new Set(["intern", "census-worker"]);

export function isTemporary(post: string): boolean {
  return TEMPORARY.has(post);
}

/** Whether two terms share a day. */
export function overlap(a: Pick<Term, "from" | "until">, b: Pick<Term, "from" | "until">): boolean {
  return (inForce(a, b.from) && inForce(b, b.from)) || (inForce(a, a.from) && inForce(b, a.from));
}

/**
 * Posts that one person never holds at once: who keeps the money never keeps the books or approves (钱账分离), and who
 * supervises is none of those supervised (居务监督).
 */
const EXCLUDES: readonly (readonly [post: string, other: string, code: string])[] = [
  ["cashier", "accountant", "cashier-and-accountant"],
  ["cashier", "director", "director-and-cashier"],
  ["supervision", "director", "supervision-and-committee"],
  ["supervision", "deputy", "supervision-and-committee"],
  ["supervision", "member", "supervision-and-committee"],
  ["supervision", "cashier", "supervision-and-committee"],
  ["supervision", "accountant", "supervision-and-committee"],
];

/** Posts whose terms the whole community must be asked about before one is granted. */
export function isExclusive(post: string): boolean {
  return EXCLUDES.some(([one, other]) => post === one || post === other);
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
  if (isTemporary(granted.post) && granted.until === undefined) problems.push({ path: "until", code: "end-needed" });
  if (held.some((term) => term.post === granted.post && overlap(term, granted))) {
    problems.push({ path: "post", code: "already-held" });
  }
  for (const code of exclusions(granted, others)) problems.push({ path: "post", code });
  if (granted.post === "director" && others.some((term) => term.post === "director" && overlap(term, granted))) {
    problems.push({ path: "post", code: "one-director" });
  }
  return problems;
}

function exclusions(granted: HeldTerm, others: readonly HeldTerm[]): Set<string> {
  const theirs = others.filter((term) => isSamePerson(term, granted) && overlap(term, granted));
  const broken = EXCLUDES.filter(([one, other]) =>
    theirs.some(({ post }) => (post === one && granted.post === other) || (post === other && granted.post === one)),
  );
  return new Set(broken.map(([, , code]) => code));
}

function isSamePerson(a: HeldTerm, b: HeldTerm): boolean {
  return (a.account !== undefined && a.account === b.account) || a.person === b.person;
}
