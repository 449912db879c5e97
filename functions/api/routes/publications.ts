import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { Content } from "../../../shared/rules/publication/content.ts";
import { publicationNamed } from "../../../shared/schema/publications.ts";
import { publicationPage } from "../../board/preview.tsx";
import { StatePassed } from "../../flows/move.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { ownOrigin } from "../../http/origin.ts";
import { idOf } from "../../http/path.ts";
import { problemOf } from "../../http/problem-response.ts";
import { registerOf } from "../../imports/batch.ts";
import { frozenContent } from "../../publications/archive.ts";
import { checkPublications } from "../../publications/check-chain.ts";
import { readCommittee } from "../../publications/committee.ts";
import { draftContent } from "../../publications/draft-content.ts";
import { makeCorrection, makeDraft } from "../../publications/make-draft.ts";
import { movePublication, PUBLICATION_MOVES } from "../../publications/move-publication.ts";
import { viewWhole } from "../../records/view.ts";
import { readRules } from "../../rules/read-rules.ts";
import { getRecord, type StoredRecord } from "../../store/records.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const LIMIT = MEGABYTE;
const draft = z.record(z.string(), z.unknown());
const moving = z.strictObject({
  values: z.optional(z.record(z.string(), z.unknown())),
  reason: z.optional(z.string()),
});
const correcting = z.strictObject({ correction: z.optional(z.string()) });

/** Publications (公开, S8.14): drafted in one step from what they tell of, looked at as residents will see them, moved. */
export const publicationRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/publications", async (c) => {
      requirePublications(c, "write");
      const given = await readJson(c, LIMIT, draft);
      const options = { opensForm: c.get("rights").can("forms", "events") };
      const context = writeContext(c, "create", given);
      return answer(c, deps, await makeDraft(deps, c.get("community"), given, context, options), 201);
    })
    .get("/publications/chain", async (c) => {
      requirePublications(c, "read");
      return c.json(await checkPublications(deps, c.get("community")));
    })
    .get("/publications/:id", async (c) => {
      requirePublications(c, "read");
      return answer(c, deps, await found(c, deps));
    })
    .get("/publications/:id/page", async (c) => {
      requirePublications(c, "read");
      const record = await found(c, deps);
      const [language, origin] = [pageLanguage(c), ownOrigin(c, deps.publicUrl)];
      const content = await contentOf(deps, record);
      const committee = await readCommittee(deps, record.community);
      return c.json({ html: publicationPage({ content, committee, values: record.values, language, origin }) });
    })
    .post("/publications/:id/corrections", async (c) => {
      requirePublications(c, "write");
      const body = await readJson(c, LIMIT, correcting);
      const context = writeContext(c, "create", body);
      return answer(c, deps, await makeCorrection(deps, c.get("community"), idOf(c), body.correction, context), 201);
    })
    .post("/publications/:id/:move", async (c) => {
      requirePublications(c, "read");
      const move = PUBLICATION_MOVES.find((one) => one === c.req.param("move"));
      if (!move) throw new Refusal("not-found");
      const isEmpty = (c.req.header("content-type") ?? "") === "" || c.req.header("content-length") === "0";
      const body = isEmpty ? {} : await readJson(c, LIMIT, moving);
      const { values = {}, reason } = body;
      const context = { ...writeContext(c, "move", body), ...(reason !== undefined && { reason }) };
      const actor = { rights: c.get("rights"), context };
      try {
        return await answer(c, deps, await movePublication(deps, c.get("community"), idOf(c), move, values, actor));
      } catch (error) {
        if (!(error instanceof StatePassed)) throw error;
        const current = viewWhole(registerOf("publications"), error.current, actor.rights.restricted);
        throw new Refusal(error.code, error.fields, { current });
      }
    });

/** What stands against posting a draft is told beside it, so that it can be mended before anybody submits it. */
async function answer(c: Context<ApiEnv>, deps: Deps, record: StoredRecord, status: 200 | 201 = 200) {
  const view = viewWhole(registerOf("publications"), record, c.get("rights").restricted);
  const { kind, state } = record.values;
  const { days } = publicationNamed(String(kind));
  const { parameter, value, source, checked } = (await readRules(deps, record.community)).at(days, dayOf(deps.now()));
  const against = state === "draft" ? await problemsOf(c, deps, record) : undefined;
  c.header("ETag", `"${record.version}"`);
  return c.json({ ...view, rules: [{ parameter, value, source, checked }], ...(against && { against }) }, status);
}

async function problemsOf(c: Context<ApiEnv>, deps: Deps, { community, values }: StoredRecord) {
  try {
    await draftContent(deps, community, values);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return problemOf(error, c.get("language"));
  }
}

/** What it says, or will say: frozen from its approval on. */
async function contentOf(deps: Deps, record: StoredRecord): Promise<Content> {
  const isOpen = record.values.state === "draft" || record.values.state === "submitted";
  const frozen = isOpen ? undefined : await frozenContent(deps, record);
  return frozen ?? draftContent(deps, record.community, record.values);
}

async function found(c: Context<ApiEnv>, deps: Deps): Promise<StoredRecord> {
  const record = await getRecord(deps, "publications", c.get("community"), idOf(c));
  if (!record) throw new Refusal("not-found");
  return record;
}

function requirePublications(c: Context<ApiEnv>, right: "read" | "write"): void {
  if (!c.get("rights").can(right, "publications")) throw new Refusal("no-right");
}
