import fc from "fast-check";
import { small, sort } from "./thing.ts";
import { check, deletion, put, update, type Write } from "./write.ts";

export type Asked = { from: string; to: string; forward: boolean; least: number; limit: number };

/** What may happen next. */
export type Step =
  | { write: Write }
  | { transaction: Write[]; token: string | undefined }
  | { batch: Write[] }
  | { read: string[] }
  | { query: Asked };

const PUT = { weight: 2, arbitrary: put };
const one: fc.Arbitrary<Write> = fc.oneof(PUT, deletion, { weight: 3, arbitrary: update });
/** Most name each thing once, as they must; some do not, and are refused. */
const several = <T extends Write>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(of, { selector: ({ sk }) => sk, minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(of, { minLength: 2, maxLength: 4 }) },
  );

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: one.map((write) => ({ write })) },
  {
    weight: 4,
    arbitrary: fc.record({
      transaction: several(fc.oneof(one, check)),
      token: fc.option(fc.constantFrom("first", "second"), { nil: undefined, freq: 3 }),
    }),
  },
  { weight: 2, arbitrary: several(fc.oneof(put, deletion)).map((batch) => ({ batch })) },
  { weight: 2, arbitrary: fc.array(sort, { minLength: 1, maxLength: 5 }).map((read) => ({ read })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ from: sort, to: sort, forward: fc.boolean(), least: small, limit: fc.integer({ min: 1, max: 4 }) })
      .map((query) => ({ query })),
  },
);
