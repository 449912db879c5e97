import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { renewedInvitation } from "../../../functions/accounts/invite.ts";
import { listMembers } from "../../../functions/accounts/members.ts";
import { createApi } from "../../../functions/api/app.ts";
import { answerDirectly } from "../../../functions/auth/direct.ts";
import { accountKey, areaKey, holderKey } from "../../../functions/guard/account-keys.ts";
import { readAccount } from "../../../functions/guard/actor.ts";
import { openItems } from "../../../functions/store/items.ts";
import { type WholeTables, watchTables } from "../../support/whole-tables.ts";
import { aVisitor } from "./an-issuer.ts";
import { anAreaAccount, anInstallation, call, cookieOf, PASSWORD, signIn, takeUp } from "./installation.ts";
import { anOpenInstallation, type OpenInstallation, whyNot } from "./outside.ts";

let linli: OpenInstallation;
let made = 0;
let login: string;
let account: string;
let cookie: string;

let tables: WholeTables;

beforeAll(async () => {
  linli = await anOpenInstallation();
  tables = watchTables(linli.engine, (read) => read());
});
afterAll(() => linli.close());
beforeEach(async () => {
  linli.clock.now += 3600_000;
  made += 1;
  login = `office${made}`;
  ({ account, cookie } = await linli.anAccount(login));
});

const page = async (path: string, as = cookie) => {
  const answer = await call(linli.auth, path, { cookie: as, headers: { "accept-language": "en" } });
  return { status: answer.status, text: await answer.text() };
};
const subject = () => `subject-${made}`;
const accounts = () => openItems(linli.deps.documents, "accounts");

/** Switches the second step on, and lets the first code's time go by. */
async function switchOn() {
  const form = { twoStepPassword: PASSWORD };
  const shown = await (await call(linli.auth, "/auth/two-step/prepare", { cookie, form })).text();
  const secret = (/class="key">([A-Z2-7 ]+)</.exec(shown)?.[1] ?? "").replaceAll(" ", "");
  const answer = await call(linli.auth, "/auth/two-step/confirm", { cookie, form: { code: codeOf(secret) } });
  linli.clock.now += 30_000;
  return { secret, cookie: cookieOf(answer) ?? "" };
}
const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: linli.clock.now });

async function invited(name = "Wang Min") {
  const { account, path } = (await answerDirectly(linli.deps, { invite: { area: "500112", name } })) as {
    account: string;
    path: string;
  };
  return { account, path };
}
async function invitedAgain() {
  const { path, writes } = renewedInvitation(linli.deps, account, "Somebody");
  await accounts().write(...writes);
  return path;
}

describe("an installation without an outside issuer", () => {
  it("shows no such button, and has no such address", async () => {
    const plain = await anInstallation();
    const { cookie: own } = await anAreaAccount(plain, "500112", "yubei");
    const { path } = (await answerDirectly(plain.deps, { invite: { area: "500113", name: "X" } })) as { path: string };
    for (const at of ["/auth/sign-in", "/auth/account", path]) {
      expect(await (await call(plain.auth, at, { cookie: own })).text(), at).not.toContain("outside");
    }
    for (const at of ["start", "link", "unlink"]) {
      expect((await call(plain.auth, `/auth/outside/${at}`, { form: {}, cookie: own })).status, at).toBe(404);
    }
    expect((await call(plain.auth, `${path}/outside`, { form: {} })).status).toBe(404);
    for (const at of ["callback?code=a&state=b", "failed"]) {
      expect((await call(plain.auth, `/auth/outside/${at}`)).status, at).toBe(404);
    }
    await plain.close();
  });
});

