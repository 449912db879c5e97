import { Hono } from "hono";
import { notFound, onError } from "./on-error.ts";
import { plainPath } from "./path.ts";

/** The app every function starts from: errors become problem documents, odd addresses are refused. */
export function httpApp(): Hono {
  const app = new Hono();
  app.use(plainPath);
  app.onError(onError);
  app.notFound(notFound);
  return app;
}
