/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Committee } from "../../publications/committee.ts";
import { type Look, otherwise } from "./look.ts";
import { style } from "./style.ts";

/** After so many seconds without a touch, the screen in the hall shows its start again. */
const RETURNS_SECONDS = 60;
/** The start itself asks so often what is new. */
const LOOKS_SECONDS = 300;

export type FrameProps = {
  readonly look: Look;
  readonly title: string;
  readonly committee: Committee | undefined;
  /** Where the touch screen goes back to. */
  readonly start?: string;
  readonly state?: string;
  readonly children: Child;
};

/** The frame of every public page: who publishes, larger type, the other language, how to reach the committee. */
export function Frame({ look, title, committee, start, state, children }: FrameProps) {
  const { language, big, kiosk } = look;
  const words = boardWords[language];
  const other = language === "zh" ? "en" : "zh";
  const name = committee?.name[language];
  const seconds = start?.split("?")[0] === look.path ? LOOKS_SECONDS : RETURNS_SECONDS;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={words.htmlLang} class={`${language}${big ? " big" : ""}${kiosk ? " kiosk" : ""}`}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="format-detection" content="telephone=no" />
          {kiosk && start ? <meta http-equiv="refresh" content={`${seconds};url=${start}`} /> : null}
          <link rel="icon" href="data:," />
          <title>{name ? `${title} · ${name}` : title}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <div class="top">
            <header>
              <nav class="look" aria-label={`${words.larger}, ${words.otherLanguage}`}>
                {kiosk ? null : <a href={otherwise(look, { big: !big })}>{big ? words.smaller : words.larger}</a>}{" "}
                <a href={otherwise(look, { language: other })} lang={boardWords[other].htmlLang}>
                  {words.otherLanguage}
                </a>
              </nav>
              <b>{name ?? words.board}</b>
              {name ? <span>{words.board}</span> : null}
            </header>
          </div>
          <main data-state={state}>{children}</main>
          {committee ? <Contact committee={committee} look={look} /> : null}
        </body>
      </html>
    </>
  );
}

function Contact({ committee, look }: { committee: Committee; look: Look }) {
  const words = boardWords[look.language];
  const { phone, address, hours } = committee;
  if (!phone && !address) return null;
  return (
    <footer>
      {phone ? (
        <p>
          {words.contact}{" "}
          {look.kiosk ? (
            <b>{phone}</b>
          ) : (
            <a class="go" href={`tel:${phone}`}>
              {phone}
            </a>
          )}
        </p>
      ) : null}
      {address ? <p>{`${words.address} ${address}`}</p> : null}
      {hours ? <p>{`${words.hours} ${hours}`}</p> : null}
      {look.kiosk ? <p>{words.returns}</p> : null}
    </footer>
  );
}
