import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStatistics } from "../../../functions/statistics/app.ts";
import { call, takeUp } from "../auth/installation.ts";
import { aDistrict, COMMUNITY, DISTRICT, type District, NEIGHBOUR, STREET, type Staff } from "./a-district.ts";

let at: District;
let clerk: Staff;
beforeAll(async () => {
  at = await aDistrict();
  const invited = await at.member(at.director, "clerk", ["clerk"]);
  clerk = { ...invited, ...(await takeUp(at.linli, invited.path ?? "", "clerk")) };
});
afterAll(() => at.linli.close());

describe("who one is", () => {
  it("shows a clerk the communities of the posts held, and nothing else", async () => {
    const me = await (await at.ask("/me", { cookie: clerk.cookie })).json();
    expect(me).toMatchObject({
      account: clerk.account,
      name: "Name of clerk",
      via: "session",
      areas: [],
      communities: [{ code: COMMUNITY, name: "Community 4", posts: ["clerk"] }],
    });
    expect(me.communities[0].rights).toEqual(["read", "write", "import", "export", "reveal", "forms", "counts"]);
  });

  it("shows street and district what they cover", async () => {
    const street = await (await at.ask("/me", { cookie: at.street.cookie })).json();
    expect(street.areas).toEqual([{ code: STREET, role: "street", name: "Longta", streets: [] }]);
    expect(street.communities.map(({ code }: { code: string }) => code)).toEqual([COMMUNITY, NEIGHBOUR]);
    const district = await (await at.ask("/me", { cookie: at.district.cookie })).json();
    expect(district.areas[0]).toMatchObject({ name: "Yubei", streets: [{ code: STREET, name: "Longta" }] });
    expect(district.communities[0].rights).not.toContain("write");
  });

  it("is asked before anything is answered", async () => {
    for (const path of ["/me", `/areas/${DISTRICT}`, `/communities/${COMMUNITY}/accounts`]) {
      expect((await at.ask(path)).status).toBe(401);
    }
  });
});

describe("setting up an area", () => {
  const { ask } = { ask: (path: string, by: Staff, json?: unknown) => at.ask(path, { cookie: by.cookie, json }) };

  it("adds places under the area's own code only, each once", async () => {
    const add = (by: Staff, area: string, kind: string, code: string) =>
      ask(`/areas/${area}/${kind}`, by, { code, name: "New" });
    expect((await add(at.district, DISTRICT, "streets", "500112016")).status).toBe(201);
    expect((await add(at.district, DISTRICT, "streets", "500112016")).status).toBe(409);
    expect((await add(at.district, DISTRICT, "streets", "500113001")).status).toBe(422);
    expect((await add(at.district, DISTRICT, "communities", "50011201")).status).toBe(422);
    expect((await add(at.district, "500113", "communities", "500113001001")).status).toBe(404);
    expect((await add(at.street, STREET, "communities", "500112013009")).status).toBe(201);
    expect((await add(at.street, STREET, "communities", "500112016001")).status).toBe(422);
    expect((await add(at.street, STREET, "streets", "500112017")).status).toBe(403);
    expect((await add(at.director, DISTRICT, "communities", "500112013010")).status).toBe(404);
    const listed = await (await ask(`/areas/${DISTRICT}/streets`, at.district)).json();
    expect(listed.streets.map(({ code }: { code: string }) => code)).toEqual([STREET, "500112016"]);
  });

  it("gives a program its secret once, two live ones at most, and a token by either", async () => {
    const made = await (await ask(`/areas/${DISTRICT}/clients`, at.district, { name: "Bureau" })).json();
    expect(made).toMatchObject({ area: DISTRICT, name: "Bureau", tokenEndpoint: "https://linli.example/auth/token" });
    const token = async (secret: string) => {
      const form = { grant_type: "client_credentials", client_id: made.clientId, client_secret: secret };
      return (await call(at.linli.auth, "/auth/token", { form, origin: null })).json();
    };
    const { access_token } = await token(made.clientSecret);
    expect(access_token).toBeDefined();
    const path = `/areas/${DISTRICT}/clients`;
    const second = await (await ask(`${path}/${made.clientId}/secrets`, at.district, {})).json();
    expect((await token(made.clientSecret)).access_token).toBeDefined();
    expect((await token(second.clientSecret)).access_token).toBeDefined();
    const third = await (await ask(`${path}/${made.clientId}/secrets`, at.district, {})).json();
    expect((await token(made.clientSecret)).error).toBe("invalid_client");
    expect((await token(third.clientSecret)).access_token).toBeDefined();
    const listed = await (await ask(path, at.district)).text();
    expect(listed).toContain(made.clientId);
    expect(listed).not.toContain(third.clientSecret);
    // A program has no way into the staff API, whatever area it is of.
    for (const staff of [
      `/areas/${DISTRICT}`,
      `/communities/${COMMUNITY}/registers`,
      `/communities/${COMMUNITY}/accounts`,
    ]) {
      expect((await at.ask(staff, { bearer: access_token })).status).toBe(404);
    }
    const gone = await at.ask(`${path}/${made.clientId}`, { cookie: at.district.cookie, method: "DELETE" });
    expect(gone.status).toBe(204);
    expect((await token(third.clientSecret)).error).toBe("invalid_client");
  });

  it("ends a program together with the tokens it still has", async () => {
    const path = `/areas/${DISTRICT}/clients`;
    const [made, other] = await Promise.all(
      ["Ended", "Other"].map(async (name) => (await ask(path, at.district, { name })).json()),
    );
    const statistics = createStatistics(at.linli.deps);
    const tokens = await Promise.all(
      [made, other].map(async ({ clientId, clientSecret }) => {
        const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
        return (await (await call(at.linli.auth, "/auth/token", { form, origin: null })).json()).access_token;
      }),
    );
    const areas = (bearer: string) => call(statistics, "/statistics/v1/areas", { bearer }).then(({ status }) => status);
    expect(await Promise.all(tokens.map(areas))).toEqual([200, 200]);
    await at.ask(`${path}/${made.clientId}`, { cookie: at.district.cookie, method: "DELETE" });
    expect(await Promise.all(tokens.map(areas))).toEqual([401, 200]);
  });

  it("keeps programs and street accounts to the district", async () => {
    expect((await ask(`/areas/${DISTRICT}/clients`, at.director, { name: "x" })).status).toBe(404);
    expect((await ask(`/areas/${STREET}/clients`, at.street, { name: "x" })).status).toBe(403);
    expect((await ask(`/areas/${STREET}/invitations`, at.street, { name: "x" })).status).toBe(403);
    expect((await ask(`/areas/${DISTRICT}/invitations`, at.street, { name: "x" })).status).toBe(404);
  });
});