describe("signing in with an outside account", () => {
  it("opens a session of the same kind as a password does, a new one, and leads where the person wanted to go", async () => {
    expect((await linli.link(cookie, subject())).headers.get("location")).toBe("/auth/account");
    const {
      back,
      line,
      cookie: own,
    } = await linli.setOut("/auth/outside/start", aVisitor(subject()), {
      form: { to: "/admin/#/residents" },
    });
    expect(line).toMatch(/^__Host-outside=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const answer = await call(linli.auth, back, { cookie: `${own}; ${cookie}` });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/admin/#/residents");
    const [session = ""] = answer.headers.getSetCookie().filter((each) => each.startsWith("__Host-session"));
    expect(session).toMatch(/^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^__Host-outside=; Max-Age=0/));
    // What the browser carried before, planted or old, opens nothing any more.
    expect((await page("/auth/account")).status).toBe(303);
    const opened = cookieOf(answer) ?? "";
    expect((await page("/auth/account", opened)).text).toMatch(/this device/);
    await call(linli.auth, "/auth/sign-out", { form: {}, cookie: opened });
    expect((await page("/auth/account", opened)).status).toBe(303);
  });

  it("asks the issuer for no name and no address, and keeps of the subject a hash alone", async () => {
    await linli.tie(account, subject());
    const { asked } = await linli.setOut("/auth/outside/start", aVisitor(subject()));
    const sent = new URL(asked).searchParams;
    expect(sent.get("scope")).toBe("openid");
    expect(sent.get("code_challenge_method")).toBe("S256");
    const kept = JSON.stringify(await accounts().get(accountKey(account)));
    expect(kept).not.toContain(subject());
  });

  it("lets nobody in whom no account is tied to, though they be called like somebody, and writes nothing down", async () => {
    for (const called of ["yubei", login, `${login}@example.cn`, account]) {
      const before = tables.begin();
      expect(whyNot(await linli.signIn(called)), called).toBe("unknown");
      expect(await tables.since(before), called).toEqual([]);
    }
    const answer = await page("/auth/outside/failed?why=unknown");
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("is not linked to one here");
  });

  it("asks for the second step all the same, where the account has one", async () => {
    const { secret } = await switchOn();
    await linli.tie(account, subject());
    const answer = await linli.signIn(subject(), "/admin/#/residents");
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).toBeUndefined();
    const [, ticket = ""] = /name="ticket" value="([\w-]{43})"/.exec(await answer.text()) ?? [];
    const second = (code: string) =>
      call(linli.auth, "/auth/second-step", { form: { ticket, code, to: "/admin/#/residents" } });
    expect((await second("000000")).status).toBe(401);
    const entered = await second(codeOf(secret));
    expect(entered.headers.get("location")).toBe("/admin/#/residents");
    expect(cookieOf(entered)).toBeDefined();
  });

  it("gives no rights: those come from the posts alone, and end with them at once", async () => {
    const api = createApi(linli.deps);
    const community = "500199001001";
    const records = openItems(linli.deps.documents, "records");
    await records.write({ put: { ...areaKey(community), code: community, name: "First" } });
    const hold = (until?: string) =>
      records.write({
        put: {
          ...holderKey(community, account),
          account,
          terms: [{ id: "1", post: "clerk", from: "2020-01-01", ...(until && { until }) }],
          version: 1,
        },
      });
    await linli.tie(account, subject());
    const session = cookieOf(await linli.signIn(subject())) ?? "";
    const read = async () =>
      (await call(api, `/api/communities/${community}/registers/bodies/records`, { cookie: session })).status;
    expect(await read()).toBe(404);
    await hold();
    expect(await read()).toBe(200);
    await hold("2026-11-01");
    expect(await read()).toBe(404);
  });

  it("leads only to addresses of ours, whatever the form or the issuer's answer says", async () => {
    await linli.tie(account, subject());
    for (const to of ["https://evil.example/", "//evil.example", "/\\evil.example", "/auth/sign-out"]) {
      expect((await linli.signIn(subject(), to)).headers.get("location"), to).toBe("/admin/");
    }
    const { back, cookie: own } = await linli.setOut("/auth/outside/start", aVisitor(subject()));
    const answer = await call(linli.auth, `${back}&to=https://evil.example`, { cookie: own });
    expect(answer.headers.get("location")).toBe("/admin/");
  });
});

