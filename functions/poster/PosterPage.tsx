/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import { posterWords } from "../../shared/words/poster.ts";
import type { PosterContent } from "./content.ts";

export const posterStyle = [
  "@page{size:A4;margin:0}",
  "body{margin:0;background:#ddd8cc;font:16px/1.5 system-ui,sans-serif}",
  "header{padding:10px 16px;background:#fff;color:#22302c}",
  "h1{margin:0;font-size:20px}",
  "header a{display:inline-block;padding:10px;color:#17594a}",
  "main{margin:16px auto;max-width:210mm;background:#fff}",
  "svg{display:block;width:100%;height:auto}",
  "@media print{header{display:none}body{background:#fff}main{margin:0;max-width:none}svg{width:210mm;height:296.9mm}}",
].join("");

export type PosterPageProps = { readonly content: PosterContent; readonly svg: string; readonly code: string };

/** The poster on screen, as it will be on paper, with its files. */
export function PosterPage({ content, svg, code }: PosterPageProps) {
  const words = posterWords[content.language];
  const query = content.language === "en" ? "?lang=en" : "";
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={words.htmlLang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex" />
          <link rel="icon" href="data:," />
          <title>{content.title}</title>
          <style>{raw(posterStyle)}</style>
        </head>
        <body>
          <header>
            <h1>{content.title}</h1>
            {words.print} <a href={`/p/${code}.pdf${query}`}>PDF</a> <a href={`/p/${code}.svg${query}`}>SVG</a>{" "}
            <a href={`/f/${code}${query}`}>{content.words.form}</a>
          </header>
          <main>{raw(svg)}</main>
        </body>
      </html>
    </>
  );
}
