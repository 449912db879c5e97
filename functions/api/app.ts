import { Hono } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import { isDivisionCode } from "../../shared/rules/division-code.ts";
import { authenticate } from "../guard/actor.ts";
import { rightsIn } from "../guard/rights-in.ts";
import type { Deps } from "../http/deps.ts";
import { httpApp } from "../http/http-app.ts";
import { languageOf } from "../http/language.ts";
import type { ApiEnv } from "./env.ts";
import { openApiDocument } from "./openapi.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { areaRoutes } from "./routes/areas.ts";
import { coverageRoutes } from "./routes/coverage.ts";
import { eventListRoutes } from "./routes/event-lists.ts";
import { exportRoutes } from "./routes/export.ts";
import { formRoutes } from "./routes/forms.ts";
import { handoverRoutes } from "./routes/handovers.ts";
import { historyRoutes } from "./routes/history.ts";
import { importRoutes } from "./routes/imports.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { ledgerBookRoutes } from "./routes/ledger-books.ts";
import { ledgerFundRoutes } from "./routes/ledger-funds.ts";
import { ledgerImportRoutes } from "./routes/ledger-imports.ts";
import { meRoutes } from "./routes/me.ts";
import { moveRoutes } from "./routes/moves.ts";
import { patchRoutes } from "./routes/patches.ts";
import { postRoutes } from "./routes/posts.ts";
import { publicationRoutes } from "./routes/publications.ts";
import { recordRoutes } from "./routes/records.ts";
import { registerRoutes } from "./routes/registers.ts";
import { retentionRoutes } from "./routes/retention.ts";
import { revealRoutes } from "./routes/reveal.ts";
import { rulesRoutes } from "./routes/rules.ts";
import { statisticsRoutes } from "./routes/statistics.ts";
import { surveyRoutes } from "./routes/surveys.ts";
import { todayRoutes } from "./routes/today.ts";
import { voteRoutes } from "./routes/votes.ts";

/** The staff API. A new route is its own file in routes/ and one line here. */
export function createApi(deps: Deps): Hono {
  const community = new Hono<ApiEnv>()
    .route("/", accountRoutes(deps))
    .route("/", coverageRoutes(deps))
    .route("/", eventListRoutes(deps))
    .route("/", exportRoutes(deps))
    .route("/", formRoutes(deps))
    .route("/", handoverRoutes(deps))
    .route("/", historyRoutes(deps))
    .route("/", importRoutes(deps))
    .route("/", moveRoutes(deps))
    .route("/", ledgerBookRoutes(deps))
    .route("/", ledgerFundRoutes(deps))
    .route("/", ledgerImportRoutes(deps))
    .route("/", ledgerRoutes(deps))
    .route("/", publicationRoutes(deps))
    .route("/", registerRoutes())
    .route("/", recordRoutes(deps))
    .route("/", patchRoutes(deps))
    .route("/", postRoutes(deps))
    .route("/", retentionRoutes(deps))
    .route("/", revealRoutes(deps))
    .route("/", rulesRoutes(deps))
    .route("/", statisticsRoutes(deps))
    .route("/", todayRoutes(deps))
    .route("/", surveyRoutes(deps))
    .route("/", voteRoutes(deps));
  const signedIn = new Hono<ApiEnv>()
    .use(async (c, next) => {
      c.set("actor", await authenticate(deps, c));
      c.set("language", languageOf(c));
      c.header("cache-control", "no-store");
      await next();
    })
    .use("/communities/:c/*", async (c, next) => {
      const code = c.req.param("c");
      // A district's program has its own interface and none here.
      if (!isDivisionCode(code) || c.get("actor").via === "client") throw new Refusal("not-found");
      c.set("community", code);
      c.set("rights", await rightsIn(deps, c.get("actor"), code));
      await next();
    })
    .route("/", areaRoutes(deps))
    .route("/", meRoutes(deps))
    .route("/communities/:c", community);
  const app = httpApp();
  app.get("/api/openapi.json", (c) => c.json(openApiDocument(), 200, { "cache-control": "public, max-age=300" }));
  app.route("/api", signedIn);
  return app;
}
