import { timingSafeEqual } from "node:crypto";
import { newSecret } from "../accounts/secret.ts";
import { clientItem } from "../guard/account-items.ts";
import { clientKey, hashOf } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { note } from "../http/notes.ts";
import { openItems } from "../store/items.ts";
import { sessionWrite } from "./sessions.ts";

/** The only scope there is: counts, never a person. */
export const SCOPE = "statistics";
const ACCESS_SECONDS = 600;

/** What RFC 6749 section 5.2 calls the ways a token is refused. */
export type TokenError = "invalid_request" | "invalid_client" | "unsupported_grant_type" | "invalid_scope";
export type TokenRequest = { readonly client: string; readonly secret: string; readonly via: "basic" | "body" };

/** The client's name and secret from the header or the body, never from both. */
export function credentials(authorization: string | undefined, form: URLSearchParams): TokenRequest | TokenError {
  const inBody = form.get("client_secret");
  if (authorization === undefined) {
    const client = form.get("client_id");
    return client && inBody ? { client, secret: inBody, via: "body" } : "invalid_client";
  }
  if (inBody !== null) return "invalid_request";
  const encoded = /^Basic ([A-Za-z0-9+/=_-]+)$/i.exec(authorization)?.[1];
  const pair = encoded === undefined ? "" : Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  const client = colon < 1 ? undefined : formDecoded(pair.slice(0, colon));
  const secret = colon < 1 ? undefined : formDecoded(pair.slice(colon + 1));
  if (client === undefined || secret === undefined) return "invalid_client";
  const named = form.get("client_id");
  return named !== null && named !== client ? "invalid_request" : { client, secret, via: "basic" };
}

/** A ten-minute token for a district's program (区级客户端), or undefined when its secret is not one of the live two. */
export async function grantAccess(deps: Deps, request: TokenRequest): Promise<object | undefined> {
  const items = openItems(deps.documents, deps.tables.accounts);
  const wellFormed = /^\d{6}-[\w-]{1,40}$/.test(request.client) ? request.client : "000000-nobody";
  const found = await items.get(clientKey(wellFormed));
  const client = found && clientItem.parse(found);
  const given = Buffer.from(hashOf(request.secret));
  const matches = (client?.secrets ?? []).filter(({ hash }) => {
    const kept = Buffer.from(hash);
    return kept.length === given.length && timingSafeEqual(kept, given);
  });
  if (!client || matches.length === 0) {
    note({ refused: "invalid-client", about: client?.client ?? "nobody" });
    return undefined;
  }
  note({ by: client.client });
  const token = newSecret();
  const item = { kind: "client", account: client.client, area: client.area, name: client.name };
  await items.write(sessionWrite(deps, token, ACCESS_SECONDS, item));
  return { access_token: token, token_type: "Bearer", expires_in: ACCESS_SECONDS, scope: SCOPE };
}

function formDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return undefined;
  }
}
