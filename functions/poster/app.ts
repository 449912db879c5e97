import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import { readShortCode } from "../../shared/rules/short-code.ts";
import type { Language } from "../../shared/schema/label.ts";
import { formWords } from "../../shared/words/form.ts";
import { posterWords } from "../../shared/words/poster.ts";
import type { Deps } from "../http/deps.ts";
import { onError } from "../http/on-error.ts";
import { ownOrigin } from "../http/origin.ts";
import { plainPath } from "../http/path.ts";
import { findForm } from "../sign-ups/form-item.ts";
import { posterContent } from "./content.ts";
import type { Fonts } from "./fonts.ts";
import { posterLayout } from "./layout.ts";
import { PosterPage, posterStyle } from "./PosterPage.tsx";
import { drawingPdf } from "./pdf.ts";
import { publicationPdf } from "./publication/publication-pdf.ts";
import { drawingSvg } from "./svg.ts";

/** Posters (海报): /p/{code} to look at and print, .pdf and .svg as files. Public, and without anybody's data. */
export function createPoster(deps: Deps, fonts: () => Promise<Fonts>): Hono {
  const app = new Hono();
  app.use(plainPath);
  app.onError((error, c) => (error instanceof Refusal ? unknown(c) : onError(error, c)));
  app.notFound(unknown);
  app.get("/p/:file{\\d{12}-[1-9]\\d{0,6}\\.pdf}", (c) => publicationPdf(deps, c, fonts));
  app.get("/p/:file", async (c) => {
    const [, name = "", kind = "html"] = /^([^.]+)(?:\.(pdf|svg))?$/.exec(c.req.param("file")) ?? [];
    const code = readShortCode(name);
    const form = code === undefined ? undefined : await findForm(deps, code);
    const content = form && (await posterContent(deps, form, ownOrigin(c, deps.publicUrl), languageOf(c)));
    if (!form || !content) throw new Refusal("not-found");
    const letters = await fonts();
    const drawing = posterLayout(content, letters);
    const disposition = `inline; filename="poster-${form.code}.${kind}"`;
    if (kind === "pdf") {
      const pdf = await drawingPdf(drawing, letters, posterWords[content.language].htmlLang);
      const headers = { "content-type": "application/pdf", "content-disposition": disposition };
      return c.body(new Uint8Array(pdf), 200, headers);
    }
    const svg = drawingSvg(drawing, letters);
    if (kind === "svg") {
      return c.body(svg, 200, { "content-type": "image/svg+xml; charset=utf-8", "content-disposition": disposition });
    }
    return c.html(String(PosterPage({ content, svg, code: form.code })), 200, { "content-security-policy": policy });
  });
  return app;
}

/** A poster is for residents: Chinese, unless somebody asks for English by name. */
const languageOf = (c: Context): Language => (c.req.query("lang") === "en" ? "en" : "zh");

function unknown(c: Context): Response {
  const language = languageOf(c);
  const { text } = formWords[language].unknown;
  return c.text(`${posterWords[language].unknown}\n${text}\n`, 404);
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(posterStyle).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
