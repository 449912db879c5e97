import * as z from "zod/mini";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { formKey, formOfKey } from "./keys.ts";
import { sharedReads } from "./shared-read.ts";

/** What a form may be for. */
export const FORM_KINDS = ["sign-up", "survey", "opinion"] as const;

const item = z.object({
  code: z.string(),
  kind: z.enum(FORM_KINDS),
  community: z.string(),
  record: z.string(),
  state: z.enum(["open", "closed"]),
  openedAt: z.number(),
  /** What the page and the poster say about the committee: as it was when the form was last opened. */
  committee: z.object({
    name: z.string(),
    nameEn: z.optional(z.string()),
    phone: z.optional(z.string()),
    address: z.optional(z.string()),
    hours: z.optional(z.string()),
  }),
  organiser: z.optional(z.string()),
});

/** A form for residents (表单), found by its code. It holds nothing about anybody who filled it in. */
export type Form = z.infer<typeof item>;

const shared = sharedReads<Form | undefined>();

export function findForm(deps: Deps, code: string): Promise<Form | undefined> {
  return shared(deps.documents, code, async () => {
    const stored = await getItem(deps, formKey(code));
    return stored && item.parse(stored);
  });
}

/** The form of a kind that belongs to a record, such as an event. */
export async function formOf(
  deps: Deps,
  community: string,
  kind: Form["kind"],
  record: string,
): Promise<Form | undefined> {
  const name = await getItem(deps, formOfKey(community, kind, record));
  return name && findForm(deps, String(name.code));
}

export function formItem(form: Form): Record<string, unknown> {
  return { ...formKey(form.code), ...item.parse(form) };
}
