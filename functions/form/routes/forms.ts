import { type Context, Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { readShortCode } from "../../../shared/rules/short-code.ts";
import type { Deps } from "../../http/deps.ts";
import { type Form, findForm } from "../../sign-ups/form-item.ts";
import { FORM_KINDS } from "../kinds/kinds.ts";

/** The forms of residents: /f/{code}, each by its kind. */
export const formRoutes = (deps: Deps) =>
  new Hono()
    .get("/:code", async (c) => {
      const form = await requestedForm(deps, c);
      return FORM_KINDS[form.kind].show(deps, c, form);
    })
    .post("/:code", async (c) => {
      const form = await requestedForm(deps, c);
      return FORM_KINDS[form.kind].take(deps, c, form);
    });

async function requestedForm(deps: Deps, c: Context): Promise<Form> {
  const code = readShortCode(c.req.param("code") ?? "");
  const form = code === undefined ? undefined : await findForm(deps, code);
  if (!form) throw new Refusal("not-found");
  return form;
}
