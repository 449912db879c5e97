/** @jsxImportSource hono/jsx */
import { publicationKind } from "../../../shared/codes/publication.ts";
import { shortHash } from "../../../shared/rules/blocks/block.ts";
import { codeLabel } from "../../../shared/schema/codes.ts";
import { dayInWords } from "../../../shared/words/dates.ts";
import { boardWords } from "../../../shared/words/publication.ts";
import type { Committee } from "../../publications/committee.ts";
import type { Board } from "../../publications/public.ts";
import { Frame } from "./Frame.tsx";
import type { Look } from "./look.ts";

export type BoardPageProps = Board & {
  readonly look: Look;
  readonly base: string;
  readonly committee: Committee;
};

/** The public board (公开栏): everything on display by kind, newest first. */
export function BoardPage({ look, base, committee, lines, head }: BoardPageProps) {
  const { language, kiosk, query } = look;
  const words = boardWords[language];
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return (
    <Frame look={look} title={words.board} committee={committee} start={base + query}>
      <h1>{lines.length > 0 ? words.now(lines.length) : words.nothing}</h1>
      {kiosk && lines.length > 0 ? <p class="soft">{words.touch}</p> : null}
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind}>{codeLabel(publicationKind, kind, language)}</h2>
          <ul>
            {lines
              .filter((line) => line.kind === kind)
              .map(({ no, title, to }) => (
                <li key={no} class={`item ${kind}`}>
                  <a href={`${base}/${no}${query}`}>
                    <b lang={title.en === title.zh ? "zh-CN" : undefined}>{title[language]}</b>
                    <span class="soft">{words.until(dayInWords(to, language))}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {head ? (
        <p class="check" id="history">
          {words.history(head.number, dayInWords(head.day, language))} <b>{shortHash(head.hash)}</b>
          <br />
          {words.historyWhy}
        </p>
      ) : null}
    </Frame>
  );
}
