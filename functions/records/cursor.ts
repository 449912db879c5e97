import { createHmac, timingSafeEqual } from "node:crypto";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";

/**
 * An opaque, signed text that continues a list (游标). `scope` names the list and whose it is:
 * a cursor of another list, or a made-up one, is unreadable. It begins with the name of its key, so that one given out
 * before a rotation goes on.
 */
export async function signCursor(
  deps: Deps,
  scope: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<string> {
  const body = Buffer.from(JSON.stringify(payload), "utf8").toString("base64url");
  const { id, key } = await deps.keys.newest("cursor");
  return `${id}.${body}.${signature(key, scope, body)}`;
}

export async function readCursor(deps: Deps, scope: string, cursor: string): Promise<Record<string, unknown>> {
  const [id = "", body = "", sign = ""] = cursor.split(".");
  const key = await deps.keys.named(id, "cursor");
  if (!key) throw new Refusal("unreadable");
  const expected = Buffer.from(signature(key, scope, body));
  const given = Buffer.from(sign);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Refusal("unreadable");
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
}

function signature(key: Buffer, scope: string, body: string): string {
  return createHmac("sha256", key).update(`${scope}\n${body}`).digest("base64url").slice(0, 22);
}
