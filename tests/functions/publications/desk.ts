import type { Hono } from "hono";
import { createBoard } from "../../../functions/board/app.tsx";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { type Answer, type Caller, COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

/** A publication as its routes answer it. */
export type Publication = {
  id: string;
  version: number;
  values: Record<string, unknown> & { state: string; no?: number; hash?: string; to?: string };
  against?: { fields: { path: string; code: string }[] };
  rules: { parameter: string }[];
};

export type Desk = TestApi & { board: Hono; clerk: Caller; deputy: Caller; director: Caller };

/** The office of a community that publishes: a clerk who drafts, two who approve, and the public board. */
export async function openDesk(options: Partial<EngineOptions> = {}): Promise<Desk> {
  const test = await openTestApi(options);
  const [clerk, deputy, director] = await Promise.all([
    test.as(["clerk"], { name: "Clerk" }),
    test.as(["deputy"], { name: "Deputy" }),
    test.as(["director"], { name: "Director" }),
  ]);
  await done(
    director("POST", "/registers/committees/records", {
      values: {
        code: COMMUNITY,
        name: "果园社区居民委员会",
        nameEn: "Orchard Residents' Committee",
        phone: "023-67890001",
        address: "果园路 8 号",
        premises: "own",
      },
    }),
    201,
  );
  return { ...test, board: createBoard(test.deps), clerk, deputy, director };
}

/** The trip of document 1, mended: gathering when the itinerary begins. */
export const TRIP = {
  title: "南部山区采摘一日游",
  kind: "trip",
  target: ["elderly"],
  coOrganisers: "济南工作站",
  gather: "2026-06-10T07:00",
  place: "居委会门口",
  end: "2026-06-10T15:00",
  capacity: 60,
  commercialStop: true,
  stops: [
    { time: "07:00", place: "居委会", activity: "出发" },
    { time: "09:00", place: "门牙风景区", activity: "游览" },
    { time: "13:30", place: "千亩杏花园", activity: "采摘" },
  ],
};

export async function done(asked: Promise<Answer>, status = 200): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

export const publicationOf = ({ body }: Answer) => body as unknown as Publication;
export const codesOf = ({ body }: Answer) => (body.fields ?? []).map(({ path, code }) => `${path} ${code}`);

/** Takes a step; a refusal is the test's fault. */
export async function stepped(caller: Caller, id: string, move: string, body?: unknown): Promise<Publication> {
  return publicationOf(await done(caller("POST", `/publications/${id}/${move}`, body)));
}

export async function drafted(caller: Caller, values: Record<string, unknown>): Promise<Publication> {
  return publicationOf(await done(caller("POST", "/publications", values), 201));
}

export const NOTICE = { kind: "notice", title: "停水通知", body: "本周三停水。\n请提前储水。", to: "2026-06-20" };

/** Drafted and submitted by the clerk, approved by the deputy, posted by the clerk. */
export async function posted({ clerk, deputy }: Desk, values: Record<string, unknown> = NOTICE): Promise<Publication> {
  const { id } = await drafted(clerk, values);
  await stepped(clerk, id, "submit");
  await stepped(deputy, id, "approve");
  return stepped(clerk, id, "post");
}

/** A public page as anybody's browser gets it. */
export async function page({ board }: Desk, path: string, headers: Record<string, string> = {}) {
  const response = await board.request(path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
}
