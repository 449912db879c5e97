import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import type { Hono } from "hono";
import { createAuth } from "../../../functions/auth/app.ts";
import { answerDirectly } from "../../../functions/auth/direct.ts";
import { openSession } from "../../../functions/auth/sessions.ts";
import { accountOf } from "../../../functions/auth/sign-in.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { keysFrom } from "../../../functions/keys/keys.ts";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { timeId } from "../../../shared/rules/time-id.ts";
import { openTestEngine } from "../../support/engine.ts";

export const ORIGIN = "https://linli.example";
/** A Tuesday noon in China. */
export const NOON = Date.parse("2026-11-24T04:00:00Z");

export type Installation = Awaited<ReturnType<typeof anInstallation>>;

/** An empty installation with its own database and a clock that the test moves. */
export async function anInstallation(options: Partial<EngineOptions> = {}) {
  const clock = { now: NOON };
  let made = 0;
  const { client, documents, engine } = openTestEngine({ now: () => clock.now, ...options });
  for (const TableName of ["records", "counts", "accounts"]) {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "S" },
        ],
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
      }),
    );
  }
  const deps: Deps = {
    documents,
    tables: { records: "records", counts: "counts", accounts: "accounts" },
    keys: keysFrom(async () => Buffer.alloc(32, 7)),
    now: () => clock.now,
    newId: () => {
      made += 1;
      return timeId(
        clock.now,
        Uint8Array.from({ length: 16 }, (_, digit) => Math.floor(made / 32 ** (15 - digit)) % 32),
      );
    },
  };
  return { deps, clock, client, engine, auth: createAuth(deps), close: () => engine.close() };
}

export type Call = {
  readonly headers?: Record<string, string>;
  readonly cookie?: string | undefined;
  readonly bearer?: string;
  readonly form?: Record<string, string>;
  readonly json?: unknown;
  readonly method?: string;
  readonly from?: string;
  /** The page that sends it; `null` for a program that says nothing. */
  readonly origin?: string | null;
};

/** One request as a browser of ours, or a program, sends it. */
export async function call(app: Hono, path: string, given: Call = {}): Promise<Response> {
  const hasBody = given.form !== undefined || given.json !== undefined;
  const method = given.method ?? (hasBody ? "POST" : "GET");
  const origin = given.origin === undefined ? ORIGIN : given.origin;
  const headers: Record<string, string> = {
    ...(given.form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
    ...(given.json === undefined ? {} : { "content-type": "application/json" }),
    ...(method !== "GET" && origin !== null ? { origin } : {}),
    ...(given.cookie ? { cookie: given.cookie } : {}),
    ...(given.bearer ? { authorization: `Bearer ${given.bearer}` } : {}),
    ...given.headers,
  };
  const body = given.form ? new URLSearchParams(given.form).toString() : JSON.stringify(given.json);
  const request = new Request(ORIGIN + path, { method, headers, ...(hasBody ? { body } : {}) });
  return app.fetch(request, { event: { requestContext: { http: { sourceIp: given.from ?? "192.0.2.1" } } } });
}

/** The session cookie an answer sets, as the browser sends it back. */
export function cookieOf(answer: Response): string | undefined {
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-session="));
  return line?.split(";")[0];
}

export const PASSWORD = "a sentence of their own";

/** Invites an area's account directly and takes the invitation up; gives its id and cookie. */
export async function anAreaAccount(linli: Installation, area: string, login: string) {
  const answer = await answerDirectly(linli.deps, { invite: { area, name: `Office ${area}` } });
  const { account, path } = answer as { account: string; path: string };
  return { account, login, ...(await takeUp(linli, path, login)) };
}

/** Takes an invitation up with a login and the tests' password. */
export async function takeUp(linli: Installation, path: string, login: string) {
  const answer = await call(linli.auth, path, { form: { login, password: PASSWORD, repeat: PASSWORD } });
  return { status: answer.status, cookie: cookieOf(answer) ?? "" };
}

export function signIn(linli: Installation, login: string, password = PASSWORD, given: Call = {}): Promise<Response> {
  return call(linli.auth, "/auth/sign-in", { form: { login, password }, ...given });
}

/** A session's cookie without the work of checking a password. */
export async function aSession(linli: Installation, login: string): Promise<string> {
  const account = await accountOf(linli.deps, login);
  if (!account) throw new Error(`nobody is called ${login}`);
  return `__Host-session=${await openSession(linli.deps, account, "")}`;
}
