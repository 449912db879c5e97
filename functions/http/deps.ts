import { randomBytes } from "node:crypto";
import { timeId } from "../../shared/rules/time-id.ts";
import type { Label } from "../../shared/schema/label.ts";
import { type Documents, environment, openDocuments, openParameters, type Tables } from "../keys/aws.ts";
import type { Keys } from "../keys/keys.ts";
import { addRoot, parameterKeys, readSecret } from "../keys/root-parameters.ts";

/** An outside OpenID Connect issuer (外部统一身份认证): another way to prove who somebody is, and nothing more. */
export type OutsideIssuer = {
  readonly url: string;
  readonly clientId: string;
  /** What people call it. */
  readonly label: Label;
  readonly secret: () => Promise<string>;
};

/** What a function works with; everything that is not a pure value comes in here. */
export type Deps = {
  readonly documents: Documents;
  readonly tables: Tables;
  readonly keys: Keys;
  /** Adds a root key, which is current from then on, and gives its name. */
  readonly rotateKeys?: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new id, in order of time. */
  readonly newId: () => string;
  /** Where people reach us, when the installation says so. */
  readonly publicUrl?: string;
  /** Whether an account without a second step can do nothing but switch it on. */
  readonly secondStepRequired?: boolean;
  /** Present where the installation has an outside issuer. */
  readonly issuer?: OutsideIssuer;
};

let kept: Deps | undefined;

/** The collaborators of a deployed function, made once per container from its environment. */
export function lambdaDeps(): Deps {
  if (kept) return kept;
  const { tables, keyParameter, publicUrl, secondStepRequired, issuer } = environment();
  const parameters = openParameters();
  kept = {
    documents: openDocuments(),
    tables,
    keys: parameterKeys(parameters, keyParameter, () => Date.now()),
    rotateKeys: () => addRoot(parameters, keyParameter),
    now: () => Date.now(),
    newId: () => timeId(Date.now(), randomBytes(16)),
    secondStepRequired,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(issuer && { issuer: { ...issuer, secret: () => readSecret(parameters, issuer.secretParameter) } }),
  };
  return kept;
}
