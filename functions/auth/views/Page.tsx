/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../../../shared/schema/label.ts";
import { style } from "./style.ts";
import { wordsIn } from "./words.ts";

export type PageProps = {
  readonly language: Language;
  readonly title: string;
  /** The same page in the other language. */
  readonly otherLanguage: string;
  /** Where the browser goes on to by itself. */
  readonly onward?: string;
  readonly children: Child;
};

/** The frame of every page around signing in. It carries no script. */
export function Page({ language, title, otherLanguage, onward, children }: PageProps) {
  const say = wordsIn(language);
  const [first, second] = [...wordsIn("zh")("product")];
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language === "zh" ? "zh-CN" : "en"}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          {onward ? <meta http-equiv="refresh" content={`0;url=${onward}`} /> : null}
          <title>{`${title} · ${say("product")}`}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <header>
            <div class="seal" aria-hidden="true" lang="zh-CN">
              <b>{first}</b>
              <b>{second}</b>
            </div>
            <div class="name">
              <strong>{say("product")}</strong>
              <span>{say("tagline")}</span>
            </div>
            <a class="language" href={otherLanguage} lang={language === "zh" ? "en" : "zh-CN"}>
              {say("otherLanguage")}
            </a>
          </header>
          <main>{children}</main>
        </body>
      </html>
    </>
  );
}