describe("tying an account to an outside one", () => {
  it("takes the password and a fresh proof at the issuer, and shows that it is done", async () => {
    const wrong = await call(linli.auth, "/auth/outside/link", { cookie, form: { outsidePassword: "no" } });
    expect(wrong.status).toBe(422);
    expect((await page("/auth/account")).text).toContain("Link the district&#39;s sign-in");
    const visitor = aVisitor(subject());
    const given = { cookie, form: { outsidePassword: PASSWORD } };
    await linli.round("/auth/outside/start", visitor);
    expect(visitor.asked).toBe(1);
    // Somebody else of the office may still be signed in there.
    await linli.round("/auth/outside/link", visitor, given);
    expect(visitor.asked).toBe(2);
    expect((await page("/auth/account")).text).toContain("Linked: ");
    expect(cookieOf(await linli.round("/auth/outside/start", visitor))).toBeDefined();
    expect(visitor.asked).toBe(2);
  });

  it("takes a code as well, to tie and to untie, where the account has a second step", async () => {
    const { secret, cookie: session } = await switchOn();
    const tied = (more: object) => ({ cookie: session, form: { outsidePassword: PASSWORD, ...more } });
    expect((await call(linli.auth, "/auth/outside/link", tied({}))).status).toBe(422);
    const given = tied({ outsideCode: codeOf(secret) });
    const back = await linli.round("/auth/outside/link", aVisitor(subject()), given);
    expect(back.headers.get("location")).toBe("/auth/account");
    expect((await call(linli.auth, "/auth/outside/unlink", tied({}))).status).toBe(422);
    linli.clock.now += 30_000;
    const code = { outsideCode: codeOf(secret) };
    expect((await call(linli.auth, "/auth/outside/unlink", tied(code))).status).toBe(303);
    expect(whyNot(await linli.signIn(subject()))).toBe("unknown");
  });

  it("is done for the account that began it alone, and not after it was signed out", async () => {
    const { cookie: other } = await linli.anAccount(`other${made}`);
    const given = { cookie, form: { outsidePassword: PASSWORD } };
    const { back, cookie: own } = await linli.setOut("/auth/outside/link", aVisitor(subject()), given);
    expect(whyNot(await call(linli.auth, back, { cookie: `${own}; ${other}` }))).toBe("old");
    const again = await linli.setOut("/auth/outside/link", aVisitor(subject()), given);
    await call(linli.auth, "/auth/sign-out-everywhere", { form: { accessPassword: PASSWORD }, cookie });
    const answer = await call(linli.auth, again.back, { cookie: `${again.cookie}; ${cookie}` });
    expect(answer.headers.get("location")).toBe("/auth/sign-in");
    expect(whyNot(await linli.signIn(subject()))).toBe("unknown");
  });

  it("ties one outside account to one of ours, also when two ask for it at the same moment", async () => {
    const { cookie: other } = await linli.anAccount(`other${made}`);
    const rounds = await Promise.all(
      [cookie, other].map(async (session) => {
        const given = { cookie: session, form: { outsidePassword: PASSWORD } };
        return { session, ...(await linli.setOut("/auth/outside/link", aVisitor(subject()), given)) };
      }),
    );
    const answers = await Promise.all(
      rounds.map(({ session, cookie: own, back }) => call(linli.auth, back, { cookie: `${own}; ${session}` })),
    );
    const led = answers.map((answer) => answer.headers.get("location")).toSorted();
    expect(led).toEqual(["/auth/account", "/auth/outside/failed?why=taken&at=account"]);
    const told = await page("/auth/outside/failed?why=taken&at=account");
    expect(told.status).toBe(409);
    expect(told.text).toContain('href="/auth/account"');
  });

  it("ties one of ours to one outside account: the later of two takes the place of the earlier", async () => {
    await linli.link(cookie, `${subject()}-first`);
    await linli.link(cookie, subject());
    expect(whyNot(await linli.signIn(`${subject()}-first`))).toBe("unknown");
    expect(cookieOf(await linli.signIn(subject()))).toBeDefined();
    const { cookie: other } = await linli.anAccount(`other${made}`);
    expect((await linli.link(other, `${subject()}-first`)).headers.get("location")).toBe("/auth/account");
  });

  it("ends with the password given once more: whoever came in by it is signed out, and the other may be tied anew", async () => {
    await linli.tie(account, subject());
    const elsewhere = cookieOf(await linli.signIn(subject())) ?? "";
    const unlink = (outsidePassword: string) =>
      call(linli.auth, "/auth/outside/unlink", { cookie, form: { outsidePassword } });
    expect((await unlink("no")).status).toBe(422);
    expect(cookieOf(await linli.signIn(subject()))).toBeDefined();
    const answer = await unlink(PASSWORD);
    expect((await page("/auth/account", cookieOf(answer))).text).toContain("Not linked");
    expect((await page("/auth/account", elsewhere)).status).toBe(303);
    expect(whyNot(await linli.signIn(subject()))).toBe("unknown");
    const { cookie: other } = await linli.anAccount(`other${made}`);
    expect((await linli.link(other, subject())).headers.get("location")).toBe("/auth/account");
  });

  it("is refused to another site's form, and to whoever is not signed in", async () => {
    for (const at of ["start", "link", "unlink"]) {
      const foreign = { form: { outsidePassword: PASSWORD }, cookie, origin: "https://evil.example" };
      expect((await call(linli.auth, `/auth/outside/${at}`, foreign)).status, at).toBe(403);
    }
    const { path } = await invited();
    const foreign = { form: {}, origin: "https://evil.example" };
    expect((await call(linli.auth, `${path}/outside`, foreign)).status).toBe(403);
    for (const at of ["link", "unlink"]) {
      const answer = await call(linli.auth, `/auth/outside/${at}`, { form: { outsidePassword: PASSWORD } });
      expect(answer.headers.get("location"), at).toBe("/auth/sign-in");
    }
  });
});

