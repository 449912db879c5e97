import type { Context } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import { ownOrigin, requestOrigin } from "../http/origin.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses a write unless the browser says that a page of ours sent it; no word about it counts as a no. */
export function requireOwnOrigin(deps: { readonly publicUrl?: string }, c: Context): void {
  if (READS.has(c.req.method)) return;
  if (sender(deps, c) !== "own") throw new Refusal("other-origin");
}

/** Refuses a write that the browser says came from elsewhere; a program that says nothing may. */
export function refuseForeignOrigin(deps: { readonly publicUrl?: string }, c: Context): void {
  if (READS.has(c.req.method)) return;
  if (sender(deps, c) === "foreign") throw new Refusal("other-origin");
}

function sender(deps: { readonly publicUrl?: string }, c: Context): "own" | "foreign" | "unsaid" {
  const own = new Set([ownOrigin(c, deps.publicUrl), requestOrigin(c)]);
  const origin = c.req.header("origin");
  if (origin !== undefined) return own.has(origin) ? "own" : "foreign";
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" ? "own" : "foreign";
  const referer = c.req.header("referer");
  if (referer === undefined) return "unsaid";
  return URL.canParse(referer) && own.has(new URL(referer).origin) ? "own" : "foreign";
}
