import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { passDue } from "../../../functions/flows/pass.ts";
import { COMMUNITY } from "../../support/api.ts";
import {
  codesOf,
  type Desk,
  done,
  drafted,
  NOTICE,
  openDesk,
  page,
  posted,
  publicationOf,
  stepped,
  TRIP,
} from "./desk.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.engine.close());

async function tripEvent(values: Record<string, unknown> = TRIP): Promise<string> {
  return (await done(desk.clerk("POST", "/registers/events/records", { values }), 201)).body.id;
}

describe("a notice made from an event", () => {
  it("S1.8 is drafted in one step: addressee, text, itinerary, sign-up box with place, phone, deadline and code", async () => {
    const event = await tripEvent();
    const draft = await drafted(desk.clerk, { kind: "notice", event });
    expect(draft.against).toBeUndefined();
    expect(draft.values).toMatchObject({
      title: TRIP.title,
      addressee: "老年人居民朋友",
      to: "2026-06-10",
      signature: "果园社区居民委员会",
      signedOn: "2026-06-01",
      places: ["board", "web"],
    });
    const { body } = await desk.clerk("GET", `/publications/${draft.id}/page?lang=zh`);
    const { html } = body as unknown as { html: string };
    const { body: open } = await desk.clerk("GET", "/forms");
    const { code } = (open as unknown as { forms: { code: string }[] }).forms[0] ?? { code: "none" };
    for (const said of [
      "2026年6月10日（星期三）07:00",
      "13:30 千亩杏花园 采摘",
      "行程中有购物点，购物自愿",
      "2026年6月8日（星期一）24:00 前",
      "023-67890001",
      "果园路 8 号",
      `/f/${code}`,
      "济南工作站",
      "<span>果园社区居民委员会</span><span>2026年6月1日（星期一）</span>",
    ]) {
      expect(html).toContain(said);
    }
  });

  it("S1.6 cannot announce a gathering after the first stop, and the time to gather at instead is told", async () => {
    const values = { ...TRIP, gather: "2026-06-10T08:00" };
    const answer = await desk.clerk("POST", "/registers/events/records", { values });
    expect(answer.status).toBe(422);
    const [problem] = answer.body.fields as unknown as { code: string; params: Record<string, string> }[];
    expect(problem).toMatchObject({ code: "before-gathering", params: { fix: "gather", proposed: TRIP.gather } });
    await tripEvent({ ...values, [String(problem?.params.fix)]: problem?.params.proposed });
  });

  it("S1.7 a date without its year is refused, with the full date to take; nothing is posted without date and signature", async () => {
    const cut = await desk.clerk("POST", "/publications", { ...NOTICE, signedOn: "-5-31" });
    expect([cut.status, codesOf(cut)]).toEqual([422, ["signedOn date-without-year"]]);
    expect(cut.body.fields[0]).toMatchObject({ params: { proposed: "2026-05-31" } });
    const bare = await drafted(desk.clerk, { ...NOTICE, signedOn: null, signature: null });
    expect(bare.against?.fields.map(({ path }) => path)).toEqual(["signature", "signedOn"]);
    const refused = await desk.clerk("POST", `/publications/${bare.id}/submit`);
    expect([refused.status, codesOf(refused)]).toEqual([422, ["signature required", "signedOn required"]]);
  });
});

