import * as z from "zod/mini";
import { demoKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";

const label = z.object({ zh: z.string(), en: z.string() });
const words = z.union([
  label,
  z.pipe(
    z.string(),
    z.transform((text) => ({ zh: text, en: text })),
  ),
]);

/** One role the sign-in page of a demo offers: the login it enters as, and what stands on its button. */
export const demoEntry = z.object({ login: z.string(), label: words, note: z.optional(words) });
export type DemoEntry = z.infer<typeof demoEntry>;

/** The roles of a demo (演示); none in an installation for real use, where nobody has stored them. */
export async function readDemo(deps: Deps): Promise<readonly DemoEntry[]> {
  const item = await openItems(deps.documents, deps.tables.accounts).get(demoKey);
  return item ? z.array(demoEntry).parse(item.entries) : [];
}

/** Makes the installation a demo. Only a direct invocation gets here, which takes rights to the function itself. */
export async function storeDemo(deps: Deps, entries: readonly DemoEntry[]): Promise<void> {
  await openItems(deps.documents, deps.tables.accounts).write({ put: { ...demoKey, entries } });
}
