import type { Context } from "hono";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { readPublic } from "../../publications/public.ts";
import type { Fonts } from "../fonts.ts";
import { drawingsPdf } from "../pdf.ts";
import { onA3, publicationLayout } from "./layout.ts";

/**
 * What is on display as a PDF to hang up (打印件): /p/{community}-{number}.pdf, `?size=a3` for the larger sheet. What was
 * withdrawn, corrected or is over is not printed any more.
 */
export async function publicationPdf(deps: Deps, c: Context, fonts: () => Promise<Fonts>): Promise<Response> {
  const [community = "", number = ""] = (c.req.param("file") ?? "").replace(/\.pdf$/, "").split("-");
  const size = c.req.query("size") ?? "a4";
  if (size !== "a4" && size !== "a3") throw invalid({ path: "size", code: "not-in-list" });
  const page = await readPublic(deps, community, Number(number));
  const today = dayOf(deps.now());
  if (!page || "gone" in page || page.to < today || page.from > today) throw new Refusal("not-found");
  const language = c.req.query("lang") === "en" ? "en" : "zh";
  const letters = await fonts();
  const origin = ownOrigin(c, deps.publicUrl);
  const drawings = publicationLayout({ content: page.content, no: page.no, to: page.to, origin, language }, letters);
  const sheets = size === "a3" ? drawings.map(onA3) : drawings;
  const pdf = await drawingsPdf(sheets, page.title[language], letters, boardWords[language].htmlLang);
  return c.body(new Uint8Array(pdf), 200, {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="${community}-${page.no}-${size}.pdf"`,
    "cache-control": "no-cache",
  });
}
