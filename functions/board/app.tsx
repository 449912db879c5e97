/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { isDivisionCode } from "../../shared/rules/division-code.ts";
import { dayInWords } from "../../shared/words/dates.ts";
import { boardWords } from "../../shared/words/publication.ts";
import type { Deps } from "../http/deps.ts";
import { onError } from "../http/on-error.ts";
import { ownOrigin } from "../http/origin.ts";
import { plainPath } from "../http/path.ts";
import type { Committee } from "../publications/committee.ts";
import { readBoard, readPublic, readPublisher } from "../publications/public.ts";
import { boardAnswer } from "./answer.ts";
import { BoardPage } from "./pages/BoardPage.tsx";
import { lookOf } from "./pages/look.ts";
import { GonePage, MessagePage } from "./pages/MessagePage.tsx";
import { PublicationPage } from "./pages/PublicationPage.tsx";

/** The public board (公开栏): /c/{community} for everybody's phone, /kiosk/{community} for the touch screen in the hall. */
export function createBoard(deps: Deps): Hono {
  const app = new Hono();
  app.use(plainPath);
  app.onError(pageError);
  app.notFound(unknown);
  for (const root of ["/c", "/kiosk"]) {
    app.get(`${root}/:community`, (c) => board(deps, c));
    app.get(`${root}/:community/:no`, (c) => publication(deps, c));
  }
  return app;
}

async function board(deps: Deps, c: Context): Promise<Response> {
  const { base, committee, community } = await requested(deps, c);
  const shown = await readBoard(deps, community, dayOf(deps.now()));
  return boardAnswer(c, <BoardPage look={lookIn(c)} base={base} committee={committee} {...shown} />);
}

async function publication(deps: Deps, c: Context): Promise<Response> {
  const { base, committee, community } = await requested(deps, c);
  const number = c.req.param("no") ?? "";
  const page = /^[1-9]\d{0,6}$/.test(number) ? await readPublic(deps, community, Number(number)) : undefined;
  const look = lookIn(c);
  if (!page) throw new Refusal("not-found");
  if ("gone" in page) {
    return boardAnswer(c, <GonePage look={look} base={base} committee={committee} page={page} />, 410);
  }
  const today = dayOf(deps.now());
  const words = boardWords[look.language];
  const said = (title: string, line: string) => (
    <MessagePage
      look={look}
      title={title}
      lines={[page.title[look.language], line, words.askUs]}
      committee={committee}
      board={base + look.query}
    />
  );
  if (page.from > today) {
    return boardAnswer(c, said(words.gone.early, words.earlyUntil(dayInWords(page.from, look.language))), 404);
  }
  if (page.to < today) {
    return boardAnswer(c, said(words.gone.over, words.overSince(dayInWords(page.to, look.language))), 410);
  }
  const { content, no, from, to, hash } = page;
  return boardAnswer(
    c,
    <PublicationPage
      look={look}
      base={base}
      committee={committee}
      content={content}
      origin={ownOrigin(c, deps.publicUrl)}
      posted={{ no, from, to, hash }}
    />,
  );
}

const isKiosk = (c: Context) => c.req.path.startsWith("/kiosk");
const lookIn = (c: Context) => lookOf(c, isKiosk(c));

/** The community in the address, and who publishes there; one that nobody entered is not found. */
async function requested(deps: Deps, c: Context): Promise<{ community: string; base: string; committee: Committee }> {
  const community = c.req.param("community") ?? "";
  const committee = isDivisionCode(community) ? await readPublisher(deps, community) : undefined;
  if (!committee) throw new Refusal("not-found");
  return { community, base: `${isKiosk(c) ? "/kiosk" : "/c"}/${community}`, committee };
}

function unknown(c: Context): Response {
  const look = lookIn(c);
  const { title, text } = boardWords[look.language].unknown;
  return boardAnswer(c, <MessagePage look={look} title={title} lines={[text]} />, 404);
}

/** What everybody sees of an error: always a page in words. Faults are logged where all are. */
function pageError(error: Error, c: Context): Response {
  if (error instanceof Refusal && error.code === "not-found") return unknown(c);
  const { status } = onError(error, c);
  const look = lookIn(c);
  const { title, text } = status < 500 ? boardWords[look.language].unknown : boardWords[look.language].fault;
  const shown = status < 500 ? 400 : status === 503 ? 503 : 500;
  return boardAnswer(c, <MessagePage look={look} title={title} lines={[text]} />, shown);
}
