import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { type FileTable, writeCsvText, writeXlsx } from "../../../shared/files/write-file.ts";
import type { Right } from "../../../shared/guard/roles.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { registerOf } from "../../imports/batch.ts";
import { viewWhole } from "../../records/view.ts";
import { formOf } from "../../sign-ups/form-item.ts";
import { doorsOf, issueCodes } from "../../surveys/doors.ts";
import { answersTable, freeTexts, resultsTable } from "../../surveys/files.ts";
import { publishAppraisal } from "../../surveys/publish-appraisal.ts";
import { recount } from "../../surveys/recount.ts";
import { surveyResults } from "../../surveys/results.ts";
import { findSurvey, type Survey } from "../../surveys/survey.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const issuing = z.strictObject({
  dwellings: z.optional(z.array(z.string())),
  again: z.optional(z.boolean()),
});
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** As many free texts as somebody reads on a screen; all of them are in the file of answers. */
const TEXTS_MAX = 500;

/** Surveys at work (问卷): results as answers come, files, free texts, and the codes of doors. */
export const surveyRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/surveys/:id/results", async (c) => {
      const survey = await requested(deps, c, "read", "answers");
      return c.json(await surveyResults(deps, survey));
    })
    .post("/surveys/:id/recount", async (c) => {
      const survey = await requested(deps, c, "forms", "surveys");
      await recount(deps, survey);
      return c.json(await surveyResults(deps, survey));
    })
    .post("/surveys/:id/publish", async (c) => {
      const survey = await requested(deps, c, "read", "answers");
      const record = await publishAppraisal(deps, survey, {
        rights: c.get("rights"),
        context: writeContext(c, "create", survey.id),
      });
      return c.json(viewWhole(registerOf("publications"), record, c.get("rights").restricted), 201);
    })
    .get("/surveys/:id/texts/:question", async (c) => {
      const survey = await requested(deps, c, "read", "answers");
      return c.json({ texts: await freeTexts(deps, survey, c.req.param("question"), TEXTS_MAX) });
    })
    .get("/surveys/:id/:file{(?:results|answers)\\.(?:xlsx|csv)}", async (c) => {
      const survey = await requested(deps, c, "export", "answers");
      const [what, kind] = c.req.param("file").split(".");
      // Looking at the results is what makes answers readable, so that the file is complete.
      const results = await surveyResults(deps, survey);
      const language = c.get("language");
      const table =
        what === "results" ? resultsTable(survey, results, language) : await answersTable(deps, survey, language);
      return fileAnswer(c, table, kind === "csv" ? "csv" : "xlsx");
    })
    .get("/surveys/:id/doors", async (c) => {
      const survey = await requested(deps, c, "forms", "surveys");
      return c.json({ doors: await doorsOf(deps, survey, c.get("language")) });
    })
    .post("/surveys/:id/doors", async (c) => {
      const survey = await requested(deps, c, "forms", "surveys");
      const request = await readJson(c, MEGABYTE, issuing);
      const form = await formOf(deps, survey.community, "survey", survey.id);
      if (!form) throw new Refusal("conflict", [{ path: "", code: "form-first" }]);
      const { once } = writeContext(c, "create", request);
      const doors = await issueCodes(deps, survey, request, c.get("language"), once);
      return c.json({ url: `${ownOrigin(c, deps.publicUrl)}/f/${form.code}`, doors }, 201);
    });

async function requested(deps: Deps, c: Context<ApiEnv>, right: Right, register: string): Promise<Survey> {
  if (!c.get("rights").can(right, register)) throw new Refusal("no-right");
  const survey = await findSurvey(deps, c.get("community"), c.req.param("id") ?? "");
  if (!survey) throw new Refusal("not-found");
  return survey;
}

async function fileAnswer(c: Context<ApiEnv>, table: FileTable, kind: "xlsx" | "csv"): Promise<Response> {
  const disposition = `attachment; filename="survey.${kind}"; filename*=UTF-8''${encodeURIComponent(`${table.name}.${kind}`)}`;
  const headers = { "content-disposition": disposition };
  if (kind === "csv")
    return c.body(writeCsvText(table), 200, { ...headers, "content-type": "text/csv; charset=utf-8" });
  return c.body(new Uint8Array(await writeXlsx(table)), 200, { ...headers, "content-type": XLSX });
}
