/** One thing wrong with one field of what a caller sent. `path` is dotted (`stops.2.time`). */
export type FieldProblem = {
  readonly path: string;
  readonly code: string;
  /** Values the sentence needs, e.g. `{ max: 40 }`. */
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Every refusal the product gives, with its HTTP status. The sentence of each stands in `shared/words/problems.ts`. */
export const REFUSALS = {
  unreadable: 400,
  "signed-out": 401,
  "no-right": 403,
  "other-origin": 403,
  "not-found": 404,
  "not-allowed-method": 405,
  conflict: 409,
  referenced: 409,
  "in-flight": 409,
  "undo-refused": 409,
  gone: 410,
  stale: 412,
  "too-large": 413,
  "wrong-type": 415,
  "invalid-fields": 422,
  "key-reused": 422,
  "version-missing": 428,
  "too-many": 429,
  "not-ready": 503,
  busy: 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** What a caller did wrong, or may not do: part of the contract, with words in both languages (拒绝). */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: readonly FieldProblem[];
  /** Members added to the problem document, e.g. the current record of a stale write. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, fields: readonly FieldProblem[] = [], extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.fields = fields;
    this.extra = extra;
  }

  get status(): (typeof REFUSALS)[RefusalCode] {
    return REFUSALS[this.code];
  }
}

/** The common refusal: fields that do not hold. */
export function invalid(...fields: readonly FieldProblem[]): Refusal {
  return new Refusal("invalid-fields", fields);
}
