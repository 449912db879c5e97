import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import type { OutsideIssuer } from "../../../functions/http/deps.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KEY = { ...privateKey.export({ format: "jwk" }), kid: "first", use: "sig", alg: "RS256" };
const CLIENT = { id: "linli", secret: "a secret of the client & more" };
const LABEL = { zh: "区统一认证", en: "the district's sign-in" };

export type TokenPart = Record<string, unknown>;

/** Somebody's browser at the issuer: what it was given there, and who sits before it. */
export type Visitor = {
  /** Who they say they are; undefined for somebody who presses "cancel". */
  subject: string | undefined;
  readonly cookies: Map<string, string>;
  /** How often they were asked. */
  asked: number;
};
export const aVisitor = (subject?: string): Visitor => ({ subject, cookies: new Map(), asked: 0 });

/** A real OpenID Connect issuer on a port of this machine, whose answers a test may spoil. */
export async function anIssuer(redirectUri: string, port = 0) {
  let provider: Provider | undefined;
  let visiting: Visitor | undefined;
  const spoil: { token?: ((token: string) => string) | undefined } = {};
  const server = createServer((req, res) => provider?.callback()(req, res));
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made = new Provider(url, {
    jwks: { keys: [KEY] },
    cookies: { keys: ["a key of the issuer's cookies"] },
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 3600, IdToken: 60, Interaction: 600, Session: 3600 },
    pkce: { required: () => true },
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, name: "Office 500112", email: "yubei@example.cn", preferred_username: "yubei" }),
    }),
    loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string }; client: { clientId: string } } }) => {
      const grant = new made.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  made.use(async (ctx, next) => {
    if (ctx.path.startsWith("/interaction/")) {
      ctx.respond = false;
      if (visiting) visiting.asked += 1;
      const said = visiting?.subject;
      const result = said === undefined ? { error: "access_denied" } : { login: { accountId: said } };
      await made.interactionFinished(ctx.req, ctx.res, result);
      return;
    }
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === "/token" && body?.id_token && spoil.token) {
      ctx.body = { ...body, id_token: spoil.token(body.id_token) };
    }
  });
  provider = made;

  const outside: OutsideIssuer = { url, clientId: CLIENT.id, label: LABEL, secret: async () => CLIENT.secret };
  return {
    url,
    port: (server.address() as AddressInfo).port,
    outside,
    spoil,
    secret: CLIENT.secret,
    /** Follows the issuer's pages with somebody's browser until it sends them back to us; gives that address. */
    async visit(address: string, visitor: Visitor): Promise<string> {
      visiting = visitor;
      let at = address;
      while (at.startsWith(url)) {
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          visitor.cookies.set(name, value);
        }
        const to = answer.headers.get("location");
        if (!to) throw new Error(`The issuer stopped at ${at}: ${answer.status} ${await answer.text()}`);
        at = new URL(to, at).href;
      }
      return at;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A token with parts of its header and its claims changed, signed again with the issuer's key or another. */
export function resigned(token: string, claims: TokenPart, header: TokenPart = {}, key = privateKey): string {
  const [head = "", body = ""] = token.split(".");
  const part = (text: string, more: TokenPart) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(text, "base64url").toString()), ...more })).toString(
      "base64url",
    );
  const signed = `${part(head, header)}.${part(body, claims)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
}

export const anotherKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
