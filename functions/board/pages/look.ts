import type { Context } from "hono";
import type { Language } from "../../../shared/schema/label.ts";
import { pageLanguage } from "../../http/language.ts";

/** How somebody reads the board: where, in which language, in larger type. What they chose stays in the address. */
export type Look = {
  readonly language: Language;
  readonly big: boolean;
  /** On the touch screen in the hall: nothing there leads away, and it returns to the start by itself. */
  readonly kiosk: boolean;
  readonly path: string;
  /** What the address says of language and size, for links to other pages. */
  readonly query: string;
};

export function lookOf(c: Context, kiosk: boolean): Look {
  const lang = c.req.query("lang");
  const big = !kiosk && c.req.query("big") === "1";
  const chosen = lang === "zh" || lang === "en" ? lang : undefined;
  // The screen in the hall is for everybody: it does not take over what its browser was installed in.
  const language = kiosk ? (chosen ?? "zh") : pageLanguage(c);
  return { language, big, kiosk, path: c.req.path, query: queryOf(chosen, big) };
}

/** The same page read otherwise. */
export function otherwise(look: Look, change: { language?: Language; big?: boolean }): string {
  const chosen = change.language ?? (/lang=(zh|en)/.exec(look.query)?.[1] as Language | undefined);
  return look.path + (queryOf(chosen, change.big ?? look.big) || "?");
}

function queryOf(lang: Language | undefined, big: boolean): string {
  const parts = [lang && `lang=${lang}`, big && "big=1"].filter(Boolean);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
