import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAuth } from "../../../functions/auth/app.ts";
import { type Notes, withNotes } from "../../../functions/http/notes.ts";
import { type WholeTables, watchTables } from "../../support/whole-tables.ts";
import { anIssuer, anotherKey, aVisitor, resigned } from "./an-issuer.ts";
import { call, cookieOf, ORIGIN } from "./installation.ts";
import { anOpenInstallation, CALLBACK, type OpenInstallation, whyNot } from "./outside.ts";

let linli: OpenInstallation;
let tables: WholeTables;
let account: string;
const SUBJECT = "zhang-lan";

beforeAll(async () => {
  linli = await anOpenInstallation();
  tables = watchTables(linli.engine, (read) => read());
  ({ account } = await linli.anAccount("zhanglan"));
  await linli.tie(account, SUBJECT);
});
afterAll(() => linli.close());
beforeEach(() => {
  linli.issuer.spoil.token = undefined;
});

const seconds = () => Math.floor(Date.now() / 1000);
const setOut = (visitor = aVisitor(SUBJECT)) => linli.setOut("/auth/outside/start", visitor);
const told = async (why: string, language = "en") => {
  const answer = await call(linli.auth, `/auth/outside/failed?why=${why}&lang=${language}`);
  return { status: answer.status, text: await answer.text() };
};

describe("an answer of the issuer's that is not as it must be lets nobody in and leaves nothing behind", () => {
  const none = { alg: "none" };
  const unsigned = (token: string) => `${resigned(token, {}, none).split(".").slice(0, 2).join(".")}.`;
  const changed = (token: string) => {
    const [head, , signature] = token.split(".");
    const [, body] = resigned(token, { sub: SUBJECT }).split(".");
    return [head, body, signature].join(".");
  };
  it.each<[string, (token: string) => string]>([
    ["a token whose claims were changed on the way", changed],
    ["a token without a signature (alg none)", unsigned],
    ["a token that says alg none and is signed", (token) => resigned(token, {}, none)],
    ["a token signed as with a shared secret", (token) => resigned(token, {}, { alg: "HS256" })],
    ["a token signed with another key", (token) => resigned(token, {}, {}, anotherKey())],
    ["a token signed with a key that the issuer does not publish", (token) => resigned(token, {}, { kid: "second" })],
    ["a token for another client", (token) => resigned(token, { aud: "another" })],
    ["a token for two clients, given to the other", (token) => resigned(token, { aud: ["linli", "b"], azp: "b" })],
    ["a token of another issuer", (token) => resigned(token, { iss: "https://evil.example" })],
    ["a token of another round", (token) => resigned(token, { nonce: "another" })],
    ["a token of no round", (token) => resigned(token, { nonce: undefined })],
    ["a token about nobody", (token) => resigned(token, { sub: undefined })],
    ["a token about an empty name", (token) => resigned(token, { sub: "" })],
    ["a token that has run out", (token) => resigned(token, { exp: seconds() - 120 })],
    ["a token that never runs out", (token) => resigned(token, { exp: undefined })],
    ["a token that holds from later on", (token) => resigned(token, { nbf: seconds() + 120 })],
    ["something that is no token", () => "no.token"],
  ])("%s", async (_, spoil) => {
    // Another subject's proof, so that a changed one would open somebody's account.
    const { back, cookie } = await setOut(aVisitor("somebody-else"));
    linli.issuer.spoil.token = spoil;
    const before = tables.begin();
    expect(whyNot(await call(linli.auth, back, { cookie }))).toBe("distrusted");
    // The round is over, and that is all.
    expect((await tables.since(before)).map(({ after }) => [after.key.sk?.S, after.item])).toEqual([
      ["OUTSIDE", undefined],
    ]);
  });

  it("is told in the reader's language, with a way on", async () => {
    expect(await told("distrusted")).toMatchObject({
      status: 502,
      text: expect.stringContaining("did not pass our checks"),
    });
    const { text } = await told("distrusted", "zh");
    expect(text).toContain("区统一认证给出的答复没有通过核对");
    expect(text).toContain('href="/auth/sign-in"');
    expect((await told("%3Cscript%3E")).text).not.toContain("<script");
  });
});

