import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDistrict, COMMUNITY, type District, NEIGHBOUR, type Staff } from "./a-district.ts";

let at: District;
let clerk: Staff;
beforeAll(async () => {
  at = await aDistrict();
  clerk = await at.member(at.director, "clerk", ["clerk"]);
});
afterAll(() => at.linli.close());

const residents = `/communities/${COMMUNITY}/registers/residents/records`;
const postsOf = async (staff: Staff) => {
  const me = await (await at.ask("/me", { cookie: staff.cookie })).json();
  return me.communities.find(({ code }: { code: string }) => code === COMMUNITY)?.posts ?? [];
};
const fields = async (answer: Response) => {
  const { status, fields = [] } = await answer.json();
  return [status, ...fields.map(({ code }: { code: string }) => code)];
};

describe("granting a post", () => {
  it("gives its rights with the next request, and stands in the list of posts with its history", async () => {
    const newcomer = await at.member(at.director, "newcomer", []);
    expect((await at.ask(residents, { cookie: newcomer.cookie })).status).toBe(404);
    const answer = await at.grant(at.director, newcomer.account, "health", { dutyLine: [], phone: "023-67800001" });
    expect(answer.status).toBe(201);
    const record = await answer.json();
    expect(record.values).toMatchObject({ post: "health", person: "Name of newcomer", account: newcomer.account });
    expect((await at.ask(residents, { cookie: newcomer.cookie })).status).toBe(200);
    const list = `/communities/${COMMUNITY}/registers/posts/records`;
    const history = await (await at.ask(`${list}/${record.id}/history`, { cookie: at.director.cookie })).json();
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ action: "grant", version: 1 });
  });

  it("is not done about oneself, by nobody", async () => {
    expect(await fields(await at.grant(at.director, at.director.account, "cashier"))).toEqual([403, "about-oneself"]);
    expect(await fields(await at.grant(at.street, at.street.account, "director"))).toEqual([403, "about-oneself"]);
    expect(await postsOf(at.director)).toEqual(["director"]);
  });

  it("is not for clerks, cashiers or strangers", async () => {
    const other = await at.member(at.director, "other", []);
    expect((await at.grant(clerk, other.account, "clerk")).status).toBe(403);
    expect((await at.grant(clerk, clerk.account, "director")).status).toBe(403);
    expect((await at.grant(at.street, other.account, "clerk")).status).toBe(403);
    expect((await at.grant(other, clerk.account, "clerk")).status).toBe(404);
    expect((await at.grant(at.director, other.account, "clerk", {}, NEIGHBOUR)).status).toBe(404);
    expect(await postsOf(other)).toEqual([]);
  });

  it("is never done by typing a record, however complete", async () => {
    const values = { person: "X", account: clerk.account, post: "director", from: "2026-01-01" };
    const list = `/communities/${COMMUNITY}/registers/posts`;
    for (const by of [clerk, at.director]) {
      expect((await at.ask(`${list}/records`, { cookie: by.cookie, json: { values } })).status).toBe(403);
      expect((await at.ask(`${list}/patches`, { cookie: by.cookie, json: { patches: [{ values }] } })).status).toBe(
        403,
      );
    }
    expect(await postsOf(clerk)).toEqual(["clerk"]);
  });

  it("refuses what is no post, no account or no day, all at once", async () => {
    const other = await at.member(at.director, "other2", []);
    expect(
      await fields(await at.grant(at.director, other.account, "king", { from: "2026-02-30", nickname: "x" })),
    ).toEqual(expect.arrayContaining([422, "not-in-list", "not-a-date", "unknown-field"]));
    expect(await fields(await at.grant(at.director, "unknown", "clerk"))).toEqual([422, "unknown-reference"]);
    expect(await fields(await at.grant(at.director, undefined, "clerk"))).toEqual([422, "required"]);
    expect(await fields(await at.grant(at.director, other.account, "clerk", { until: "2026-01-01" }))).toContain(
      "before-start",
    );
    expect(await fields(await at.grant(at.director, other.account, "clerk", { endReason: "term" }))).toContain(
      "required",
    );
  });

  it("of a mere duty needs no account, and is the clerk's to record", async () => {
    const answer = await at.grant(clerk, undefined, "group-leader", { person: "\u5b59\u3000\u52c7" });
    expect(answer.status).toBe(201);
    const { id, values } = await answer.json();
    expect(values.person).toBe("\u5b59\u52c7");
    expect((await at.end(clerk, id)).status).toBe(200);
  });

  it("to somebody without an account is recorded, past terms too, and the rules still hold", async () => {
    const before = { person: "\u8d75\u524d", from: "1990-01-01", until: "1998-01-01", endReason: "term" };
    expect((await at.grant(at.street, undefined, "director", before)).status).toBe(201);
    const overlapping = { ...before, person: "\u94b1\u540c", from: "1997-06-01" };
    expect(await fields(await at.grant(at.street, undefined, "director", overlapping))).toEqual([422, "one-director"]);
    expect((await at.grant(clerk, undefined, "deputy", before)).status).toBe(403);
  });

  it("happens once for one Idempotency-Key", async () => {
    const other = await at.member(at.director, "other3", []);
    const json = { account: other.account, post: "security", from: "2026-11-24" };
    const send = (body: object) =>
      at.ask(`/communities/${COMMUNITY}/posts/grant`, {
        cookie: at.director.cookie,
        json: body,
        headers: { "idempotency-key": "k1" },
      });
    const [first, second] = [await send(json), await send(json)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await second.json()).id).toBe((await first.json()).id);
    expect((await send({ ...json, post: "sanitation" })).status).toBe(422);
  });
});

