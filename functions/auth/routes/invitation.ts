import { Refusal } from "../../../shared/contract/refusal.ts";
import { refuseForeignOrigin } from "../../guard/same-origin.ts";
import { readForm } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { idOf } from "../../http/path.ts";
import { ownPath } from "../own-path.ts";
import { invitedAccount, takeUpInvitation } from "../take-up.ts";
import { InvitationPage } from "../views/InvitationPage.tsx";
import { pages } from "./pages.ts";
import { admit } from "./sign-in.ts";

const FORM_BYTES = 16 * 1024;

/** The one-time link by which somebody sets up an account, or sets a new password. */
export const invitationRoutes = (deps: Deps) =>
  pages()
    .get("/auth/invitation/:secret", async (c) => {
      const secret = idOf(c, "secret");
      const account = await invitedAccount(deps, secret);
      const outside = deps.issuer?.label;
      return c.html(InvitationPage({ ...pageOf(secret), ...accountOf(account), outside, language: pageLanguage(c) }));
    })
    .post("/auth/invitation/:secret", async (c) => {
      refuseForeignOrigin(deps, c);
      const secret = idOf(c, "secret");
      const form = await readForm(c, FORM_BYTES);
      const text = (name: string) => form.get(name) ?? "";
      const chosen = { login: text("login"), password: text("password"), repeat: text("repeat") };
      try {
        const account = await takeUpInvitation(deps, secret, chosen);
        return await admit(deps, c, account, ownPath(undefined));
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
        const account = await invitedAccount(deps, secret);
        const outside = deps.issuer?.label;
        const props = {
          ...pageOf(secret),
          ...accountOf(account),
          outside,
          login: chosen.login,
          problems: error.fields,
        };
        return c.html(InvitationPage({ ...props, language: pageLanguage(c) }), 422);
      }
    });

const pageOf = (secret: string) => ({ path: `/auth/invitation/${secret}` });
const accountOf = ({ name, login }: { name: string; login?: string | undefined }) => ({ name, fixedLogin: login });
