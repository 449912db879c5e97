import type { Context } from "hono";
import { type FieldProblem, invalid, Refusal } from "../../../shared/contract/refusal.ts";
import type { Account } from "../../guard/account-items.ts";
import { authenticate, lacksSecondStep, readAccount } from "../../guard/actor.ts";
import { refuseForeignOrigin } from "../../guard/same-origin.ts";
import { readForm } from "../../http/body.ts";
import { clearSessionCookie, sessionCookie } from "../../http/cookies.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { wrongPassword, wrongSteps } from "../again.ts";
import { isLinked } from "../outside/link.ts";
import { hashPassword } from "../password.ts";
import { accessOf, endAccess, endSession, listAccess, signOutEverywhere } from "../sessions.ts";
import { passwordProblems } from "../take-up.ts";
import { AccountPage } from "../views/AccountPage.tsx";
import { pages } from "./pages.ts";
import { enter } from "./sign-in.ts";

/** One's own account: password, and the ways out. */
export const accountRoutes = (deps: Deps) =>
  pages()
    .get("/auth/account", async (c) => accountPage(deps, c, await signedIn(deps, c)))
    .post("/auth/password", async (c) => {
      const account = await signedIn(deps, c);
      const form = await readForm(c, 16 * 1024);
      const text = (name: string) => form.get(name) ?? "";
      const login = account.login ?? "";
      try {
        const problems = await passwordProblems({ password: text("password"), repeat: text("repeat") }, login);
        if (problems.length > 0) throw invalid(...problems);
        const wrong = await wrongSteps(deps, c, account, form, { password: "current", code: "currentCode" });
        if (wrong.length > 0) throw invalid(...wrong);
        const changed = await signOutEverywhere(deps, account, {
          password: await hashPassword(text("password")),
        });
        return await enter(deps, c, changed, "/auth/account?changed=1");
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
        return accountPage(deps, c, account, error.fields);
      }
    })
    .post("/auth/sign-out", async (c) => {
      refuseForeignOrigin(deps, c);
      const secret = sessionCookie(c);
      if (secret) await endSession(deps, secret);
      leave(c);
      return c.redirect("/auth/sign-in", 303);
    })
    .post("/auth/sign-out-there", async (c) => {
      const account = await signedIn(deps, c);
      const form = await readForm(c, 16 * 1024);
      const problem = await wrongAgain(deps, c, account, form);
      if (problem) return accountPage(deps, c, account, [problem]);
      // One that has ended meanwhile is as it should be.
      await endAccess(deps, account.account, form.get("id") ?? "");
      return c.redirect("/auth/account", 303);
    })
    .post("/auth/sign-out-everywhere", async (c) => {
      const account = await signedIn(deps, c);
      const problem = await wrongAgain(deps, c, account, await readForm(c, 16 * 1024));
      if (problem) return accountPage(deps, c, account, [problem]);
      await signOutEverywhere(deps, account);
      leave(c);
      return c.redirect("/auth/sign-in", 303);
    });

/**
 * Takes the session from the browser, and with it whatever the console has kept there (Clear-Site-Data). The console
 * itself asks in JSON: it clears away what is about people, and goes on knowing how its sheets look.
 */
function leave(c: Context): void {
  clearSessionCookie(c);
  if (c.req.header("content-type") !== "application/json") c.header("clear-site-data", '"storage"');
}

/** Whoever sits at an open screen ends nothing without the password; who has none has only the screen. */
async function wrongAgain(deps: Deps, c: Context, account: Account, form: URLSearchParams) {
  return account.password ? wrongPassword(deps, c, account, form, "accessPassword") : undefined;
}

/** One's own account as a page; with what is wrong with a form on it. */
export async function accountPage(deps: Deps, c: Context, account: Account, problems: readonly FieldProblem[] = []) {
  const { name, login = "", totp, recovery, password } = account;
  const recoveryLeft = totp === "" ? undefined : recovery.length;
  const isChanged = c.req.query("changed") === "1";
  const [open, here] = await Promise.all([listAccess(deps, account), accessOf(deps, sessionCookie(c) ?? "")]);
  const access = open.map((each) => ({ ...each, isHere: each.id === here?.id }));
  const language = pageLanguage(c);
  const { issuer } = deps;
  const outside = issuer && { label: issuer.label[language], isLinked: isLinked(account, issuer) };
  const hasPassword = Boolean(password);
  const isRequired = lacksSecondStep(deps, account);
  const props = { language, name, login, hasPassword, isChanged, isRequired, recoveryLeft, outside, access, problems };
  return c.html(AccountPage(props), problems.length > 0 ? 422 : 200);
}

/** The account whose session the browser carries; a script's token is no way to these pages. */
export async function signedIn(deps: Deps, c: Context): Promise<Account> {
  const actor = await authenticate(deps, c, "own-account");
  const account = actor.via === "session" ? await readAccount(deps, actor.account) : undefined;
  if (!account) throw new Refusal("signed-out");
  return account;
}
