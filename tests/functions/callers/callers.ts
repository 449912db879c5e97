import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Hono } from "hono";
import { createAuth } from "../../../functions/auth/app.ts";
import { createBoard } from "../../../functions/board/app.tsx";
import { createForm } from "../../../functions/form/app.ts";
import type { OutsideIssuer } from "../../../functions/http/deps.ts";
import { createStatistics } from "../../../functions/statistics/app.ts";
import { POST_ROLES } from "../../../shared/guard/roles.ts";
import { accountItems, COMMUNITY, OTHER_COMMUNITY, type TestApi, type Who } from "../../support/api.ts";

export const STREET = COMMUNITY.slice(0, 9);
export const DISTRICT = COMMUNITY.slice(0, 6);

export const POSTS = Object.keys(POST_ROLES);
/** Whoever shows nothing that holds. What a resident has is a receipt: it opens its own page and nothing else. */
export const SIGNED_OUT = ["nobody", "resident", "expired", "signed-out"];
/** Whoever has an account and no part in the community. */
export const STRANGERS = ["neighbour", "honour", "post-over", "other-street", "other-district", "program"];
export const KINDS = [...SIGNED_OUT, ...STRANGERS, ...POSTS, "street", "district"];

const area = (code: string, role: "street" | "district") => ({ areas: [{ code, role }] });
/** What is odd about somebody; everybody else holds the post of their name. */
const ODD: Readonly<Record<string, readonly [posts: string[], who?: Who]>> = {
  expired: [["director"], { session: { expiresAt: 0 } }],
  "signed-out": [["director"], { session: { epoch: -1 } }],
  neighbour: [["director"], { community: OTHER_COMMUNITY }],
  honour: [["group-leader"]],
  "post-over": [["director"], { until: "2026-05-31" }],
  "other-street": [[], area("500100002", "street")],
  "other-district": [[], area("500101", "district")],
  program: [["director"], { session: { kind: "client", area: DISTRICT } }],
  street: [[], area(STREET, "street")],
  district: [[], area(DISTRICT, "district")],
};

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Ask = (who: string, asked: Asked) => Promise<Response>;

export type Apps = Readonly<Record<"api" | "auth" | "statistics" | "form" | "board", Hono>>;

/** An outside issuer that nobody reaches: its addresses are there, and lead no further. */
const OUTSIDE: OutsideIssuer = {
  url: "http://127.0.0.1:1",
  clientId: "linli",
  label: { zh: "统一认证", en: "the outside sign-in" },
  secret: async () => "secret",
};

/** The applications that answer requests, on the same tables. */
export function appsOf({ api, deps }: TestApi): Apps {
  return {
    api,
    auth: createAuth({ ...deps, issuer: OUTSIDE }),
    statistics: createStatistics(deps),
    form: createForm(deps),
    board: createBoard(deps),
  };
}

function appFor(apps: Apps, path: string): Hono {
  if (path.startsWith("/auth/") || path.startsWith("/.well-known/")) return apps.auth;
  if (path.startsWith("/statistics")) return apps.statistics;
  if (/^\/[fr](\/|$)/.test(path)) return apps.form;
  return /^\/(c|kiosk)\//.test(path) ? apps.board : apps.api;
}

/** One request as the gateway hands it over. */
export async function requested(apps: Apps, { method, path, body, headers = {} }: Asked): Promise<Response> {
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const type = body === undefined || raw ? undefined : "application/json";
  return appFor(apps, path).request(
    path,
    {
      method,
      headers: { ...(type && { "content-type": type }), ...headers },
      ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    },
    { event: { requestContext: { http: { sourceIp: "10.0.0.1" } } } },
  );
}

/** Every kind of caller: of the interfaces of programs by a bearer token, of pages by the cookie of a session. */
export async function everyCaller(linli: TestApi, by: "bearer" | "session" = "bearer"): Promise<Ask> {
  const apps = appsOf(linli);
  const shown = new Map<string, Readonly<Record<string, string>>>();
  const show = (kind: string, token: string) =>
    shown.set(kind, by === "bearer" ? { authorization: `Bearer ${token}` } : { cookie: `session=${token}` });
  const puts = KINDS.filter((kind) => kind !== "nobody").flatMap((kind) => {
    const [posts, who = {}] = ODD[kind] ?? [[kind]];
    const session = { ...(by === "session" && { kind: by }), ...who.session };
    const named = { name: `Caller ${kind}`, account: `caller-${kind}`, ...who, session };
    const { token, items } = accountItems(linli.deps, posts, named);
    show(kind, token);
    return items;
  });
  for (const TableName of new Set(puts.map((put) => put.TableName))) {
    const requests = puts.filter((put) => put.TableName === TableName).map(({ Item }) => ({ PutRequest: { Item } }));
    while (requests.length > 0) {
      const RequestItems = { [TableName]: requests.splice(0, 25) };
      const { UnprocessedItems = {} } = await linli.deps.documents.send(new BatchWriteCommand({ RequestItems }));
      requests.push(...((UnprocessedItems[TableName] ?? []) as typeof requests));
    }
  }
  show("resident", "0123456789abcdefghjkmnpqrs");
  const origin: Readonly<Record<string, string>> = by === "session" ? { origin: "http://localhost" } : {};
  return async (kind, asked) =>
    requested(apps, { ...asked, headers: { ...origin, ...asked.headers, ...shown.get(kind) } });
}