describe("accounts of a community", () => {
  const invite = (by: Staff, json: unknown, community = COMMUNITY) =>
    at.ask(`/communities/${community}/invitations`, { cookie: by.cookie, json });

  it("are invited by the director or the street, each within their rights", async () => {
    expect((await invite(clerk, { name: "X" })).status).toBe(403);
    expect((await invite(at.director, { name: "X", posts: ["director"] })).status).toBe(403);
    expect((await invite(at.street, { name: "X", posts: ["clerk"] })).status).toBe(403);
    expect((await invite(at.director, { name: "X" }, NEIGHBOUR)).status).toBe(404);
    expect((await invite(at.district, { name: "Y", posts: ["director"] }, NEIGHBOUR)).status).toBe(201);
    expect((await invite(at.director, { name: "", posts: ["clerk"] })).status).toBe(422);
    expect((await invite(at.director, { name: "X", posts: ["king"] })).status).toBe(422);
    const answer = await (await invite(at.director, { name: "X", posts: ["clerk"] })).json();
    expect(answer.url).toBe(`https://linli.example${answer.path}`);
    expect(answer.posts).toEqual([{ id: expect.any(String), post: "clerk" }]);
  });

  it("are listed for those who invite, without anybody's password", async () => {
    expect((await at.ask(`/communities/${COMMUNITY}/accounts`, { cookie: clerk.cookie })).status).toBe(403);
    const { accounts } = await (
      await at.ask(`/communities/${COMMUNITY}/accounts`, { cookie: at.director.cookie })
    ).json();
    expect(accounts).toContainEqual({
      account: clerk.account,
      name: "Name of clerk",
      login: "clerk",
      state: "active",
      posts: [{ id: expect.any(String), post: "clerk", from: "2026-11-24", inForce: true }],
    });
    expect(JSON.stringify(accounts)).not.toContain("scrypt");
  });

  it("are signed out everywhere at once by whoever gives them a new link", async () => {
    const member = await at.member(at.director, "lost.phone", ["clerk"]);
    const made = await call(at.linli.auth, "/auth/tokens", { cookie: member.cookie, json: { label: "Script" } });
    const { token } = await made.json();
    const me = async () => [
      (await at.ask("/me", { cookie: member.cookie })).status,
      (await at.ask("/me", { bearer: token })).status,
    ];
    expect(await me()).toEqual([200, 200]);
    const path = `/communities/${COMMUNITY}/accounts/${member.account}/invitations`;
    expect((await at.ask(path, { cookie: at.director.cookie, json: {} })).status).toBe(201);
    expect(await me()).toEqual([401, 401]);
  });

  it("come in by their newest link alone: whoever found an earlier one has nothing", async () => {
    const member = await at.member(at.director, "lost.link", ["clerk"]);
    const renewed = async () => {
      at.linli.clock.now += 60_000;
      const path = `/communities/${COMMUNITY}/accounts/${member.account}/invitations`;
      return (await (await at.ask(path, { cookie: at.director.cookie, json: {} })).json()).path;
    };
    const [earlier, newest] = [await renewed(), await renewed()];
    expect((await takeUp(at.linli, earlier, "")).status).toBe(410);
    expect((await takeUp(at.linli, newest, "newest.link")).status).toBe(303);
  });

  it("get a new link from the director, but the money's and the director's own only from above", async () => {
    const cashier = await at.member(at.director, "cashier", ["cashier"]);
    const renew = (by: Staff, account: string) =>
      at.ask(`/communities/${COMMUNITY}/accounts/${account}/invitations`, { cookie: by.cookie, json: {} });
    expect((await renew(at.director, cashier.account)).status).toBe(403);
    expect((await renew(at.street, cashier.account)).status).toBe(201);
    expect((await renew(at.street, at.director.account)).status).toBe(201);
    const director = { ...at.director, cookie: await at.session(at.director.account) };
    expect((await renew(director, director.account)).status).toBe(404);
    expect((await renew(director, at.street.account)).status).toBe(404);
    expect((await renew(clerk, cashier.account)).status).toBe(403);
    const { path } = await (await renew(director, clerk.account)).json();
    expect((await takeUp(at.linli, path, "")).status).toBe(303);
    expect((await at.ask("/me", { cookie: clerk.cookie })).status).toBe(401);
  });
});
