import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { FORM_KINDS, type Form, findForm } from "../../sign-ups/form-item.ts";
import { FORM_SUBJECTS } from "../../sign-ups/form-subjects.ts";
import { formsOf, openForm, setFormState } from "../../sign-ups/open-form.ts";
import type { ApiEnv } from "../env.ts";

const opening = z.strictObject({ kind: z.enum(FORM_KINDS), record: z.string() });

/** Forms for residents (表单): /forms opens one for a record, /forms/{code}/close and /open end and resume it. */
export const formRoutes = (deps: Deps) => {
  const setState = (state: Form["state"]) => async (c: Context<ApiEnv>) => {
    const [community, code] = [c.get("community"), c.req.param("code") ?? ""];
    const form = await findForm(deps, code);
    if (!form || form.community !== community) throw new Refusal("not-found");
    requireForms(c, form.kind);
    return c.json(viewForm(deps, c, await setFormState(deps, form, state)));
  };
  return new Hono<ApiEnv>()
    .get("/forms", async (c) => {
      const rights = c.get("rights");
      const readable = FORM_KINDS.filter((kind) => rights.can("read", FORM_SUBJECTS[kind].register));
      if (readable.length === 0) throw new Refusal("no-right");
      const community = c.get("community");
      const forms = (await formsOf(deps, community)).filter(({ kind }) => readable.includes(kind));
      const titled = forms.map(async (form) => ({
        ...viewForm(deps, c, form),
        title: (await FORM_SUBJECTS[form.kind].find(deps, community, form.record))?.title ?? null,
      }));
      return c.json({ forms: await Promise.all(titled) });
    })
    .post("/forms", async (c) => {
      // Whoever may open no form at all learns that first, whatever they sent.
      if (!c.get("rights").can("forms")) throw new Refusal("no-right");
      const { kind, record } = await readJson(c, MEGABYTE, opening);
      requireForms(c, kind);
      return c.json(viewForm(deps, c, await openForm(deps, c.get("community"), kind, record)), 201);
    })
    .post("/forms/:code/close", setState("closed"))
    .post("/forms/:code/open", setState("open"));
};

function requireForms(c: Context<ApiEnv>, kind: Form["kind"]): void {
  if (!c.get("rights").can("forms", FORM_SUBJECTS[kind].register)) throw new Refusal("no-right");
}

function viewForm(deps: Deps, c: Context<ApiEnv>, { code, kind, record, state }: Form) {
  const origin = ownOrigin(c, deps.publicUrl);
  return { code, kind, record, state, url: `${origin}/f/${code}`, posterUrl: `${origin}/p/${code}` };
}
