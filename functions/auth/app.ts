import type { Hono } from "hono";
import type { Deps } from "../http/deps.ts";
import { httpApp } from "../http/http-app.ts";
import { accountRoutes } from "./routes/account.ts";
import { invitationRoutes } from "./routes/invitation.ts";
import { oauthRoutes } from "./routes/oauth.ts";
import { outsideRoutes } from "./routes/outside.ts";
import { keepLanguage } from "./routes/pages.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { twoStepRoutes } from "./routes/two-step.ts";

/** Everything around signing in: pages for people, tokens for programs. */
export function createAuth(deps: Deps): Hono {
  const app = httpApp();
  app.use("/auth/*", keepLanguage);
  app.route("/", signInRoutes(deps));
  app.route("/", invitationRoutes(deps));
  app.route("/", accountRoutes(deps));
  app.route("/", outsideRoutes(deps));
  app.route("/", twoStepRoutes(deps));
  app.route("/", tokenRoutes(deps));
  app.route("/", oauthRoutes(deps));
  return app;
}
