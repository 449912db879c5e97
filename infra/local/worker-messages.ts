/** What a worker is told when it starts. */
export type Start = {
  readonly name: string;
  readonly arn: string;
  readonly memory: number;
  readonly file: string;
  readonly exportName: string;
};

/** One event on its way to a worker, as the JSON text that Lambda would send. */
export type Call = { readonly id: string; readonly event: string; readonly deadline: number };

export type Failure = { readonly errorType: string; readonly errorMessage: string; readonly stack: string };

/** What came of one event. */
export type Answer = { readonly id: string } & ({ readonly result: string } | { readonly error: Failure });
