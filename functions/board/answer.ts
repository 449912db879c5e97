import { createHash } from "node:crypto";
import type { Context } from "hono";
import { contentSecurityPolicy } from "./pages/style.ts";

/**
 * A public page as it is sent: asked for anew each time, because what was withdrawn must be gone at once, but sent only
 * when it has changed.
 */
export function boardAnswer(
  c: Context,
  page: { toString(): string },
  status: 200 | 400 | 404 | 405 | 410 | 500 | 503 = 200,
): Response {
  const html = String(page);
  const etag = `W/"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  const headers = {
    etag,
    "cache-control": "no-cache",
    vary: "Accept-Language, Cookie",
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "no-referrer",
  };
  if (status === 200 && matches(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
  return c.html(html, status, headers);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag.replace(/^W\//, "")) || tags.includes("*");
}
