import type { Context } from "hono";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import type { Account } from "../../guard/account-items.ts";
import { authenticate, readAccount } from "../../guard/actor.ts";
import { refuseForeignOrigin } from "../../guard/same-origin.ts";
import { readForm } from "../../http/body.ts";
import { clearSessionCookie, sessionCookie } from "../../http/cookies.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { sourceAddress } from "../../http/origin.ts";
import { hashPassword } from "../password.ts";
import { endSession, signOutEverywhere } from "../sessions.ts";
import { checkLogin } from "../sign-in.ts";
import { passwordProblems } from "../take-up.ts";
import { AccountPage } from "../views/AccountPage.tsx";
import { pages } from "./pages.ts";
import { enter } from "./sign-in.ts";

/** One's own account: password, and the ways out. */
export const accountRoutes = (deps: Deps) =>
  pages()
    .get("/auth/account", async (c) => {
      const { name, login = "" } = await signedIn(deps, c);
      return c.html(AccountPage({ language: pageLanguage(c), name, login, isChanged: c.req.query("changed") === "1" }));
    })
    .post("/auth/password", async (c) => {
      const account = await signedIn(deps, c);
      const form = await readForm(c, 16 * 1024);
      const text = (name: string) => form.get(name) ?? "";
      const login = account.login ?? "";
      try {
        const problems = passwordProblems({ password: text("password"), repeat: text("repeat") }, login);
        if (problems.length > 0) throw invalid(...problems);
        const given = { login, password: text("current"), address: sourceAddress(c) };
        if (!(await checkLogin(deps, given))) throw invalid({ path: "current", code: "wrong-password" });
        const changed = await signOutEverywhere(deps, account.account, {
          password: await hashPassword(text("password")),
        });
        return await enter(deps, c, changed, "/auth/account?changed=1");
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
        const props = { language: pageLanguage(c), name: account.name, login, problems: error.fields };
        return c.html(AccountPage(props), 422);
      }
    })
    .post("/auth/sign-out", async (c) => {
      refuseForeignOrigin(deps, c);
      const secret = sessionCookie(c);
      if (secret) await endSession(deps, secret);
      clearSessionCookie(c);
      return c.redirect("/auth/sign-in", 303);
    })
    .post("/auth/sign-out-everywhere", async (c) => {
      const { account } = await signedIn(deps, c);
      await signOutEverywhere(deps, account);
      clearSessionCookie(c);
      return c.redirect("/auth/sign-in", 303);
    });

/** The account whose session the browser carries; a script's token is no way to these pages. */
async function signedIn(deps: Deps, c: Context): Promise<Account> {
  const actor = await authenticate(deps, c);
  const account = actor.via === "session" ? await readAccount(deps, actor.account) : undefined;
  if (!account) throw new Refusal("signed-out");
  return account;
}
