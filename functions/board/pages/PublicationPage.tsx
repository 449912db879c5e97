/** @jsxImportSource hono/jsx */
import type { Content } from "../../../shared/rules/publication/content.ts";
import { dayInWords } from "../../../shared/words/dates.ts";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Committee } from "../../publications/committee.ts";
import { Blocks } from "./Blocks.tsx";
import { Frame } from "./Frame.tsx";
import type { Look } from "./look.ts";

export type PublicationPageProps = {
  readonly look: Look;
  /** The board it hangs on. */
  readonly base: string;
  readonly committee: Committee;
  readonly content: Content;
  readonly origin: string;
  /** Once it is posted: its number, days and hash. */
  readonly posted?: { readonly no: number; readonly from: string; readonly to: string; readonly hash: string };
};

/** One publication as everybody reads it: signed and dated, and how long it hangs. */
export function PublicationPage({ look, base, committee, content, origin, posted }: PublicationPageProps) {
  const { language, kiosk, query } = look;
  const words = boardWords[language];
  const { heading, title, addressee, blocks, signature, signedOn, corrects } = content;
  const board = base + query;
  return (
    <Frame look={look} title={title[language]} committee={committee} start={board} state="posted">
      <Back look={look} board={board} />
      <article>
        <p class="heading">{heading[language]}</p>
        <h1>{title[language]}</h1>
        {corrects ? (
          <p class="note">
            <b>{words.corrects(corrects.no)}</b>
            <br />
            {corrects.why[language]}
          </p>
        ) : null}
        {addressee ? <p class="to">{words.to(addressee[language])}</p> : null}
        <Blocks blocks={blocks} language={language} origin={origin} kiosk={kiosk} />
        <p class="signed">
          <span>{signature[language]}</span>
          <span>{dayInWords(signedOn, language)}</span>
        </p>
      </article>
      {posted ? (
        <p class="soft">
          {words.no(posted.no)}
          <br />
          {words.shown(dayInWords(posted.from, language), dayInWords(posted.to, language))}
        </p>
      ) : null}
      {posted && !kiosk ? (
        <p class="screen">
          <a class="go" href={`/p/${content.community}-${posted.no}.pdf?lang=${language}`}>
            {words.a4}
          </a>{" "}
          <a class="go" href={`/p/${content.community}-${posted.no}.pdf?size=a3&lang=${language}`}>
            {words.a3}
          </a>
        </p>
      ) : null}
      {kiosk ? (
        <a class="button" href={board}>
          {words.backToStart}
        </a>
      ) : null}
      {posted ? <p class="check">{words.checkText(posted.hash)}</p> : null}
    </Frame>
  );
}

/** The way back: a link on a phone, a wide button on the touch screen. */
export function Back({ look, board }: { look: Look; board: string }) {
  const words = boardWords[look.language];
  return (
    <nav aria-label={words.back}>
      <a class={look.kiosk ? "button" : "go"} href={board}>
        {look.kiosk ? words.backToStart : words.back}
      </a>
    </nav>
  );
}
