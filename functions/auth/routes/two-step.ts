import type { Context } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Account } from "../../guard/account-items.ts";
import { refuseForeignOrigin } from "../../guard/same-origin.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { type AgainInputs, wrongPassword, wrongSteps } from "../again.ts";
import { totpAddress } from "../totp.ts";
import { confirmTwoStep, endTwoStep, preparedSecret, prepareTwoStep, renewRecoveryCodes } from "../two-step.ts";
import { RecoveryPage, TwoStepPage } from "../views/TwoStepPage.tsx";
import { accountPage, signedIn } from "./account.ts";
import { pages } from "./pages.ts";
import { carrySession, enter } from "./sign-in.ts";

const INPUTS: AgainInputs = { password: "twoStepPassword", code: "twoStepCode" };

/** Switching the second step of one's own account on and off. Whoever merely found a session open changes nothing. */
export const twoStepRoutes = (deps: Deps) =>
  pages()
    .post("/auth/two-step/prepare", async (c) => {
      const { account, form } = await asked(deps, c);
      // A secret that is in force is replaced only by switching it off first, which takes a code of it.
      if (account.totp !== "") throw new Refusal("conflict");
      const problem = await wrongPassword(deps, c, account, form, INPUTS.password);
      if (problem) return accountPage(deps, c, account, [problem]);
      return setUpPage(c, account, await prepareTwoStep(deps, account), 200);
    })
    .post("/auth/two-step/confirm", async (c) => {
      const { account, form } = await asked(deps, c);
      const secret = account.totp === "" ? await preparedSecret(deps, account) : undefined;
      if (secret === undefined) throw new Refusal("conflict");
      const enrolled = await confirmTwoStep(deps, account, form.get("code") ?? "");
      if (!enrolled) return setUpPage(c, account, secret, 422);
      await carrySession(deps, c, enrolled.account);
      return c.html(RecoveryPage({ language: pageLanguage(c), codes: enrolled.codes }));
    })
    .post("/auth/two-step/codes", async (c) => {
      const { account, form } = await asked(deps, c);
      if (account.totp === "") throw new Refusal("conflict");
      const problems = await wrongSteps(deps, c, account, form, INPUTS);
      if (problems.length > 0) return accountPage(deps, c, account, problems);
      return c.html(RecoveryPage({ language: pageLanguage(c), codes: await renewRecoveryCodes(deps, account) }));
    })
    .post("/auth/two-step/off", async (c) => {
      const { account, form } = await asked(deps, c);
      if (account.totp === "") throw new Refusal("conflict");
      const problems = await wrongSteps(deps, c, account, form, INPUTS);
      if (problems.length > 0) return accountPage(deps, c, account, problems);
      return enter(deps, c, await endTwoStep(deps, account), "/auth/account");
    });

async function asked(deps: Deps, c: Context): Promise<{ account: Account; form: URLSearchParams }> {
  refuseForeignOrigin(deps, c);
  return { account: await signedIn(deps, c), form: await readForm(c, 16 * 1024) };
}

function setUpPage(c: Context, { login = "" }: Account, secret: string, status: 200 | 422) {
  const problems = status === 422 ? [{ path: "code", code: "wrong-code" }] : [];
  const address = totpAddress(secret, login);
  return c.html(TwoStepPage({ language: pageLanguage(c), address, secret, problems }), status);
}
