import type { Context } from "hono";
import type { Deps } from "../../http/deps.ts";
import { sourceAddress } from "../../http/origin.ts";
import type { Form } from "../../sign-ups/form-item.ts";
import { withinRate } from "../../sign-ups/rate.ts";
import { receiptOf } from "../../sign-ups/receipts.ts";
import type { View } from "../pages/view.ts";

/** One kind of form for residents (表单类型): the page it shows, and what it does with the page that comes back. */
export type FormKind = {
  readonly show: (deps: Deps, c: Context, form: Form) => Promise<Response>;
  readonly take: (deps: Deps, c: Context, form: Form) => Promise<Response>;
};

const SUBMISSIONS = { max: 600, spanMs: 60_000 };

/** Counts one submission of an address to a form; beyond 600 a minute it is refused (429). */
export function withinSubmissions(deps: Deps, c: Context, form: Form): Promise<void> {
  return withinRate(deps, [sourceAddress(c), form.code], SUBMISSIONS);
}

/** Sends the browser on to the receipt of what was taken (303), so that reloading it sends nothing again. */
export async function toReceipt(deps: Deps, c: Context, view: View, form: Form, id: string): Promise<Response> {
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "no-referrer");
  return c.redirect(`/r/${await receiptOf(deps, form.community, id)}${view.query}`, 303);
}
