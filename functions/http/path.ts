import type { Context, MiddlewareHandler } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";

/** Refuses addresses that try to leave their folder or cannot be read, before any route sees them. */
export const plainPath: MiddlewareHandler = async (c, next) => {
  const path = new URL(c.req.url).pathname;
  if (/%(2f|5c|00|0a|0d)|\\/i.test(path) || path.includes("//")) throw new Refusal("not-found");
  try {
    const decoded = decodeURIComponent(path);
    if (decoded.split("/").some((segment) => segment === ".." || segment === ".")) throw new Refusal("not-found");
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("unreadable");
  }
  await next();
};

/** The community in the address: twelve digits, or there is nothing here. */
export function communityOf(c: Context): string {
  return parameter(c, "community", /^\d{12}$/);
}

/** An area in the address: a district of six digits or a street of nine. */
export function areaOf(c: Context): string {
  return parameter(c, "area", /^\d{6}(\d{3})?$/);
}

/** An id or code of ours in the address. */
export function idOf(c: Context, name = "id"): string {
  return parameter(c, name, /^[A-Za-z0-9_-]{1,80}$/);
}

function parameter(c: Context, name: string, pattern: RegExp): string {
  const value = c.req.param(name) ?? "";
  if (!pattern.test(value)) throw new Refusal("not-found");
  return value;
}
