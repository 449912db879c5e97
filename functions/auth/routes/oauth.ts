import { type Context, Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { credentials, grantAccess, SCOPE, type TokenError } from "../client-credentials.ts";

/** OAuth 2.0 for the district's programs: the token endpoint (RFC 6749 4.4) and its description (RFC 8414). */
export const oauthRoutes = (deps: Deps) =>
  new Hono()
    .post("/auth/token", async (c) => {
      const form = await readForm(c, 16 * 1024).catch((error: unknown) => {
        if (error instanceof Refusal) return undefined;
        throw error;
      });
      if (!form || new Set(form.keys()).size !== [...form.keys()].length) return refuse(c, "invalid_request");
      const grant = form.get("grant_type");
      if (!grant) return refuse(c, "invalid_request");
      if (grant !== "client_credentials") return refuse(c, "unsupported_grant_type");
      const request = credentials(c.req.header("authorization"), form);
      if (typeof request === "string") return refuse(c, request);
      const scopes = (form.get("scope") ?? SCOPE).split(" ").filter(Boolean);
      if (scopes.some((scope) => scope !== SCOPE)) return refuse(c, "invalid_scope");
      const answer = await grantAccess(deps, request);
      return answer ? c.json(answer, 200, { "cache-control": "no-store" }) : refuse(c, "invalid_client");
    })
    .all("/auth/token", (c) => {
      c.header("allow", "POST");
      return c.json({ error: "invalid_request" satisfies TokenError }, 405);
    })
    .get("/.well-known/oauth-authorization-server", (c) => {
      const issuer = ownOrigin(c, deps.publicUrl);
      return c.json(
        {
          issuer,
          token_endpoint: `${issuer}/auth/token`,
          token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
          grant_types_supported: ["client_credentials"],
          response_types_supported: [],
          scopes_supported: [SCOPE],
          service_documentation: `${issuer}/statistics/v1/openapi.json`,
        },
        200,
        { "cache-control": "public, max-age=300" },
      );
    });

function refuse(c: Context, error: TokenError): Response {
  const isClient = error === "invalid_client";
  return c.json({ error }, isClient ? 401 : 400, {
    "cache-control": "no-store",
    ...(isClient ? { "www-authenticate": 'Basic realm="linli", charset="UTF-8"' } : {}),
  });
}
