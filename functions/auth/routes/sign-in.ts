import type { Context } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Account } from "../../guard/account-items.ts";
import { lacksSecondStep } from "../../guard/actor.ts";
import { refuseForeignOrigin } from "../../guard/same-origin.ts";
import { readForm } from "../../http/body.ts";
import { sessionCookie, setSessionCookie } from "../../http/cookies.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { note } from "../../http/notes.ts";
import { sourceAddress } from "../../http/origin.ts";
import { readDemo } from "../demo.ts";
import { deviceOf } from "../device.ts";
import { ownPath } from "../own-path.ts";
import { beginSecondStep, takeSecondStep } from "../second-step.ts";
import { endSession, openSession, SESSION_SECONDS } from "../sessions.ts";
import { accountOf, checkLogin } from "../sign-in.ts";
import { SecondStepPage, type SecondStepProps } from "../views/SecondStepPage.tsx";
import { SignInPage, type SignInProps } from "../views/SignInPage.tsx";
import { wordsIn } from "../views/words.ts";
import { pages } from "./pages.ts";

const FORM_BYTES = 16 * 1024;

/** The door: GET and POST /auth/sign-in, and a demo's buttons. GET /auth/demo says whether this is a demo. */
export const signInRoutes = (deps: Deps) =>
  pages()
    .get("/auth/sign-in", (c) => signInPage(deps, c, 200, { to: ownPath(c.req.query("to")) }))
    .post("/auth/sign-in", async (c) => {
      refuseForeignOrigin(deps, c);
      const form = await readForm(c, FORM_BYTES);
      const to = ownPath(form.get("to"));
      const login = (form.get("login") ?? "").slice(0, 200);
      const say = wordsIn(pageLanguage(c));
      try {
        const given = { login, password: form.get("password") ?? "", address: sourceAddress(c) };
        const account = await checkLogin(deps, given);
        if (account) return await admit(deps, c, account, to);
        return await signInPage(deps, c, 401, { to, login, notice: say("wrong") });
      } catch (error) {
        return await signInPage(deps, c, 429, { to, login, notice: lockedNotice(c, error) });
      }
    })
    .post("/auth/second-step", async (c) => {
      refuseForeignOrigin(deps, c);
      const form = await readForm(c, FORM_BYTES);
      const to = ownPath(form.get("to"));
      const ticket = form.get("ticket") ?? "";
      const say = wordsIn(pageLanguage(c));
      try {
        const account = await takeSecondStep(deps, ticket, form.get("code") ?? "", sourceAddress(c));
        if (account) return await enter(deps, c, account, to);
        return await secondStepPage(c, 401, { to, ticket, notice: say("wrongCode") });
      } catch (error) {
        const isOld = error instanceof Refusal && error.code === "gone";
        if (isOld) return await signInPage(deps, c, 401, { to, notice: say("tooLate") });
        return await secondStepPage(c, 429, { to, ticket, notice: lockedNotice(c, error) });
      }
    })
    .get("/auth/demo", async (c) => c.json({ demo: (await readDemo(deps)).length > 0 }))
    .post("/auth/demo", async (c) => {
      refuseForeignOrigin(deps, c);
      const form = await readForm(c, FORM_BYTES);
      const entry = (await readDemo(deps)).find(({ login }) => login === form.get("login"));
      const account = entry && (await accountOf(deps, entry.login));
      if (!account) throw new Refusal("not-found");
      return enter(deps, c, account, ownPath(form.get("to")));
    });

/**
 * Lets in somebody who has proved who they are, by password or by an outside account: at once, or after the second step
 * where the account has one. What an issuer says of its own second step is not looked at.
 */
export async function admit(deps: Deps, c: Context, account: Account, to: string): Promise<Response> {
  if (account.totp === "") return enter(deps, c, account, to);
  return secondStepPage(c, 200, { to, ticket: await beginSecondStep(deps, account) });
}

/**
 * Opens a fresh session: one that the browser carried before, planted or old, ends. Who must switch the second step on
 * first is led to where that is done.
 */
export async function enter(deps: Deps, c: Context, account: Account, to: string): Promise<Response> {
  await carrySession(deps, c, account);
  return c.redirect(lacksSecondStep(deps, account) ? "/auth/account" : to, 303);
}

/** The same without going anywhere: the answer that follows carries the session. */
export async function carrySession(deps: Deps, c: Context, account: Account): Promise<void> {
  const before = sessionCookie(c);
  if (before) await endSession(deps, before);
  note({ by: account.account });
  setSessionCookie(c, await openSession(deps, account, deviceOf(c)), SESSION_SECONDS);
}

/** When one who tried too often may try again, in words and in the header; any other error goes on. */
export function lockedNotice(c: Context, error: unknown): string {
  if (!(error instanceof Refusal && error.code === "too-many")) throw error;
  const seconds = Math.ceil(Number(error.extra.retryAfter));
  note({ refused: error.code });
  c.header("retry-after", String(seconds));
  return wordsIn(pageLanguage(c))("locked", { minutes: Math.max(1, Math.ceil(seconds / 60)) });
}

function secondStepPage(c: Context, status: 200 | 401 | 429, props: Omit<SecondStepProps, "language">) {
  return c.html(SecondStepPage({ ...props, language: pageLanguage(c) }), status);
}

async function signInPage(
  deps: Deps,
  c: Context,
  status: 200 | 401 | 429,
  props: Pick<SignInProps, "to" | "login" | "notice">,
): Promise<Response> {
  const demo = await readDemo(deps);
  return c.html(SignInPage({ ...props, language: pageLanguage(c), demo, outside: deps.issuer?.label }), status);
}
