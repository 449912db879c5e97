import type { OutsideIssuer } from "../../http/deps.ts";
import { note } from "../../http/notes.ts";
import type { Failure, Issuer, Round } from "./openid.late.ts";

/** How long an issuer's description is believed; its signing keys are looked up anew whenever one is unknown. */
const KEPT_MS = 3600_000;

type Kept = { readonly at: number; readonly issuer: Promise<Issuer> };
const kept = new Map<string, Kept>();

export type Answer<T> = { readonly value: T } | { readonly failed: Failure["why"] };

/** Where the browser is sent to prove who somebody is. */
export function addressAt(
  outside: OutsideIssuer,
  now: number,
  round: Round,
  given: { readonly redirectUri: string; readonly afresh: boolean },
): Promise<Answer<string>> {
  return ask(outside, now, (issuer) => issuer.address(round, given.redirectUri, given.afresh));
}

/** The subject that the issuer vouches for, when the browser has come back to this address. */
export function subjectFrom(outside: OutsideIssuer, now: number, round: Round, cameBack: URL): Promise<Answer<string>> {
  return ask(outside, now, (issuer) => issuer.subject(round, cameBack));
}

/**
 * Asks the issuer for something. Whatever it does wrong becomes a reason that can be told, and stands in the
 * request's line in the log for whoever looks after the installation.
 */
async function ask<T>(outside: OutsideIssuer, now: number, what: (issuer: Issuer) => Promise<T>): Promise<Answer<T>> {
  const { discover, failureOf } = await import("./openid.late.ts");
  const { url, clientId } = outside;
  let known = kept.get(url);
  if (!known || now - known.at >= KEPT_MS) {
    const secret = await secretOf(outside);
    if (secret === undefined) return refused(url, { why: "unreachable", detail: "no-client-secret" });
    known = { at: now, issuer: discover({ url, clientId, secret }) };
    kept.set(url, known);
  }
  try {
    return { value: await what(await known.issuer) };
  } catch (error) {
    return refused(url, failureOf(error));
  }
}

function refused(url: string, failure: Failure): { readonly failed: Failure["why"] } {
  // A description that could not be read is not kept, and a changed secret or a moved endpoint is found by asking anew.
  if (failure.why === "unreachable" || failure.why === "distrusted") kept.delete(url);
  note({ refused: `outside-${failure.why} ${failure.detail}` });
  return { failed: failure.why };
}

/** Our client's secret; undefined where nobody has put one in its place. */
function secretOf(outside: OutsideIssuer): Promise<string | undefined> {
  return outside.secret().catch((error: unknown) => {
    if (error instanceof Error && error.name === "ParameterNotFound") return undefined;
    throw error;
  });
}
