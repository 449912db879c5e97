import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerDirectly } from "../../../functions/auth/direct.ts";
import { ownPath } from "../../../functions/auth/own-path.ts";
import { signOutEverywhere } from "../../../functions/auth/sessions.ts";
import { accountOf } from "../../../functions/auth/sign-in.ts";
import { sessionKey } from "../../../functions/guard/account-keys.ts";
import { authenticate } from "../../../functions/guard/actor.ts";
import { httpApp } from "../../../functions/http/http-app.ts";
import { openItems } from "../../../functions/store/items.ts";
import {
  anAreaAccount,
  anInstallation,
  aSession,
  call,
  cookieOf,
  type Installation,
  ORIGIN,
  PASSWORD,
  signIn,
} from "./installation.ts";

let linli: Installation;
/** The clerk-facing app the session opens: says who asks, and takes a write. */
let staff: ReturnType<typeof httpApp>;

beforeAll(async () => {
  linli = await anInstallation();
  staff = httpApp();
  staff.all("/who", async (c) => c.json(await authenticate(linli.deps, c)));
  await anAreaAccount(linli, "500112", "yubei");
});
afterAll(() => linli.close());
beforeEach(() => {
  linli.clock.now += 3600_000;
});

describe("signing in", () => {
  it("opens a session that scripts cannot read, and leads to the console", async () => {
    const answer = await signIn(linli, "yubei");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/admin/");
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const who = await call(staff, "/who", { cookie: cookieOf(answer) });
    expect(await who.json()).toMatchObject({ name: "Office 500112", via: "session" });
  });

  it("takes a login typed with a Chinese keyboard's wide letters", async () => {
    expect((await signIn(linli, " ＹＵＢＥＩ ")).status).toBe(303);
  });

  it("says the same for a wrong password and an unknown login", async () => {
    const wrong = await signIn(linli, "yubei", "something else");
    const unknown = await signIn(linli, "nobody", "something else");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const text = (await wrong.text()).replaceAll("yubei", "X");
    expect((await unknown.text()).replaceAll("nobody", "X")).toBe(text);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it("does the same work for an unknown login", async () => {
    const spent = async (login: string) => {
      const before = process.cpuUsage();
      await signIn(linli, login, "something else", { from: `192.0.2.${Math.ceil(Math.random() * 250)}` });
      const used = process.cpuUsage(before);
      return used.user + used.system;
    };
    await spent("yubei");
    expect(await spent("nobody-there")).toBeGreaterThan((await spent("yubei")) / 3);
  });

  it("leads only to addresses of ours", async () => {
    for (const [to, expected] of [
      ["/admin/#/residents", "/admin/#/residents"],
      ["/statistics/?by=sex", "/statistics/?by=sex"],
      ["https://evil.example/", "/admin/"],
      ["//evil.example", "/admin/"],
      ["/\\evil.example", "/admin/"],
      ["/x/..//evil.example", "/admin/"],
      ["/\tevil", "/admin/"],
      ["/auth/sign-in", "/admin/"],
      ["javascript:alert(1)", "/admin/"],
      ["", "/admin/"],
    ] as const) {
      expect(ownPath(to), to).toBe(expected);
    }
    const form = { login: "yubei", password: PASSWORD };
    for (const [to, expected] of [
      ["/admin/#/groups", "/admin/#/groups"],
      ["//evil.example", "/admin/"],
    ] as const) {
      const answer = await call(linli.auth, "/auth/sign-in", { form: { ...form, to } });
      expect(answer.headers.get("location")).toBe(expected);
    }
  });

  it("does not sign anybody in from another site's form", async () => {
    expect((await signIn(linli, "yubei", PASSWORD, { origin: "https://evil.example" })).status).toBe(403);
    expect((await signIn(linli, "yubei", PASSWORD, { origin: null })).status).toBe(303);
  });

  it("shows the page in both languages, without any script, and never the password again", async () => {
    const chinese = await (await call(linli.auth, "/auth/sign-in?to=/admin/%22%3E%3Cscript%3E")).text();
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).not.toContain("<script");
    const english = await call(linli.auth, "/auth/sign-in?lang=en");
    expect(await english.text()).toContain('<html lang="en">');
    expect(english.headers.get("set-cookie")).toContain("lang=en");
    const failed = await signIn(linli, '"><i>', "secret words here");
    const page = await failed.text();
    expect(page).not.toContain("secret words here");
    expect(page).not.toContain('"><i>');
  });
});

describe("who can sign in", () => {
  it("is nobody before somebody was invited: there are no accounts and no passwords to begin with", async () => {
    const empty = await anInstallation();
    for (const login of ["admin", "root", "sa", "linli", "director", "test", "demo", "administrator", "guest"]) {
      expect(await accountOf(empty.deps, login), login).toBeUndefined();
    }
    expect((await signIn(empty, "admin", "admin")).status).toBe(401);
    empty.close();
  });

  it("is read from the body alone, and of an entry that comes twice the first counts", async () => {
    const inAddress = `/auth/sign-in?login=yubei&password=${encodeURIComponent(PASSWORD)}`;
    expect((await call(linli.auth, inAddress, { form: { to: "/admin/" } })).status).toBe(401);
    const body = `login=nobody.here&login=yubei&password=${encodeURIComponent(PASSWORD)}`;
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN };
    const request = new Request(`${ORIGIN}/auth/sign-in`, { method: "POST", headers, body });
    expect((await linli.auth.fetch(request)).status).toBe(401);
  });
});

