import { STATISTICS } from "../../shared/schema/statistics.ts";
import { FORMATS } from "./question.ts";

const problem = {
  description: "What is wrong",
  content: { "application/problem+json": { schema: { type: "object" } } },
};
const query = (name: string, description: string, schema: object = { type: "string" }) => ({
  name,
  in: "query",
  description,
  schema,
});
const language = query("lang", "Language of labels; Accept-Language works too", { enum: ["zh", "en"] });
const answers = (content: object) => ({ "200": { description: "OK", content }, "401": problem, "403": problem });
const json = (schema: object) => ({ "application/json": { schema } });

/** The description of the district's interface, made from the same definitions that answer it. */
export function openApiDocument(): Record<string, unknown> {
  const statistics = [...STATISTICS.values()];
  const keys = [...new Set(statistics.flatMap(({ dimensions }) => dimensions.map(({ key }) => key)))];
  return {
    openapi: "3.1.0",
    info: {
      title: "Linli statistics",
      version: "1",
      description:
        "Figures of a district, its streets and communities; never a person. Counts of persons or households below 5 " +
        "and whatever would give them away are null with status `suppressed`. What is public of those who hold office " +
        "is told. Breakdowns, sums over people, means and shares of one category come from closed months only.",
    },
    security: [{ client: [] }],
    paths: {
      "/statistics/v1/areas": {
        get: {
          summary: "Areas the caller may ask about",
          parameters: [language],
          responses: answers(json(listOf("areas"))),
        },
      },
      "/statistics/v1/indicators": {
        get: {
          summary: "Indicators with their definitions, figures and breakdowns",
          parameters: [language],
          responses: answers(json(listOf("indicators"))),
        },
      },
      "/statistics/v1/data/{indicator}": {
        get: {
          summary: "Figures of an area as of now or of a closed month",
          parameters: [
            { name: "indicator", in: "path", required: true, schema: { enum: statistics.map(({ name }) => name) } },
            query("area", "District (6 digits), street (9) or community (12); the caller's own by default", {
              type: "string",
              pattern: "^[1-9][0-9]{5}([0-9]{3}){0,2}$",
            }),
            query("period", "A closed month, or now; by default now, with `by` the last closed month", {
              type: "string",
              pattern: "^(now|[0-9]{4}-[0-9]{2})$",
            }),
            query("by", `Breakdowns, comma-separated: ${keys.join(", ")}; \`area\` adds the areas right below`),
            query("format", "Accept works too", { enum: [...FORMATS] }),
            language,
          ],
          responses: {
            ...answers({
              "application/json": { schema: { type: "object", description: "A JSON-stat 2.0 dataset" } },
              "text/csv": { schema: { type: "string" } },
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { schema: { type: "string" } },
            }),
            "304": { description: "As the caller's ETag has it" },
            "404": problem,
            "422": problem,
          },
        },
      },
    },
    components: {
      securitySchemes: {
        client: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/auth/token", scopes: {} } } },
      },
    },
  };
}

const listOf = (name: string) => ({
  type: "object",
  required: [name],
  properties: { [name]: { type: "array", items: { type: "object" } } },
});
