import { randomBytes } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Hono } from "hono";
import { createApi } from "../../functions/api/app.ts";
import { accountKey, areaKey, holderKey, sessionKey } from "../../functions/guard/account-keys.ts";
import type { Deps } from "../../functions/http/deps.ts";
import { keysFrom } from "../../functions/keys/keys.ts";
import type { EngineOptions } from "../../infra/local/dynamodb/engine.ts";
import { timeId } from "../../shared/rules/time-id.ts";
import { openTestEngine, type TestEngine } from "./engine.ts";
import { createTables, TEST_TABLES } from "./tables.ts";

export const COMMUNITY = "500100001001";
export const OTHER_COMMUNITY = "500100001002";

/** What an answer may hold, by the names of the contract; a test reads what its route gives. */
export type AnswerBody = {
  id: string;
  version: number;
  code: string;
  values: Record<string, unknown>;
  fields: { path: string; code: string; message: string }[];
  records: AnswerBody[];
  registers: { name: string; fields: Record<string, unknown> }[];
  changes: AnswerBody[];
  cursor?: string;
  since: string;
  more: boolean;
  current: AnswerBody;
  action: string;
  reason?: string;
  by: string[];
  value: string | null;
};
export type Answer = { status: number; body: AnswerBody & AnswerBody[]; headers: Headers };
export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** Who calls: the account, where its posts are, and the areas it looks after. */
export type Who = {
  community?: string;
  name?: string;
  account?: string;
  areas?: readonly { code: string; role: "street" | "district" }[];
  /** What is otherwise than in a session that lasts, and than in posts that do: one run out, a program's, posts over. */
  session?: Readonly<Record<string, unknown>>;
  until?: string;
};

export type TestApi = TestEngine & {
  api: Hono;
  deps: Deps;
  /** The clock of everything; move it by setting `clock.now`. */
  clock: { now: number };
  /** Somebody who holds these posts, and calls the API of that community (`/records…` under `/api/communities/{c}`). */
  as: (posts: readonly string[], options?: Who) => Promise<Caller>;
};

/** The staff API on the real engine in memory, with two communities. */
export async function openTestApi(options: Partial<EngineOptions> = {}): Promise<TestApi> {
  const clock = { now: Date.parse("2026-06-01T02:00:00Z") };
  const test = openTestEngine({ now: () => clock.now, ...options });
  await createTables(test.client);
  const root = randomBytes(32);
  const deps: Deps = {
    documents: test.documents,
    tables: TEST_TABLES,
    keys: keysFrom(async () => root),
    now: () => clock.now,
    newId: () => timeId(clock.now, randomBytes(16)),
  };
  for (const [code, name] of [
    [COMMUNITY.slice(0, 9), "Street"],
    [COMMUNITY, "First community"],
    [OTHER_COMMUNITY, "Second community"],
  ] as const) {
    await deps.documents.send(
      new PutCommand({ TableName: TEST_TABLES.records, Item: { ...areaKey(code), code, name } }),
    );
  }
  const api = createApi(deps);
  return { ...test, api, deps, clock, as: (posts, who = {}) => signedIn(api, deps, posts, who) };
}

/** An account with its posts and a token, as items where the guard looks for them. */
export function accountItems(
  deps: Deps,
  posts: readonly string[],
  { community = COMMUNITY, name = "Test clerk", account = deps.newId(), areas = [], session, until }: Who = {},
) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = deps.now() + 7 * 86_400_000;
  const terms = posts.map((post, index) => ({ id: `p${index}`, post, from: "2020-01-01", ...(until && { until }) }));
  const items: { TableName: string; Item: Record<string, unknown> }[] = [
    {
      TableName: TEST_TABLES.accounts,
      Item: { ...accountKey(account), account, name, login: account, areas, epoch: 0 },
    },
    {
      TableName: TEST_TABLES.accounts,
      Item: { ...sessionKey(token), kind: "bearer", account, epoch: 0, expiresAt, ...session },
    },
    { TableName: TEST_TABLES.records, Item: { ...holderKey(community, account), terms, version: 1 } },
  ];
  return { token, items };
}

async function signedIn(api: Hono, deps: Deps, posts: readonly string[], who: Who): Promise<Caller> {
  const { token, items } = accountItems(deps, posts, who);
  for (const item of items) await deps.documents.send(new PutCommand(item));
  const { community = COMMUNITY } = who;
  return async (method, path, body, headers = {}) => {
    const address = path.startsWith("/api/") ? path : `/api/communities/${community}${path}`;
    const raw = body instanceof Uint8Array || typeof body === "string";
    const response = await api.request(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && !raw && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const type = response.headers.get("content-type") ?? "";
    const answer = /\bjson/.test(type) ? await response.json() : new Uint8Array(await response.arrayBuffer());
    return { status: response.status, body: answer, headers: response.headers };
  };
}