describe("guessing passwords", () => {
  it("lets fifty tries at once get no further than five", async () => {
    const tries = await Promise.all(
      Array.from({ length: 50 }, () => signIn(linli, "yubei", "wrong wrong", { from: "203.0.113.5" })),
    );
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(45);
    const locked = tries.find(({ status }) => status === 429);
    expect(Number(locked?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("keeps the right password out while locked, but only at that address and not for ever", async () => {
    for (let n = 0; n < 5; n += 1) await signIn(linli, "yubei", "wrong wrong", { from: "203.0.113.6" });
    expect((await signIn(linli, "yubei", PASSWORD, { from: "203.0.113.6" })).status).toBe(429);
    expect((await signIn(linli, "yubei", PASSWORD, { from: "203.0.113.7" })).status).toBe(303);
    linli.clock.now += 16 * 60_000;
    expect((await signIn(linli, "yubei", PASSWORD, { from: "203.0.113.6" })).status).toBe(303);
  });

  it("forgets wrong tries after a right one, and never locks out an office that signs in properly", async () => {
    for (let n = 0; n < 4; n += 1) await signIn(linli, "yubei", "wrong wrong", { from: "203.0.113.8" });
    expect((await signIn(linli, "yubei", PASSWORD, { from: "203.0.113.8" })).status).toBe(303);
    expect((await signIn(linli, "yubei", "wrong wrong", { from: "203.0.113.8" })).status).toBe(401);
  });

  it("counts what is no login like a login: wrong tries of one keep nobody else at that address out", async () => {
    const from = "203.0.113.10";
    for (let n = 0; n < 5; n += 1) await signIn(linli, "yubei", "wrong wrong", { from });
    expect((await signIn(linli, "not a login!", "wrong wrong", { from })).status).toBe(401);
    expect((await signIn(linli, "", "wrong wrong", { from })).status).toBe(401);
  });

  it("stops one address from trying many accounts", async () => {
    const tries = await Promise.all(
      Array.from({ length: 25 }, (_, n) => signIn(linli, `guess${n}`, "password of all", { from: "203.0.113.9" })),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(20);
  });
});

describe("sessions", () => {
  it("are opened anew at each sign-in: a planted one is not taken over", async () => {
    const first = cookieOf(await signIn(linli, "yubei"));
    const second = cookieOf(await signIn(linli, "yubei", PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await call(staff, "/who", { cookie: first })).status).toBe(401);
    expect((await call(staff, "/who", { cookie: second })).status).toBe(200);
    const planted = cookieOf(await signIn(linli, "yubei", PASSWORD, { cookie: "__Host-session=planted" }));
    expect(planted).not.toContain("planted");
    expect((await call(staff, "/who", { cookie: "__Host-session=planted" })).status).toBe(401);
  });

  it("run out after twelve hours, however busy, whether or not the database has deleted them", async () => {
    const cookie = await aSession(linli, "yubei");
    const who = async (later: number) => {
      linli.clock.now += later;
      return (await call(staff, "/who", { cookie })).status;
    };
    for (let n = 1; n <= 23; n += 1) expect(await who(30 * 60_000)).toBe(200);
    expect(await who(30 * 60_000 - 1000)).toBe(200);
    expect(await who(2000)).toBe(401);
  });

  it("end when nobody has used them for an hour, and stay while somebody works; a token for a script waits", async () => {
    const [left, used] = [await aSession(linli, "yubei"), await aSession(linli, "yubei")];
    const made = await call(linli.auth, "/auth/tokens", { cookie: used, json: { label: "Script" } });
    const { token } = (await made.json()) as { token: string };
    linli.clock.now += 40 * 60_000;
    expect((await call(staff, "/who", { cookie: used })).status).toBe(200);
    linli.clock.now += 21 * 60_000;
    expect((await call(staff, "/who", { cookie: left })).status).toBe(401);
    expect((await call(staff, "/who", { cookie: used })).status).toBe(200);
    const page = await (await call(linli.auth, "/auth/account", { cookie: used })).text();
    expect(page.match(/name="id" value=/g) ?? []).toHaveLength(1);
    linli.clock.now += 3600_000 + 1000;
    expect((await call(staff, "/who", { cookie: used })).status).toBe(401);
    expect((await call(staff, "/who", { bearer: token })).status).toBe(200);
  });

  it("that have ended while something was asked in them change nothing any more", async () => {
    const seen = await accountOf(linli.deps, "yubei");
    if (!seen) throw new Error("There is no such account");
    await signOutEverywhere(linli.deps, seen);
    const late = signOutEverywhere(linli.deps, seen, { password: "stolen" });
    await expect(late).rejects.toMatchObject({ code: "signed-out" });
    expect((await signIn(linli, "yubei")).status).toBe(303);
  });

  it("end by signing out, here or everywhere", async () => {
    const [here, phone] = [await aSession(linli, "yubei"), await aSession(linli, "yubei")];
    const out = await call(linli.auth, "/auth/sign-out", { method: "POST", cookie: here });
    expect(out.headers.get("clear-site-data")).toBe('"storage"');
    expect((await call(staff, "/who", { cookie: here })).status).toBe(401);
    expect((await call(staff, "/who", { cookie: phone })).status).toBe(200);
    const again = await aSession(linli, "yubei");
    const everywhere = (accessPassword: string) =>
      call(linli.auth, "/auth/sign-out-everywhere", { cookie: again, form: { accessPassword } });
    expect((await everywhere("not the password")).status).toBe(422);
    expect((await call(staff, "/who", { cookie: phone })).status).toBe(200);
    const answer = await everywhere(PASSWORD);
    expect(answer.headers.get("clear-site-data")).toBe('"storage"');
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await call(staff, "/who", { cookie: phone })).status).toBe(401);
    expect((await call(staff, "/who", { cookie: again })).status).toBe(401);
    expect((await signIn(linli, "yubei")).status).toBe(303);
  });

  it("are listed with their device, and one left open elsewhere is ended from here, never another account's", async () => {
    const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36";
    const phone = "Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/99 MicroMessenger/8.0";
    const { login } = await anAreaAccount(linli, "500113", "banan");
    const from = (agent: string) => signIn(linli, login, PASSWORD, { headers: { "user-agent": agent } });
    const [here, there] = [cookieOf(await from(windows)), cookieOf(await from(phone))];
    const stranger = await aSession(linli, "yubei");
    const page = await (await call(linli.auth, "/auth/account", { cookie: here })).text();
    expect(page).toContain("Chrome, Windows");
    const id = /微信, HarmonyOS.*?name="id" value="(\w+)"/s.exec(page)?.[1] ?? "";
    const end = (cookie: string | undefined, accessPassword: string) =>
      call(linli.auth, "/auth/sign-out-there", { cookie, form: { id, accessPassword } });
    await end(stranger, PASSWORD);
    expect((await end(here, "whoever found the screen open")).status).toBe(422);
    expect((await call(staff, "/who", { cookie: there })).status).toBe(200);
    expect((await end(here, PASSWORD)).status).toBe(303);
    expect((await call(staff, "/who", { cookie: there })).status).toBe(401);
    expect((await call(staff, "/who", { cookie: here })).status).toBe(200);
    expect(await (await call(linli.auth, "/auth/account", { cookie: here })).text()).not.toContain("微信");
  });

  it("write only from a page of ours: a forged form in another site does nothing", async () => {
    const cookie = await aSession(linli, "yubei");
    const write = (headers: Record<string, string>) =>
      call(staff, "/who", { method: "POST", cookie, origin: null, headers }).then(({ status }) => status);
    expect(await write({ origin: ORIGIN })).toBe(200);
    expect(await write({ "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await write({ referer: `${ORIGIN}/admin/` })).toBe(200);
    expect(await write({ origin: "https://evil.example" })).toBe(403);
    expect(await write({ origin: "null" })).toBe(403);
    expect(await write({ origin: `${ORIGIN}.evil.example` })).toBe(403);
    expect(await write({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await write({ referer: "https://evil.example/linli.example" })).toBe(403);
    expect(await write({})).toBe(403);
    expect((await call(staff, "/who", { cookie, origin: null })).status).toBe(200);
  });

  it("are kept as a hash, never as the secret", async () => {
    const secret = (await aSession(linli, "yubei")).split("=")[1] ?? "";
    const kept = await openItems(linli.deps.documents, "accounts").get(sessionKey(secret));
    expect(kept).toMatchObject({ kind: "session" });
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect((await call(staff, "/who", { bearer: secret })).status).toBe(401);
  });
});

describe("one's own account", () => {
  it("changes the password with the old one only, and ends other sessions", async () => {
    await anAreaAccount(linli, "500112001", "street1");
    const cookie = await aSession(linli, "street1");
    const other = await aSession(linli, "street1");
    const change = (form: Record<string, string>) => call(linli.auth, "/auth/password", { cookie, form });
    const next = "another sentence entirely";
    expect((await change({ current: "not the old one", password: next, repeat: next })).status).toBe(422);
    expect((await change({ current: PASSWORD, password: next, repeat: `${next}x` })).status).toBe(422);
    expect((await change({ current: PASSWORD, password: "1234567890", repeat: "1234567890" })).status).toBe(422);
    const changed = await change({ current: PASSWORD, password: next, repeat: next });
    expect(changed.status).toBe(303);
    expect((await call(staff, "/who", { cookie: other })).status).toBe(401);
    expect((await call(staff, "/who", { cookie: cookieOf(changed) })).status).toBe(200);
    expect((await signIn(linli, "street1")).status).toBe(401);
    expect((await signIn(linli, "street1", next)).status).toBe(303);
  });

  it("sends whoever is not signed in to the door", async () => {
    const answer = await call(linli.auth, "/auth/account");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/auth/sign-in");
  });
});

describe("a demo", () => {
  it("offers its roles as buttons; without one there is nothing to press", async () => {
    expect(await (await call(linli.auth, "/auth/sign-in")).text()).not.toContain("/auth/demo");
    expect((await call(linli.auth, "/auth/demo", { form: { login: "yubei" } })).status).toBe(404);
    await answerDirectly(linli.deps, {
      demo: [{ login: "yubei", password: "ignored", label: { zh: "\u533a", en: "District" }, posts: [] }],
    });
    expect(await (await call(linli.auth, "/auth/sign-in?lang=en")).text()).toContain("District");
    const answer = await call(linli.auth, "/auth/demo", { form: { login: "yubei", to: "/admin/" } });
    expect(answer.status).toBe(303);
    expect((await call(staff, "/who", { cookie: cookieOf(answer) })).status).toBe(200);
    expect((await call(linli.auth, "/auth/demo", { form: { login: "street1" } })).status).toBe(404);
    expect(await accountOf(linli.deps, "street1")).toBeDefined();
  });
});