describe("the log", () => {
  it("tells why nobody was let in, and names nobody", async () => {
    const notes: Notes = {};
    const { back, cookie } = await setOut(aVisitor("somebody-else"));
    linli.issuer.spoil.token = (token) => resigned(token, { aud: "another" });
    await withNotes(notes, () => call(linli.auth, back, { cookie }));
    expect(notes).toMatchObject({ refused: "outside-distrusted OAUTH_JWT_CLAIM_COMPARISON_FAILED" });
    linli.issuer.spoil.token = undefined;
    const unknown: Notes = {};
    const other = await setOut(aVisitor("somebody-else"));
    await withNotes(unknown, () => call(linli.auth, other.back, { cookie: other.cookie }));
    expect(unknown).toMatchObject({ refused: "outside-unknown" });
    const entered: Notes = {};
    const own = await setOut();
    await withNotes(entered, () => call(linli.auth, own.back, { cookie: own.cookie }));
    expect(entered).toMatchObject({ by: account });
    expect(JSON.stringify([notes, unknown, entered])).not.toMatch(/somebody|zhang|state|code=/);
  });
});

describe("the issuer's clock", () => {
  it("may be a minute off", async () => {
    for (const off of [-45, 45]) {
      const { back, cookie } = await setOut();
      linli.issuer.spoil.token = (token) => {
        const now = seconds() + off;
        return resigned(token, { iat: now, nbf: now, exp: off < 0 ? now : now + 60 });
      };
      expect(cookieOf(await call(linli.auth, back, { cookie })), String(off)).toBeDefined();
    }
  });
});

describe("coming back from the issuer", () => {
  it("after pressing cancel there says so", async () => {
    const { back, cookie } = await setOut(aVisitor());
    expect(back).toContain("error=access_denied");
    expect(whyNot(await call(linli.auth, back, { cookie }))).toBe("declined");
    expect((await told("declined")).status).toBe(403);
  });

  it("works in the browser that set out alone, with what that round was given", async () => {
    const mine = await setOut();
    const other = await setOut(aVisitor("somebody-else"));
    const wrong = [
      { back: mine.back, cookie: "" },
      { back: mine.back, cookie: other.cookie },
      { back: mine.back, cookie: `__Host-outside=${"A".repeat(43)}` },
      { back: mine.back, cookie: `outside=${mine.cookie.split("=")[1]}` },
      { back: mine.back.replace(/state=[^&]+/, "state=made-up"), cookie: mine.cookie },
      { back: mine.back.replace(/state=[^&]+&?/, ""), cookie: mine.cookie },
      { back: CALLBACK, cookie: mine.cookie },
    ];
    for (const { back, cookie } of wrong) expect(whyNot(await call(linli.auth, back, { cookie })), back).toBe("old");
    // Nothing of this has spoilt the round that is still on its way.
    expect(cookieOf(await call(linli.auth, mine.back, { cookie: mine.cookie }))).toBeDefined();
    expect((await told("old")).status).toBe(410);
  });

  it("works once, also when it happens twice at the same moment", async () => {
    const { back, cookie } = await setOut();
    const answers = await Promise.all([1, 2, 3].map(() => call(linli.auth, back, { cookie })));
    expect(answers.filter((answer) => cookieOf(answer) !== undefined)).toHaveLength(1);
    expect(whyNot(await call(linli.auth, back, { cookie }))).toBe("old");
  });

  it("does not work with the code of another round: the issuer wants its verifier (PKCE)", async () => {
    const theirs = await setOut();
    const mine = await setOut(aVisitor("somebody-else"));
    const code = new URLSearchParams(theirs.back.split("?")[1]).get("code") ?? "";
    const mixed = mine.back.replace(/code=[^&]+/, `code=${code}`);
    expect(whyNot(await call(linli.auth, mixed, { cookie: mine.cookie }))).toBe("old");
    expect(whyNot(await call(linli.auth, theirs.back, { cookie: mine.cookie }))).toBe("old");
  });

  it("does not work with an answer that another issuer gave (RFC 9207), nor with one said twice", async () => {
    const mine = await setOut();
    const mixed = mine.back.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fevil.example");
    expect(whyNot(await call(linli.auth, mixed, { cookie: mine.cookie }))).toBe("distrusted");
    const twice = await setOut();
    expect(whyNot(await call(linli.auth, `${twice.back}&code=x`, { cookie: twice.cookie }))).toBe("distrusted");
  });

  it("does not work after ten minutes", async () => {
    const { back, cookie } = await setOut();
    linli.clock.now += 10 * 60_000;
    expect(whyNot(await call(linli.auth, back, { cookie }))).toBe("old");
  });

  it("does not open an invitation that has run out meanwhile", async () => {
    const { answerDirectly } = await import("../../../functions/auth/direct.ts");
    const invite = { area: "500112", name: "Late" };
    const { path } = (await answerDirectly(linli.deps, { invite })) as { path: string };
    linli.clock.now += 14 * 24 * 3600_000 - 60_000;
    const { back, cookie } = await linli.setOut(`${path}/outside`, aVisitor("late"));
    linli.clock.now += 120_000;
    const answer = await call(linli.auth, back, { cookie });
    expect(answer.status).toBe(410);
    expect(cookieOf(answer)).toBeUndefined();
  });
});

