import { Hono } from "hono";
import type { Deps } from "../http/deps.ts";
import { plainPath } from "../http/path.ts";
import { pageError, unknownPage } from "./page-error.tsx";
import { formRoutes } from "./routes/forms.ts";
import { receiptRoutes } from "./routes/receipts.tsx";

/** What residents reach without signing in: forms and the receipts of what they sent. */
export function createForm(deps: Deps): Hono {
  const app = new Hono();
  app.use(plainPath);
  app.onError(pageError);
  app.notFound(unknownPage);
  app.route("/f", formRoutes(deps));
  app.route("/r", receiptRoutes(deps));
  return app;
}
