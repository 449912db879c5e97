/** @jsxImportSource hono/jsx */
import { dayOf } from "../../../shared/rules/calendar.ts";
import { dayInWords } from "../../../shared/words/dates.ts";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Committee } from "../../publications/committee.ts";
import type { Gone } from "../../publications/public.ts";
import { Frame } from "./Frame.tsx";
import type { Look } from "./look.ts";
import { Back } from "./PublicationPage.tsx";

type MessageProps = {
  readonly look: Look;
  readonly title: string;
  readonly lines: readonly string[];
  readonly committee?: Committee | undefined;
  readonly board?: string;
  /** Where to read on. */
  readonly link?: { readonly href: string; readonly text: string } | undefined;
};

/** A page that only says something: nothing here, over, broken. */
export function MessagePage({ look, title, lines, committee, board, link }: MessageProps) {
  return (
    <Frame
      look={look}
      title={title}
      committee={committee}
      {...(board !== undefined && { start: board })}
      state="message"
    >
      {board === undefined ? null : <Back look={look} board={board} />}
      <article>
        <h1>{title}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {link ? (
          <a class="button" href={link.href}>
            {link.text}
          </a>
        ) : null}
      </article>
    </Frame>
  );
}

type GoneProps = { readonly look: Look; readonly base: string; readonly committee: Committee; readonly page: Gone };

/** What stands at the address of a publication that was taken down: when and why, or where its correction is. */
export function GonePage({ look, base, committee, page }: GoneProps) {
  const { language, query } = look;
  const words = boardWords[language];
  const { gone, title } = page;
  const lines =
    gone.why === "withdrawn" ? [words.withdrawnOn(dayInWords(dayOf(gone.at), language)), words.why(gone.reason)] : [];
  const link =
    gone.why === "corrected" ? { href: `${base}/${gone.by}${query}`, text: words.correctedBy(gone.by) } : undefined;
  return (
    <MessagePage
      look={look}
      title={words.gone[gone.why]}
      lines={[title[language], ...lines, words.askUs]}
      committee={committee}
      board={base + query}
      link={link}
    />
  );
}
