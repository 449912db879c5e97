import type { Context } from "hono";
import { readShortCode } from "../../../shared/rules/short-code.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { pageLanguage } from "../../http/language.ts";
import { contentSecurityPolicy } from "./style.ts";

/** How somebody reads a page: the language, and larger type. What they chose stays in the address. */
export type View = {
  readonly language: Language;
  readonly big: boolean;
  readonly path: string;
  readonly query: string;
  /** The household code somebody's printed code brought along; it stays when the page is read otherwise. */
  readonly householdCode?: string | undefined;
};

export function viewOf(c: Context): View {
  const lang = c.req.query("lang");
  const big = c.req.query("big") === "1";
  return {
    language: pageLanguage(c),
    big,
    path: c.req.path,
    query: queryOf({ lang: lang === "zh" || lang === "en" ? lang : undefined, big }),
    householdCode: readShortCode(c.req.query("k") ?? ""),
  };
}

/**
 * Where a page's form goes: to the page's own address, with a mark of its own. A browser that does not reach us puts its
 * own message in the place of a page with the very same address, and Back would find nothing of what was entered.
 */
export function sentFrom(view: View, token = ""): string {
  const mark = token.split(".")[2]?.slice(0, 8) ?? "1";
  return `${view.path}${view.query}${view.query ? "&" : "?"}sent=${mark}`;
}

/** The same page read otherwise. */
export function switched(view: View, change: { language?: Language; big?: boolean }): string {
  const lang = change.language ?? (/lang=(zh|en)/.exec(view.query)?.[1] as Language | undefined);
  return view.path + (queryOf({ lang, big: change.big ?? view.big, k: view.householdCode }) || "?");
}

function queryOf({ lang, big, k }: { lang: Language | undefined; big: boolean; k?: string | undefined }): string {
  const parts = [lang && `lang=${lang}`, big && "big=1", k && `k=${k}`].filter(Boolean);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** A page as it is sent: never kept, never found by search engines, telling no other site where one was. */
export function pageAnswer(
  c: Context,
  page: { toString(): string },
  status: 200 | 404 | 410 | 413 | 415 | 422 | 400 | 429 | 500 | 503 = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return c.html(String(page), status, {
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    ...headers,
  });
}
