import type { FieldProblem } from "../../contract/refusal.ts";

/** One reviewer's signature under a month (理财小组审核, S8.20). */
export type Signature = {
  readonly account: string;
  readonly name: string;
  readonly at: number;
  readonly findings?: string | undefined;
};

/** Posts that never review the accounts they keep or approve (L10). */
const REVIEWED = ["director", "cashier", "accountant"] as const;

/** What stands against signing the review of a month: the month is closed, and the signer has no hand in its accounts. */
export function reviewProblems(review: {
  readonly isClosed: boolean;
  readonly signatures: readonly Signature[];
  readonly account: string;
  readonly posts: readonly string[];
}): readonly FieldProblem[] {
  if (!review.isClosed) return [{ path: "month", code: "month-open" }];
  if (review.posts.some((post) => REVIEWED.some((one) => one === post))) {
    return [{ path: "reviewer", code: "reviewer-not-apart" }];
  }
  if (review.signatures.some(({ account }) => account === review.account)) {
    return [{ path: "reviewer", code: "already-signed" }];
  }
  return [];
}

/** A month's table may be published once so many reviewers have signed. */
export function isReviewed(signatures: readonly Signature[], reviewersMin: number): boolean {
  return new Set(signatures.map(({ account }) => account)).size >= reviewersMin;
}

/** The last day for the review of a month: a day of the month after it. */
export function reviewDue(month: string, reviewDay: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const next = new Date(Date.UTC(year, number, reviewDay));
  return next.toISOString().slice(0, 10);
}
