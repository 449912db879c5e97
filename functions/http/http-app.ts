import { type Context, Hono } from "hono";
import { routePath } from "hono/route";
import { Refusal } from "../../shared/contract/refusal.ts";
import { note } from "./notes.ts";
import { onError } from "./on-error.ts";
import { plainPath } from "./path.ts";
import { problemResponse } from "./problem-response.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The app every function starts from: errors become problem documents, odd addresses are refused. */
export function httpApp(): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    note({ on: routePath(c, -1) });
    await next();
  });
  app.use(plainPath);
  app.onError(onError);
  app.notFound((c) => {
    const allowed = METHODS.filter((method) => serves(app, method, c));
    if (allowed.length === 0) return problemResponse(c, new Refusal("not-found"));
    c.header("allow", allowed.join(", "));
    return problemResponse(c, new Refusal("not-allowed-method"));
  });
  return app;
}

/** Whether the address has a handler for a method; what runs for all methods is only on the way to one. */
function serves(app: Hono, method: string, c: Context): boolean {
  const [handlers] = app.router.match(method, c.req.path);
  return handlers.some(([[, route]]) => route.method === method);
}
