import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";

/** What one round with the issuer is bound to; none of it is known to anybody but us and the browser. */
export type Round = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type Client = { readonly url: string; readonly clientId: string; readonly secret: string };

/** Why an issuer's answer is worth nothing; `detail` is a code for the log and says nothing about a person. */
export type Failure = {
  readonly why: "declined" | "old" | "unreachable" | "distrusted";
  readonly detail: string;
};

/** One issuer, as its own description says (OpenID Connect Discovery 1.0). */
export type Issuer = {
  /** Where the browser goes to prove who somebody is; `afresh` asks them for it even if they have just done so. */
  readonly address: (round: Round, redirectUri: string, afresh: boolean) => Promise<string>;
  /** The subject the issuer vouches for, from the address at which the browser came back. */
  readonly subject: (round: Round, cameBack: URL) => Promise<string>;
};

/** Seconds an issuer has for each answer: discovery, token and keys together stay below what the gateway waits. */
const TIMEOUT = 8;
/** Seconds by which the issuer's clock may be off. */
const TOLERANCE = 60;

/** Reads the issuer's description. Without encryption only one on this machine is spoken to. */
export async function discover({ url, clientId, secret }: Client): Promise<Issuer> {
  const address = new URL(url);
  const isHere = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(address.hostname);
  const execute = [enableNonRepudiationChecks, ...(isHere ? [allowInsecureRequests] : [])];
  const metadata = { client_secret: secret, [clockTolerance]: TOLERANCE };
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  const config = await discovery(
    address,
    clientId,
    metadata,
    // Basic is what an issuer offers that says nothing (OpenID Connect Discovery 1.0, 3).
    (as, client, body, headers) =>
      (as.token_endpoint_auth_methods_supported?.includes("client_secret_basic") === false ? post : basic)(
        as,
        client,
        body,
        headers,
      ),
    { execute, timeout: TIMEOUT },
  );
  return {
    address: async ({ state, nonce, verifier }, redirectUri, afresh) =>
      buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        // Nobody's name or address is asked for: who they are here is known here.
        scope: "openid",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(afresh && { prompt: "login" }),
      }).href,
    subject: (round, cameBack) => subjectOf(config, round, cameBack),
  };
}

async function subjectOf(config: Configuration, { state, nonce, verifier }: Round, cameBack: URL): Promise<string> {
  const tokens = await authorizationCodeGrant(config, cameBack, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const subject = tokens.claims()?.sub;
  if (!subject) throw Object.assign(new Error("The token is about nobody"), { code: "no-subject" });
  return subject;
}

/** What an error of these calls means to the person who waits. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AuthorizationResponseError) return { why: "declined", detail: error.error };
  if (error instanceof ResponseBodyError) {
    return { why: error.error === "invalid_grant" ? "old" : "unreachable", detail: error.error };
  }
  // An issuer says so when our secret is not the right one (RFC 6749, 5.2).
  if (error instanceof WWWAuthenticateChallengeError) return { why: "unreachable", detail: "challenged" };
  // How `fetch` says that a connection failed.
  if (error instanceof TypeError) return { why: "unreachable", detail: "no-connection" };
  const detail = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const isSilent = detail === "OAUTH_TIMEOUT" || detail === "OAUTH_RESPONSE_IS_NOT_CONFORM";
  return { why: isSilent ? "unreachable" : "distrusted", detail };
}
