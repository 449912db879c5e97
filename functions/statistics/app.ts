import type { Hono } from "hono";
import { httpApp } from "../http/http-app.ts";
import { openApiDocument } from "./openapi.ts";
import type { StatisticsDeps } from "./read-figures.ts";
import { dataRoutes } from "./routes/data.ts";
import { pageRoutes } from "./routes/page.tsx";

/** Statistics for the district and streets: an interface for programs and a page for people. */
export function createStatistics(deps: StatisticsDeps): Hono {
  const app = httpApp();
  app.get("/statistics/v1/openapi.json", (c) =>
    c.json(openApiDocument(), 200, { "cache-control": "public, max-age=300" }),
  );
  app.route("/statistics/v1", dataRoutes(deps));
  app.route("/", pageRoutes(deps));
  return app;
}
