/** Posts with rights in the books (账务职务): whoever leaves one hands over first (L12, S8.21). */
export const LEDGER_POSTS: ReadonlySet<string> = new Set(["director", "cashier", "accountant"]);

/** Reasons that end a post at once; the handover then follows. */
const AT_ONCE: ReadonlySet<string> = new Set(["death", "recall", "ineligible"]);

/** Whether a post may only end once it has been handed over. `isFirst` is the rule in force. */
export function mustHandOverFirst(post: string, endReason: string, isFirst: boolean): boolean {
  return isFirst && LEDGER_POSTS.has(post) && !AT_ONCE.has(endReason);
}

/** The first day without the post: never before the handover is complete, nor before the day somebody meant to leave. */
export function leavingDay(ended: string, closedOn: string): string {
  return ended > closedOn ? ended : closedOn;
}
