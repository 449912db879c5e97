import * as z from "zod/mini";
import { newInvitation } from "../accounts/invite.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import { demoEntry, storeDemo } from "./demo.ts";

const invite = z.strictObject({
  invite: z.strictObject({
    area: z.string().check(z.regex(/^\d{6}(\d{3})?$/)),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  }),
});
const rotate = z.strictObject({ rotateKeys: z.strictObject({}) });
const demo = z.strictObject({ demo: z.array(demoEntry).check(z.maxLength(60)) });

/**
 * What only those may ask who may invoke the function itself (IAM, or whoever runs the machine): the invitation of
 * an area's first account, a new root key (密钥轮换), and turning the installation into a demo.
 */
export async function answerDirectly(deps: Deps, event: unknown): Promise<object> {
  const asked = z.parse(z.union([invite, rotate, demo]), event);
  if ("demo" in asked) {
    await storeDemo(deps, asked.demo);
    return { demo: asked.demo.length };
  }
  if ("rotateKeys" in asked) {
    if (!deps.rotateKeys) throw new Error("This installation keeps its root key elsewhere");
    return { current: await deps.rotateKeys() };
  }
  const { area, name } = asked.invite;
  const role = area.length === 6 ? "district" : "street";
  const { account, path, expiresAt, writes } = newInvitation(deps, name, [{ code: area, role }]);
  await openItems(deps.documents, deps.tables.accounts).write(...writes);
  return { account, path, expiresAt, ...(deps.publicUrl ? { url: new URL(path, deps.publicUrl).href } : {}) };
}
