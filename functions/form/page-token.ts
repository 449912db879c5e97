import { createHmac, timingSafeEqual } from "node:crypto";
import type { Deps } from "../http/deps.ts";

/** A page may be sent back between three seconds and a day after it was made. */
const MIN_MS = 3_000;
const MAX_MS = 24 * 3_600_000;

/** The signed mark of one page (页面令牌): when it was made, and a number of its own that makes its sign-up one. */
export type PageToken = { readonly madeAt: number; readonly nonce: string };

export async function makePageToken(deps: Deps, code: string): Promise<string> {
  const body = `${deps.now().toString(36)}.${deps.newId()}`;
  const { id, key } = await deps.keys.newest("form");
  return `${body}.${signature(key, code, body)}.${id}`;
}

/** The mark that came back, or nothing when it is not one of ours for this form. */
export async function readPageToken(deps: Deps, code: string, text: string): Promise<PageToken | undefined> {
  const [, body = "", madeAt = "", nonce = "", sign = "", id = ""] =
    /^(([0-9a-z]{1,12})\.([\w-]{1,40}))\.([\w-]{1,60})\.(\d{1,4})$/.exec(text) ?? [];
  const key = await deps.keys.named(id, "form");
  if (!key) return undefined;
  const expected = Buffer.from(signature(key, code, body));
  const given = Buffer.from(sign);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return { madeAt: Number.parseInt(madeAt, 36), nonce };
}

/** Whether a page comes back sooner than anybody reads, or so late that it no longer says what is true. */
export function pageAge({ madeAt }: PageToken, now: number): "too-quick" | "too-old" | "fine" {
  if (now - madeAt < MIN_MS) return "too-quick";
  return now - madeAt > MAX_MS ? "too-old" : "fine";
}

function signature(key: Buffer, code: string, body: string): string {
  return createHmac("sha256", key).update(`page\n${code}\n${body}`).digest("base64url").slice(0, 22);
}
