/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../../../shared/schema/label.ts";
import { statisticsText } from "../../../shared/words/statistics.ts";
import { style } from "./style.ts";

export type FrameProps = {
  readonly language: Language;
  readonly title: string;
  /** The same page in the other language. */
  readonly otherLanguage: string;
  readonly children: Child;
};

/** The frame of the statistics pages. It carries no script. */
export function Frame({ language, title, otherLanguage, children }: FrameProps) {
  const [first, second] = [...statisticsText("product", "zh")];
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language === "zh" ? "zh-CN" : "en"}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} · ${statisticsText("product", language)}`}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <header>
            <div class="seal" aria-hidden="true" lang="zh-CN">
              <b>{first}</b>
              <b>{second}</b>
            </div>
            <div class="name">
              <strong>{statisticsText("title", language)}</strong>
              <span>{statisticsText("tagline", language)}</span>
            </div>
            <a href="/auth/account">{statisticsText("account", language)}</a>
            <a href={otherLanguage} lang={language === "zh" ? "en" : "zh-CN"}>
              {statisticsText("otherLanguage", language)}
            </a>
          </header>
          <main>{children}</main>
        </body>
      </html>
    </>
  );
}
