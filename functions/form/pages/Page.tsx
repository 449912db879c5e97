/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { formWords } from "../../../shared/words/form.ts";
import { style } from "./style.ts";
import { switched, type View } from "./view.ts";

export type PageProps = {
  readonly view: View;
  readonly title: string;
  readonly head?: string | undefined;
  readonly foot?: Child;
  /** What a program finds out about the page's subject: has a place, waits, is cancelled. */
  readonly state?: string;
  /** The other readings of a page that answers a sent form would lose what was entered. */
  readonly switches?: boolean;
  readonly children: Child;
};

/** The frame of every page for residents. It asks for nothing else, and needs no script. */
export function Page({ view, title, head, foot, state, switches = true, children }: PageProps) {
  const words = formWords[view.language];
  const other = view.language === "zh" ? "en" : "zh";
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={words.htmlLang} class={view.big ? "big" : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="format-detection" content="telephone=no" />
          <link rel="icon" href="data:," />
          <title>{title}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <header>
            {switches ? (
              <nav aria-label={`${words.larger}, ${words.otherLanguage}`}>
                <a href={switched(view, { big: !view.big })}>{view.big ? words.smaller : words.larger}</a>{" "}
                <a href={switched(view, { language: other })} lang={formWords[other].htmlLang}>
                  {words.otherLanguage}
                </a>
              </nav>
            ) : null}
            {head ? <b>{head}</b> : null}
          </header>
          <main data-state={state}>{children}</main>
          {foot ? <footer>{foot}</footer> : null}
        </body>
      </html>
    </>
  );
}
