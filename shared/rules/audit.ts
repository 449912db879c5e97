import { LEDGER_POSTS } from "./handover.ts";

/** Somebody's holding of a post, as far as an audit asks. */
type Held = {
  readonly post: string;
  readonly person: string;
  readonly account?: string | undefined;
  readonly from: string;
  readonly until?: string | undefined;
};

/** Who stood for the books at any time of a period (被审计人员): director, cashier, accountant. */
export function auditedIn<T extends Held>(terms: readonly T[], from: string, until: string): readonly T[] {
  return terms.filter(
    (term) => LEDGER_POSTS.has(term.post) && term.from <= until && (term.until === undefined || term.until > from),
  );
}

/** Names in a text are parted by commas, enumeration marks or blanks; some have a blank within. */
const BETWEEN = [/[、,，;；]/, /[、,，;；\s]+/] as const;

/**
 * Who of the auditors stood for the books themselves (S8.24): nobody audits what they did. A namesake counts as the same
 * person.
 */
export function notIndependent(auditors: readonly string[], audited: readonly string[]): readonly string[] {
  const people = new Set(audited);
  const named = auditors.flatMap((text) => BETWEEN.flatMap((mark) => text.split(mark).map((name) => name.trim())));
  return [...new Set(named.filter((name) => people.has(name)))];
}
