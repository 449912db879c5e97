import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf, isDay } from "../../../shared/rules/calendar.ts";
import { FIRST_PRESET, rulesOf } from "../../../shared/rules/in-force.ts";
import { calculate } from "../../../shared/schema/calculation.ts";
import { CALCULATIONS } from "../../../shared/schema/calculations.ts";
import { PARAMETERS, TOPICS } from "../../../shared/schema/parameters.ts";
import { checkInputs } from "../../../shared/schema/values.ts";
import { fieldSentence } from "../../../shared/words/problems.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { viewRecord } from "../../records/view.ts";
import { readDecided, readRules } from "../../rules/read-rules.ts";
import { ownRulesRegister, requireRuleSetter, setRule } from "../../rules/set-rule.ts";
import { viewInForce, viewParameter } from "../../rules/view.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const LIMIT = 64 * 1024;
const setting = z.strictObject({
  value: z.optional(z.unknown()),
  from: z.string(),
  decision: z.string(),
  decidedOn: z.string(),
});
const question = z.strictObject({ values: z.record(z.string(), z.unknown()) });

/** The numbers rules work with (规则): all of them, one with its history, a committee's own, and calculations by them. */
export const rulesRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/rules", async (c) => {
      const day = requestedDay(c, deps);
      const { own, choices } = await readDecided(deps, c.get("community"));
      const rules = rulesOf(own, choices);
      const language = c.get("language");
      const chosen = rules.preset(day);
      return c.json({
        day,
        preset: chosen ?? { preset: FIRST_PRESET },
        topics: TOPICS.map(({ topic, label }) => ({ topic, label })),
        rules: [...PARAMETERS.values()].map((parameter) =>
          viewInForce(parameter, rules.at(parameter.name, day), language),
        ),
        own,
        choices,
      });
    })
    .get("/rules/:name", async (c) => {
      const parameter = PARAMETERS.get(c.req.param("name"));
      if (!parameter) throw new Refusal("not-found");
      const { own, choices } = await readDecided(deps, c.get("community"));
      const rules = rulesOf(own, choices);
      return c.json(viewParameter(parameter, rules, requestedDay(c, deps), own, c.get("language")));
    })
    .post("/rules/:name", async (c) => {
      requireRuleSetter(c.get("rights"));
      const body = await readJson(c, LIMIT, setting);
      const context = writeContext(c, "create", body);
      const { record, warnings } = await setRule(deps, c.get("community"), c.req.param("name"), body, context);
      const language = c.get("language");
      return c.json(
        {
          ...viewRecord(ownRulesRegister(), record, c.get("rights").restricted),
          warnings: warnings.map(({ code, params = {} }) => ({ code, message: fieldSentence(code, language, params) })),
        },
        201,
      );
    })
    .post("/rules/calculations/:name", async (c) => {
      const calculation = CALCULATIONS.get(c.req.param("name"));
      if (!calculation) throw new Refusal("not-found");
      const day = requestedDay(c, deps);
      const { values } = await readJson(c, LIMIT, question);
      const checked = checkInputs(calculation.inputs, values, { today: dayOf(deps.now()) });
      if (checked.problems.length > 0) throw invalid(...checked.problems);
      return c.json(calculate(calculation, checked.values, await readRules(deps, c.get("community")), day));
    });

function requestedDay(c: Context, deps: Deps): string {
  const day = c.req.query("day");
  if (day !== undefined && !isDay(day)) throw invalid({ path: "day", code: "not-a-date" });
  return day ?? dayOf(deps.now());
}