describe("the way of a publication", () => {
  it("S8.14 goes through a second person: nobody approves what they wrote, and nothing unapproved is public", async () => {
    const { id } = await drafted(desk.deputy, NOTICE);
    await stepped(desk.deputy, id, "submit");
    const own = await desk.deputy("POST", `/publications/${id}/approve`);
    expect([own.status, codesOf(own)]).toEqual([403, ["state second-person"]]);
    const early = await desk.deputy("POST", `/publications/${id}/post`);
    expect([early.status, codesOf(early)]).toEqual([409, ["state not-in-state"]]);
    const byClerk = await desk.clerk("POST", `/publications/${id}/approve`);
    expect(byClerk.status).toBe(403);
    expect((await page(desk, `/c/${COMMUNITY}`)).html).not.toContain(NOTICE.title);
    await stepped(desk.director, id, "approve");
    const shown = await stepped(desk.deputy, id, "post");
    expect(shown.values).toMatchObject({ state: "posted", no: 1, from: "2026-06-01", approvedBy: "Director" });
    expect((await page(desk, `/c/${COMMUNITY}`)).html).toContain(NOTICE.title);
    expect((await page(desk, `/c/${COMMUNITY}/1`)).html).toContain("请提前储水。");
  });

  it("is locked from submission on, by whatever way, until it is returned with a reason", async () => {
    const { id } = await drafted(desk.clerk, NOTICE);
    const { version } = await stepped(desk.clerk, id, "submit");
    const record = `/registers/publications/records/${id}`;
    const patch = await desk.clerk("PATCH", record, { values: { body: "x" } }, { "if-match": `${version}` });
    expect([patch.status, codesOf(patch)]).toEqual([422, ["body locked"]]);
    const typed = await desk.clerk("POST", "/registers/publications/records", {
      values: { ...NOTICE, state: "posted" },
    });
    expect([typed.status, codesOf(typed)]).toEqual([422, ["state by-action-only"]]);
    const move = await desk.director("POST", `${record}/moves/approve`, {});
    expect(move.status).toBe(404);
    const silent = await desk.director("POST", `/publications/${id}/return`, {});
    expect([silent.status, codesOf(silent)]).toEqual([422, ["reason required"]]);
    const returned = await stepped(desk.director, id, "return", { reason: "Which day?" });
    expect(returned.values.state).toBe("draft");
    const mended = { values: { body: "周四停水。" } };
    expect((await desk.clerk("PATCH", record, mended, { "if-match": `${returned.version}` })).status).toBe(200);
  });

  it("is frozen as it was approved: what happens to the event afterwards changes nothing that hangs", async () => {
    const event = await tripEvent();
    const { id } = await drafted(desk.clerk, { kind: "notice", event });
    await stepped(desk.clerk, id, "submit");
    await stepped(desk.deputy, id, "approve");
    const address = `/registers/events/records/${event}`;
    const { body } = await desk.clerk("GET", address);
    await done(desk.clerk("PATCH", address, { values: { place: "别处" } }, { "if-match": `${body.version}` }));
    await stepped(desk.clerk, id, "post");
    const { html } = await page(desk, `/c/${COMMUNITY}/1`);
    expect(html).toContain("居委会门口");
    expect(html).not.toContain("别处");
  });

  it("hangs until its last day has ended, and is archived inside by then", async () => {
    const { id } = await posted(desk);
    desk.clock.now = Date.parse("2026-06-20T15:59:59Z");
    expect((await page(desk, `/c/${COMMUNITY}`)).html).toContain(NOTICE.title);
    desk.clock.now = Date.parse("2026-06-20T16:00:00Z");
    expect((await page(desk, `/c/${COMMUNITY}`)).html).not.toContain(NOTICE.title);
    const over = await page(desk, `/c/${COMMUNITY}/1`);
    expect([over.status, over.html.includes("公布到2026年6月20日（星期六）为止")]).toEqual([410, true]);
    await passDue(desk.deps);
    const clerk = await desk.as(["clerk"]);
    expect(publicationOf(await clerk("GET", `/publications/${id}`)).values.state).toBe("archived");
  });

  it("is off the board the moment it is withdrawn, and its address says so to whoever holds a printed copy", async () => {
    const { id } = await posted(desk);
    const silent = await desk.director("POST", `/publications/${id}/withdraw`);
    expect([silent.status, codesOf(silent)]).toEqual([422, ["reason required"]]);
    const [one, two] = await Promise.all([
      desk.director("POST", `/publications/${id}/withdraw`, { reason: "改期" }),
      desk.deputy("POST", `/publications/${id}/withdraw`, { reason: "改期" }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect((await page(desk, `/c/${COMMUNITY}`)).html).not.toContain(NOTICE.title);
    const gone = await page(desk, `/c/${COMMUNITY}/1`);
    expect(gone.status).toBe(410);
    for (const said of ["本件已撤下", "纸质件同时作废", "原因：改期"]) expect(gone.html).toContain(said);
    expect(gone.html).not.toContain("请提前储水");
  });

  it("is corrected by a new version that says what was wrong, and leads there from the old one", async () => {
    const first = await posted(desk);
    const silent = await desk.clerk("POST", `/publications/${first.id}/corrections`, {});
    expect([silent.status, codesOf(silent)]).toEqual([422, ["correction required"]]);
    const asked = desk.clerk("POST", `/publications/${first.id}/corrections`, { correction: "停水在周四" });
    const second = publicationOf(await done(asked, 201));
    await stepped(desk.clerk, second.id, "submit");
    await stepped(desk.deputy, second.id, "approve");
    await stepped(desk.clerk, second.id, "post");
    expect((await page(desk, `/c/${COMMUNITY}/2`)).html).toContain("停水在周四");
    const old = await page(desk, `/c/${COMMUNITY}/1`);
    expect([old.status, old.html.includes(`href="/c/${COMMUNITY}/2"`)]).toEqual([410, true]);
    expect(publicationOf(await desk.clerk("GET", `/publications/${first.id}`)).values.state).toBe("archived");
    expect((await desk.clerk("GET", "/publications/chain")).body).toEqual({ holds: true, posted: 2 });
  });

  it("eight posted at once get eight numbers in one chain", async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const { id } = await drafted(desk.clerk, { ...NOTICE, title: `Notice ${at}` });
        await stepped(desk.clerk, id, "submit");
        await stepped(desk.deputy, id, "approve");
        return id;
      }),
    );
    const shown = await Promise.all(ids.map((id) => stepped(desk.clerk, id, "post")));
    expect(shown.map(({ values }) => values.no).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await desk.clerk("GET", "/publications/chain")).body).toEqual({ holds: true, posted: 8 });
  });

  it("S7.6 keeps where it hangs, since when and by whose hand", async () => {
    const { id } = await posted(desk, { ...NOTICE, affairs: "targets", places: ["wall", "board", "screen"] });
    const bad = await desk.clerk("POST", `/publications/${id}/note`, { values: { title: "x" } });
    expect([bad.status, codesOf(bad)]).toEqual([422, ["title not-taken"]]);
    const postings = [{ place: "board", on: "2026-06-01", by: "Clerk", note: "photo 17" }];
    expect((await stepped(desk.clerk, id, "note", { values: { postings } })).values).toMatchObject({ postings });
  });
});
