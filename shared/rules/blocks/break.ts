/** What does not hold. */
export type BreakCode =
  | "block-missing"
  | "block-altered"
  | "block-cut"
  | "head-unknown"
  | "head-differs"
  | "entry-missing"
  | "entry-altered"
  | "entry-twice"
  | "entry-added"
  | "entry-cut"
  | "record-missing"
  | "record-unknown"
  | "record-differs"
  | "vouchers"
  | "publications";

/** The first link that does not hold (断点), and where it stands. */
export type Break = {
  readonly code: BreakCode;
  readonly block?: number;
  readonly list?: string;
  readonly id?: string;
  readonly version?: number;
  /** When it happened, in milliseconds since 1970. */
  readonly at?: number;
  readonly column?: string;
  /** Number of the voucher or publication. */
  readonly no?: number;
};
