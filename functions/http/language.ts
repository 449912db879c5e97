import type { Context } from "hono";
import type { Language } from "../../shared/schema/label.ts";
import { rememberedLanguage } from "./cookies.ts";

/** The language of an answer to a program: `Accept-Language`, Chinese where it says nothing we have. */
export function languageOf(c: Context): Language {
  return preferred(c.req.header("accept-language") ?? "");
}

/** The language of a page: what the reader switched to (`?lang=`, kept in a cookie), else what the browser prefers. */
export function pageLanguage(c: Context): Language {
  const chosen = c.req.query("lang") ?? rememberedLanguage(c);
  return chosen === "zh" || chosen === "en" ? chosen : languageOf(c);
}

/** The first of our languages in a header such as `en-GB;q=0.8, zh-CN`, by weight and then by place. */
function preferred(header: string): Language {
  let best: { language: Language; weight: number } | undefined;
  for (const part of header.toLowerCase().split(",")) {
    const [tag = "", ...options] = part.split(";").map((piece) => piece.trim());
    const language = tag.split("-")[0];
    if (language !== "zh" && language !== "en") continue;
    const quality = options.find((option) => option.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (weight > 0 && (best === undefined || weight > best.weight)) best = { language, weight };
  }
  return best?.language ?? "zh";
}