describe("one director, and money in two hands", () => {
  it("refuses a second director, also when two are granted at once", async () => {
    const [a, b] = [await at.member(at.director, "heir.a", []), await at.member(at.director, "heir.b", [])];
    expect(await fields(await at.grant(at.street, a.account, "director"))).toEqual([422, "one-director"]);
    const later = { from: "2027-01-01" };
    const [current] = (
      await (await at.ask(`/communities/${COMMUNITY}/accounts`, { cookie: at.street.cookie })).json()
    ).accounts
      .filter(({ account }: { account: string }) => account === at.director.account)
      .flatMap(({ posts }: { posts: { id: string }[] }) => posts);
    expect((await at.end(at.street, current.id, { until: "2027-01-01", endReason: "recall" })).status).toBe(200);
    const answers = await Promise.all([
      at.grant(at.street, a.account, "director", later),
      at.grant(at.district, b.account, "director", later),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await postsOf(at.director)).toEqual(["director"]);
  });

  it("S8.15 refuses cashier and accountant in one person, also when both are granted at once", async () => {
    const cashier = await at.member(at.director, "cashier", ["cashier"]);
    expect(await fields(await at.grant(at.director, cashier.account, "accountant"))).toEqual([
      422,
      "cashier-and-accountant",
    ]);
    for (let round = 0; round < 4; round += 1) {
      const racer = await at.member(at.director, `racer${round}`, []);
      const answers = await Promise.all([
        at.grant(at.director, racer.account, "cashier"),
        at.grant(at.director, racer.account, "accountant"),
      ]);
      expect(answers.map(({ status }) => status).sort(), String(round)).toEqual([201, 422]);
      expect(await postsOf(racer)).toHaveLength(1);
    }
  });

  it("refuses both in one invitation, and leaves nothing of it behind", async () => {
    const before = (await (await at.ask(`/communities/${COMMUNITY}/accounts`, { cookie: at.director.cookie })).json())
      .accounts;
    const json = { name: "Both", posts: ["cashier", "accountant"] };
    const answer = await at.ask(`/communities/${COMMUNITY}/invitations`, { cookie: at.director.cookie, json });
    expect(await fields(answer)).toEqual([422, "cashier-and-accountant"]);
    const after = (await (await at.ask(`/communities/${COMMUNITY}/accounts`, { cookie: at.director.cookie })).json())
      .accounts;
    expect(after).toHaveLength(before.length);
  });

  it("S7.4 keeps those who supervise apart from those they supervise, and the director from the cash", async () => {
    const overseer = await at.member(at.director, "overseer", ["supervision"]);
    for (const post of ["member", "deputy", "cashier", "accountant"]) {
      expect(await fields(await at.grant(at.director, overseer.account, post)), post).toContain(
        "supervision-and-committee",
      );
    }
    const json = { name: "Name of director", posts: ["cashier"] };
    const answer = await at.ask(`/communities/${COMMUNITY}/invitations`, { cookie: at.director.cookie, json });
    expect(await fields(answer)).toEqual([422, "director-and-cashier"]);
  });

  it("is not got round by a second account in the same name", async () => {
    const json = { name: "Name of cashier", posts: ["accountant"] };
    const answer = await at.ask(`/communities/${COMMUNITY}/invitations`, { cookie: at.director.cookie, json });
    expect(await fields(answer)).toEqual([422, "cashier-and-accountant"]);
  });
});

describe("ending a post", () => {
  const idOf = async (staff: Staff): Promise<string> => {
    const { accounts } = await (
      await at.ask(`/communities/${COMMUNITY}/accounts`, { cookie: at.street.cookie })
    ).json();
    return accounts.find(({ account }: { account: string }) => account === staff.account).posts[0].id;
  };

  it("takes the rights away with the very next request of an open session", async () => {
    const leaver = await at.member(at.director, "leaver", ["clerk"]);
    expect((await at.ask(residents, { cookie: leaver.cookie })).status).toBe(200);
    const ended = await at.end(at.director, await idOf(leaver));
    expect(await ended.json()).toMatchObject({ version: 2, values: { until: "2026-11-24", endReason: "resign" } });
    expect((await at.ask(residents, { cookie: leaver.cookie })).status).toBe(404);
    expect(await postsOf(leaver)).toEqual([]);
  });

  it("on a later day leaves the rights until then", async () => {
    const leaver = await at.member(at.director, "leaver2", ["clerk"]);
    await at.end(at.director, await idOf(leaver), { until: "2026-11-26" });
    expect(await postsOf(leaver)).toEqual(["clerk"]);
    const noon = at.linli.clock.now;
    at.linli.clock.now = Date.parse("2026-11-25T16:00:00Z");
    const cookie = await at.session(leaver.account);
    expect(await postsOf({ ...leaver, cookie })).toEqual([]);
    at.linli.clock.now = noon;
  });

  it("S8.1 needs one of the reasons the law knows; it is not done about oneself, twice, before the beginning, or to lengthen a term", async () => {
    expect((await at.end(at.director, await idOf(at.director))).status).toBe(403);
    const leaver = await at.member(at.director, "leaver3", ["clerk"]);
    const id = await idOf(leaver);
    expect(await fields(await at.end(at.director, id, { until: "2026-11-01" }))).toEqual([422, "before-start"]);
    expect(await fields(await at.end(at.director, id, { endReason: "tired" }))).toEqual([422, "not-in-list"]);
    expect((await at.end(clerk, id)).status).toBe(403);
    expect((await at.end(at.director, id)).status).toBe(200);
    expect(await fields(await at.end(at.director, id, { until: "2030-01-01" }))).toEqual([422, "already-ended"]);
    const fixed = await (await at.grant(at.director, leaver.account, "floating", { until: "2026-12-31" })).json();
    expect(await fields(await at.end(at.director, fixed.id, { until: "2030-01-01" }))).toEqual([422, "after-end"]);
    expect((await at.end(at.director, "unknown")).status).toBe(404);
  });
});