describe("an issuer that cannot be asked", () => {
  const startAt = async (auth: typeof linli.auth) => whyNot(await call(auth, "/auth/outside/start", { form: {} }));
  const withIssuer = (changed: Partial<typeof linli.issuer.outside>) =>
    createAuth({ ...linli.deps, issuer: { ...linli.issuer.outside, ...changed } });

  it("is told as such, leaves the door open for passwords, and is found again when it is back", async () => {
    const first = await anIssuer(ORIGIN + CALLBACK);
    await first.close();
    const auth = withIssuer({ url: first.url });
    expect(await startAt(auth)).toBe("unreachable");
    expect((await told("unreachable")).status).toBe(503);
    expect((await call(auth, "/auth/sign-in")).status).toBe(200);
    const back = await anIssuer(ORIGIN + CALLBACK, first.port);
    expect((await call(auth, "/auth/outside/start", { form: {} })).status).toBe(200);
    await back.close();
  });

  it("between going there and coming back is told as such", async () => {
    const issuer = await anIssuer(ORIGIN + CALLBACK);
    const auth = withIssuer({ url: issuer.url });
    const begun = await call(auth, "/auth/outside/start", { form: {} });
    const [, to = ""] = /0;url=([^"]+)"/.exec(await begun.text()) ?? [];
    const back = await issuer.visit(to.replaceAll("&amp;", "&"), aVisitor(SUBJECT));
    await issuer.close();
    const cookie = begun.headers.getSetCookie()[0]?.split(";")[0];
    expect(whyNot(await call(auth, back.slice(ORIGIN.length), { cookie }))).toBe("unreachable");
  });

  it.each<[string, number, string, string, string]>([
    ["fails", 500, "application/json", "{}", "unreachable"],
    ["sends us elsewhere", 302, "application/json", "{}", "unreachable"],
    ["shows a page", 200, "text/html", "<p>Hello</p>", "distrusted"],
    ["stammers", 200, "application/json", '{"issuer":', "distrusted"],
    ["calls itself something else", 200, "application/json", '{"issuer":"https://evil.example"}', "distrusted"],
    ["has nothing to offer", 200, "application/json", '{"issuer":"ITSELF"}', "distrusted"],
  ])("because it %s is told as such", async (_, status, type, body, why) => {
    const server = createServer((_, res) => {
      res.writeHead(status, { "content-type": type, location: "http://127.0.0.1:1/" });
      res.end(body.replace("ITSELF", url));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await startAt(withIssuer({ url }))).toBe(why);
    server.close();
  });

  it("because it is not encrypted is not asked, unless it is on this machine", async () => {
    expect(await startAt(withIssuer({ url: "http://sso.example.invalid" }))).toBe("distrusted");
  });

  it("because our secret there is not the right one works again as soon as it is", async () => {
    let secret = "an old one";
    const issuer = await anIssuer(ORIGIN + CALLBACK);
    const auth = withIssuer({ url: issuer.url, secret: async () => secret });
    const round = async () => {
      const begun = await call(auth, "/auth/outside/start", { form: {} });
      const [, to = ""] = /0;url=([^"]+)"/.exec(await begun.text()) ?? [];
      const back = await issuer.visit(to.replaceAll("&amp;", "&"), aVisitor("nobody-here"));
      const cookie = begun.headers.getSetCookie()[0]?.split(";")[0];
      return whyNot(await call(auth, back.slice(ORIGIN.length), { cookie }));
    };
    expect(await round()).toBe("unreachable");
    secret = issuer.secret;
    expect(await round()).toBe("unknown");
    await issuer.close();
  });

  it("because nobody has put our secret in its place is told as such", async () => {
    const secret = () => Promise.reject(Object.assign(new Error("none"), { name: "ParameterNotFound" }));
    expect(await startAt(withIssuer({ url: `${linli.issuer.url}/`, secret }))).toBe("unreachable");
  });
});
