import { randomBytes } from "node:crypto";
import { timeId } from "../../shared/rules/time-id.ts";
import { type Documents, environment, openDocuments, openParameters, type Tables } from "../keys/aws.ts";
import { type Keys, parameterKeys } from "../keys/keys.ts";

/** What a function works with; everything that is not a pure value comes in here. */
export type Deps = {
  readonly documents: Documents;
  readonly tables: Tables;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new id, in order of time. */
  readonly newId: () => string;
  /** Where people reach us, when the installation says so. */
  readonly publicUrl?: string;
};

let kept: Deps | undefined;

/** The collaborators of a deployed function, made once per container from its environment. */
export function lambdaDeps(): Deps {
  if (kept) return kept;
  const { tables, keyParameter, publicUrl } = environment();
  kept = {
    documents: openDocuments(),
    tables,
    keys: parameterKeys(openParameters(), keyParameter),
    now: () => Date.now(),
    newId: () => timeId(Date.now(), randomBytes(16)),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
  return kept;
}
