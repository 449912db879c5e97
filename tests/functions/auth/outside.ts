import type { Hono } from "hono";
import { createAuth } from "../../../functions/auth/app.ts";
import { linkSubject, subjectOf } from "../../../functions/auth/outside/link.ts";
import { hashPassword } from "../../../functions/auth/password.ts";
import { accountKey, loginKey } from "../../../functions/guard/account-keys.ts";
import { readAccount } from "../../../functions/guard/actor.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { openItems } from "../../../functions/store/items.ts";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { anIssuer, aVisitor, type Visitor } from "./an-issuer.ts";
import { anInstallation, aSession, type Call, call, cookieOf, ORIGIN, PASSWORD } from "./installation.ts";

export const CALLBACK = "/auth/outside/callback";

/** An installation that has an outside issuer, and what a browser does with both. */
export async function anOpenInstallation(options: Partial<EngineOptions> = {}) {
  const plain = await anInstallation(options);
  const issuer = await anIssuer(ORIGIN + CALLBACK);
  const deps: Deps = { ...plain.deps, issuer: issuer.outside };
  const linli = { ...plain, deps, auth: createAuth(deps) };
  // Weighing a password is made expensive: one is weighed for all.
  const password = await hashPassword(PASSWORD);
  return {
    ...linli,
    issuer,
    /** Begins at a form of ours, proves oneself at the issuer, and comes back; gives the last answer. */
    async round(path: string, visitor: Visitor, given: Call = {}): Promise<Response> {
      const { back, cookie } = await setOut(linli.auth, issuer, path, visitor, given);
      return call(linli.auth, back, { cookie: [cookie, given.cookie].filter(Boolean).join("; ") });
    },
    setOut: (path: string, visitor: Visitor, given: Call = {}) => setOut(linli.auth, issuer, path, visitor, given),
    signIn: (subject: string, to = "") => goIn(linli.auth, issuer, subject, to),
    /** Somebody who has taken an invitation up with the tests' password, and is signed in. */
    async anAccount(login: string): Promise<{ account: string; cookie: string }> {
      const account = deps.newId();
      await openItems(deps.documents, "accounts").write(
        { put: { ...accountKey(account), account, name: `Office ${login}`, login, password, epoch: 0 } },
        { put: { ...loginKey(login), account } },
      );
      return { account, cookie: await aSession(linli, login) };
    },
    /** Ties an account to a subject, as coming back from the issuer does. */
    async tie(account: string, subject: string): Promise<void> {
      const found = await readAccount(deps, account);
      if (!found || !(await linkSubject(deps, found, await subjectOf(deps, issuer.outside, subject)))) {
        throw new Error(`${account} cannot be tied to ${subject}`);
      }
    },
    /** Ties the account behind a session to a subject. */
    async link(cookie: string, subject: string): Promise<Response> {
      return this.round("/auth/outside/link", aVisitor(subject), { cookie, form: { outsidePassword: PASSWORD } });
    },
    async close() {
      await issuer.close();
      await plain.close();
    },
  };
}
export type OpenInstallation = Awaited<ReturnType<typeof anOpenInstallation>>;
type Issuer = Awaited<ReturnType<typeof anIssuer>>;

/** Goes to the issuer and stops short of coming back: the address at which the browser would, and its cookie. */
async function setOut(auth: Hono, issuer: Issuer, path: string, visitor: Visitor, given: Call) {
  const answer = await call(auth, path, { form: {}, ...given });
  const page = await answer.text();
  const [, to] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page) ?? [];
  if (!to) throw new Error(`${path} leads nowhere: ${answer.status} ${answer.headers.get("location")} ${page}`);
  const asked = to.replaceAll("&amp;", "&");
  const back = await issuer.visit(asked, visitor);
  if (!back.startsWith(ORIGIN)) throw new Error(`The issuer leads to ${back}`);
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-outside=")) ?? "";
  return { asked, line, cookie: line.split(";")[0] ?? "", back: back.slice(ORIGIN.length) };
}

async function goIn(auth: Hono, issuer: Issuer, subject: string, to: string): Promise<Response> {
  const { back, cookie } = await setOut(auth, issuer, "/auth/outside/start", aVisitor(subject), { form: { to } });
  return call(auth, back, { cookie });
}

/** Why nobody was let in, as the address says that an answer leads to; a session with it would be a fault. */
export function whyNot(answer: Response): string | null {
  if (cookieOf(answer)) throw new Error("somebody was let in");
  const to = new URL(answer.headers.get("location") ?? "/", ORIGIN);
  return to.pathname === "/auth/outside/failed" ? to.searchParams.get("why") : to.pathname;
}