describe("an invitation", () => {
  it("is taken up with an outside account instead of a password, once", async () => {
    const { account: fresh, path } = await invited();
    const [first, second] = await Promise.all(
      ["a", "b"].map((name) => linli.setOut(`${path}/outside`, aVisitor(`${subject()}-${name}`))),
    );
    const answers = await Promise.all([
      call(linli.auth, first?.back ?? "", { cookie: first?.cookie }),
      call(linli.auth, second?.back ?? "", { cookie: second?.cookie }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    const session = cookieOf(answers.find(({ status }) => status === 303) ?? answers[0]) ?? "";
    const own = await page("/auth/account", session);
    expect(own.text).toContain("Signed in as Wang Min");
    expect(own.text).toContain("have no password");
    expect(own.text).not.toContain('type="password"');
    expect((await call(linli.auth, path)).status).toBe(410);
    expect(await readAccount(linli.deps, fresh)).toMatchObject({ password: "", areas: [{ code: "500112" }] });
  });

  it("so taken up counts as taken up where the members are listed", async () => {
    const { account: fresh, path } = await invited();
    const put = { ...holderKey("500112001001", fresh), account: fresh, terms: [], version: 1 };
    await openItems(linli.deps.documents, "records").write({ put });
    const state = async () => (await listMembers(linli.deps, "500112001001")).map((each) => each.state);
    expect(await state()).toEqual(["invited"]);
    await linli.round(`${path}/outside`, aVisitor(subject()));
    expect(await state()).toEqual(["active"]);
  });

  it("is not used up by an outside account that is another's", async () => {
    await linli.tie(account, subject());
    const { path } = await invited();
    expect(whyNot(await linli.round(`${path}/outside`, aVisitor(subject())))).toBe("taken");
    expect((await takeUp(linli, path, `late${made}`)).status).toBe(303);
  });

  it("taken up anew with a password unties the outside account, and ends what it opened", async () => {
    await linli.tie(account, subject());
    const before = cookieOf(await linli.signIn(subject())) ?? "";
    await takeUp(linli, await invitedAgain(), login);
    expect((await page("/auth/account", before)).status).toBe(303);
    expect(whyNot(await linli.signIn(subject()))).toBe("unknown");
    const { cookie: other } = await linli.anAccount(`other${made}`);
    expect((await linli.link(other, subject())).headers.get("location")).toBe("/auth/account");
  });

  it("taken up anew with an outside account ends the old password, and another brings a new one", async () => {
    const answer = await linli.round(`${await invitedAgain()}/outside`, aVisitor(subject()));
    expect(cookieOf(answer)).toBeDefined();
    expect((await signIn(linli, login)).status).toBe(401);
    expect((await signIn(linli, login, "")).status).toBe(401);
    expect(cookieOf(await linli.signIn(subject()))).toBeDefined();
    // The same outside account may take up the next one as well.
    const again = await linli.round(`${await invitedAgain()}/outside`, aVisitor(subject()));
    expect(cookieOf(again)).toBeDefined();
    expect((await takeUp(linli, await invitedAgain(), login)).status).toBe(303);
    expect((await signIn(linli, login)).status).toBe(303);
  });

  it("that was taken up with an outside account leaves nothing to change without a password", async () => {
    const { path } = await invited();
    const session = cookieOf(await linli.round(`${path}/outside`, aVisitor(subject()))) ?? "";
    const given = { outsidePassword: "", twoStepPassword: "", current: "", password: PASSWORD, repeat: PASSWORD };
    for (const at of ["/auth/outside/unlink", "/auth/outside/link", "/auth/two-step/prepare", "/auth/password"]) {
      linli.clock.now += 900_000;
      expect((await call(linli.auth, at, { cookie: session, form: given })).status, at).toBe(422);
    }
    expect(cookieOf(await linli.signIn(subject()))).toBeDefined();
  });
});
