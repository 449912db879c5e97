import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { findEvent } from "../../sign-ups/community-event.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { formsOf, openForm, setFormState } from "../../sign-ups/open-form.ts";
import type { ApiEnv } from "../env.ts";

const opening = z.strictObject({ kind: z.enum(["sign-up", "survey"]), record: z.string() });

/** Forms for residents (表单): /forms opens one for an event, /forms/{code}/close and /open end and resume it. */
export const formRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/forms", async (c) => {
      requireForms(c, "read");
      const community = c.get("community");
      const forms = await formsOf(deps, community);
      const titled = forms.map(async (form) => ({
        ...viewForm(deps, c, form),
        title: (await findEvent(deps, community, form.record))?.title ?? null,
      }));
      return c.json({ forms: await Promise.all(titled) });
    })
    .post("/forms", async (c) => {
      requireForms(c, "forms");
      const { kind, record } = await readJson(c, MEGABYTE, opening);
      if (kind === "survey") throw invalid({ path: "kind", code: "no-surveys" });
      return c.json(viewForm(deps, c, await openForm(deps, c.get("community"), record)), 201);
    })
    .post("/forms/:code/close", async (c) => {
      requireForms(c, "forms");
      return c.json(viewForm(deps, c, await setFormState(deps, c.get("community"), c.req.param("code"), "closed")));
    })
    .post("/forms/:code/open", async (c) => {
      requireForms(c, "forms");
      return c.json(viewForm(deps, c, await setFormState(deps, c.get("community"), c.req.param("code"), "open")));
    });

function requireForms(c: Context<ApiEnv>, right: "read" | "forms"): void {
  if (!c.get("rights").can(right, "events")) throw new Refusal("no-right");
}

function viewForm(deps: Deps, c: Context<ApiEnv>, { code, kind, record, state }: Form) {
  const origin = ownOrigin(c, deps.publicUrl);
  return { code, kind, record, state, url: `${origin}/f/${code}`, posterUrl: `${origin}/p/${code}` };
}
