import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { renewedInvitation } from "../../../functions/accounts/invite.ts";
import { createApi } from "../../../functions/api/app.ts";
import { createAuth } from "../../../functions/auth/app.ts";
import { findRecoveryCode, keepRecoveryCodes, newRecoveryCodes } from "../../../functions/auth/recovery.ts";
import { newTotpSecret, stepOfCode } from "../../../functions/auth/totp.ts";
import { accountKey } from "../../../functions/guard/account-keys.ts";
import { openItems } from "../../../functions/store/items.ts";
import { anAreaAccount, anInstallation, call, cookieOf, type Installation, PASSWORD, signIn } from "./installation.ts";

let linli: Installation;
let login: string;
let account: string;
let cookie: string;
let secret: string;
let codes: string[];
let made = 0;

beforeAll(async () => {
  linli = await anInstallation();
});
afterAll(() => linli.close());

const post = (path: string, form: Record<string, string>, from = "192.0.2.1", as: string | undefined = cookie) =>
  call(linli.auth, path, { form, from, ...(as === undefined ? {} : { cookie: as }) });
const codeNow = (of = secret) => new TOTP({ secret: of }).generate({ timestamp: linli.clock.now });
const nextStep = () => {
  linli.clock.now += 30_000;
};
const listed = (page: string) => [...page.matchAll(/<li>([a-z0-9-]{11})<\/li>/g)].map(([, code]) => String(code));
const ticketIn = (page: string) => /name="ticket" value="([\w-]+)"/.exec(page)?.[1] ?? "";

async function switchOn(): Promise<void> {
  const page = await (await post("/auth/two-step/prepare", { twoStepPassword: PASSWORD })).text();
  secret = (/class="key">([A-Z2-7 ]+)</.exec(page)?.[1] ?? "").replaceAll(" ", "");
  const answer = await post("/auth/two-step/confirm", { code: codeNow() });
  cookie = cookieOf(answer) ?? "";
  codes = listed(await answer.text());
  nextStep();
}

/** Password first; gives the ticket for the second step. */
async function withPassword(from?: string): Promise<string> {
  const answer = await signIn(linli, login, PASSWORD, from === undefined ? {} : { from });
  expect(answer.status).toBe(200);
  expect(cookieOf(answer)).toBeUndefined();
  return ticketIn(await answer.text());
}

const second = (ticket: string, code: string) =>
  call(linli.auth, "/auth/second-step", { form: { ticket, code, to: "/admin/#/residents" } });

beforeEach(async () => {
  linli.clock.now += 3600_000;
  made += 1;
  login = `office${made}`;
  ({ account, cookie } = await anAreaAccount(linli, String(500100 + made), login));
  await switchOn();
});

describe("codes of the second step", () => {
  it("are those of RFC 6238", () => {
    const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    for (const [seconds, code] of [
      [59, "287082"],
      [1111111109, "081804"],
      [1111111111, "050471"],
      [1234567890, "005924"],
      [2000000000, "279037"],
      [20000000000, "353130"],
    ] as const) {
      expect(stepOfCode(key, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
      expect(stepOfCode(key, code, seconds * 1000 + 90_000)).toBeUndefined();
    }
  });

  it("may come one step early or late, in wide digits and with spaces, and are never letters or too short", () => {
    const now = linli.clock.now;
    for (const off of [-30_000, 0, 30_000]) {
      const code = new TOTP({ secret }).generate({ timestamp: now + off });
      expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(Math.floor((now + off) / 30_000));
    }
    const wide = codeNow().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(stepOfCode(secret, wide, now)).toBe(Math.floor(now / 30_000));
    for (const wrong of ["", "12345", "1234567", "abcdef", "１２三四五六", "-12345"]) {
      expect(stepOfCode(secret, wrong, now)).toBeUndefined();
    }
  });

  it("of recovery are ten, all different, and none has a letter that looks like a digit", () => {
    const found = newRecoveryCodes();
    expect(new Set(found).size).toBe(10);
    for (const code of found) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  });
});

describe("an account with a second step", () => {
  it("opens with password and code, and leads where the person wanted to go", async () => {
    const answer = await second(await withPassword(), codeNow());
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/admin/#/residents");
    expect((await call(linli.auth, "/auth/account", { cookie: cookieOf(answer) ?? "" })).status).toBe(200);
  });

  it("takes no code twice, also not of an earlier step, and of two at once one gets in", async () => {
    const code = codeNow();
    const tickets = [await withPassword(), await withPassword(), await withPassword()];
    const answers = await Promise.all(tickets.slice(0, 2).map((ticket) => second(ticket, code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 401]);
    const again = await second(tickets[2] ?? "", code);
    expect(again.status).toBe(401);
    expect(await again.text()).toContain("或已经用过");
    const earlier = new TOTP({ secret }).generate({ timestamp: linli.clock.now - 30_000 });
    expect((await second(tickets[2] ?? "", earlier)).status).toBe(401);
  });

  it("is not opened by a ticket that was used, is old, or is of before everybody was signed out", async () => {
    const used = await withPassword();
    await second(used, codeNow());
    nextStep();
    expect((await second(used, codeNow())).status).toBe(401);
    const old = await withPassword();
    linli.clock.now += 5 * 60_000;
    expect(await (await second(old, codeNow())).text()).toContain("请重新登录");
    const before = await withPassword();
    await post("/auth/sign-out-everywhere", { accessPassword: PASSWORD });
    expect((await second(before, codeNow())).status).toBe(401);
    expect((await second("made-up", codeNow())).status).toBe(401);
  });

  it("looks at five codes in a quarter of an hour, also when fifty come at once, and then at more", async () => {
    const ticket = await withPassword();
    const wrong = String((Number(codeNow()) + 1) % 1_000_000).padStart(6, "0");
    const answers = await Promise.all(Array.from({ length: 50 }, () => second(ticket, wrong)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(45);
    expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("900");
    linli.clock.now += 15 * 60_000;
    expect((await second(await withPassword(), codeNow())).status).toBe(303);
  });

  it("opens with a recovery code once, however it is written", async () => {
    const [first = "", other = ""] = codes;
    expect(codes).toHaveLength(10);
    expect((await second(await withPassword(), first.toUpperCase().replace("-", " "))).status).toBe(303);
    expect((await second(await withPassword(), first)).status).toBe(401);
    const answer = await second(await withPassword(), other);
    const page = await call(linli.auth, "/auth/account", { cookie: cookieOf(answer) ?? "" });
    expect(await page.text()).toContain("还剩 8 个恢复码");
  });

  it("keeps recovery codes as passwords are kept, with a salt by chance, and each secret of its own is random", async () => {
    const kept = await keepRecoveryCodes(codes);
    const again = await keepRecoveryCodes(codes);
    expect(new Set([...kept, ...again]).size).toBe(20);
    for (const each of kept) expect(each).toMatch(/^[\w-]{22}\$[\w-]{43}$/);
    expect(await findRecoveryCode(kept, codes[3] ?? "")).toBe(kept[3]);
    expect(await findRecoveryCode(kept, "aaaaa-aaaaa")).toBeUndefined();
    expect(await findRecoveryCode([], codes[3] ?? "")).toBeUndefined();
    const secrets = Array.from({ length: 100 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const each of secrets) expect(each).toMatch(/^[A-Z2-7]{32}$/);
  });

  it("changes its password with the code as well, not by the password alone", async () => {
    const next = { password: "another sentence entirely", repeat: "another sentence entirely", current: PASSWORD };
    expect((await post("/auth/password", next)).status).toBe(422);
    expect((await post("/auth/password", { ...next, currentCode: "000000" })).status).toBe(422);
    expect((await signIn(linli, login, next.password, { from: "192.0.2.77" })).status).toBe(401);
    expect((await post("/auth/password", { ...next, currentCode: codeNow() })).status).toBe(303);
    expect((await signIn(linli, login, next.password, { from: "192.0.2.77" })).status).toBe(200);
  });

  it("keeps neither its secret nor a recovery code readable", async () => {
    const text = JSON.stringify(await openItems(linli.deps.documents, "accounts").get(accountKey(account)));
    expect(text).not.toContain(secret);
    for (const code of codes) expect(text).not.toContain(code);
  });
});

describe("changing the second step", () => {
  it("takes the password, and once it is on a code as well", async () => {
    expect((await post("/auth/two-step/off", { twoStepPassword: PASSWORD, twoStepCode: "000000" })).status).toBe(422);
    expect((await post("/auth/two-step/off", { twoStepPassword: "no", twoStepCode: codeNow() })).status).toBe(422);
    expect((await post("/auth/two-step/prepare", { twoStepPassword: PASSWORD })).status).toBe(409);
    expect((await post("/auth/two-step/codes", {}, "192.0.2.9", "")).headers.get("location")).toBe("/auth/sign-in");
    const off = await post("/auth/two-step/off", { twoStepPassword: PASSWORD, twoStepCode: codeNow() });
    expect(off.status).toBe(303);
    expect((await signIn(linli, login)).status).toBe(303);
  });

  it("gives new recovery codes, after which the old ones open nothing", async () => {
    const form = { twoStepPassword: PASSWORD, twoStepCode: codeNow() };
    const renewed = listed(await (await post("/auth/two-step/codes", form)).text());
    expect(renewed).toHaveLength(10);
    expect((await second(await withPassword(), codes[0] ?? "")).status).toBe(401);
    expect((await second(await withPassword(), renewed[0] ?? "")).status).toBe(303);
  });

  it("needs a right first code before it counts, and signs out whoever else was signed in", async () => {
    const { cookie: elsewhere } = { cookie };
    await post("/auth/two-step/off", { twoStepPassword: PASSWORD, twoStepCode: codeNow() });
    expect((await call(linli.auth, "/auth/account", { cookie: elsewhere })).status).toBe(303);
    cookie = cookieOf(await signIn(linli, login)) ?? "";
    await post("/auth/two-step/prepare", { twoStepPassword: PASSWORD });
    const wrong = await post("/auth/two-step/confirm", { code: "000000" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("<svg");
    expect((await signIn(linli, login)).status).toBe(303);
  });

  it("is refused to another site's form", async () => {
    const foreign = { cookie, form: { twoStepPassword: PASSWORD }, origin: "https://evil.example" };
    expect((await call(linli.auth, "/auth/two-step/prepare", foreign)).status).toBe(403);
    expect((await call(linli.auth, "/auth/second-step", { form: {}, origin: "https://evil.example" })).status).toBe(
      403,
    );
  });
});

describe("a new invitation for an account with a second step", () => {
  const renew = async (keeps: boolean) => {
    const { path, writes } = renewedInvitation(linli.deps, account, "Somebody", keeps);
    await openItems(linli.deps.documents, "accounts").write(...writes);
    const chosen = { login: "", password: "another sentence entirely", repeat: "another sentence entirely" };
    return call(linli.auth, path, { form: chosen });
  };

  it("does not get round it: the new password is followed by the code, and a recovery code is as good as before", async () => {
    const answer = await renew(true);
    expect(cookieOf(answer)).toBeUndefined();
    const ticket = ticketIn(await answer.text());
    expect((await second(ticket, "000000")).status).toBe(401);
    expect((await second(ticket, codes[0] ?? "")).status).toBe(303);
    expect((await signIn(linli, login, "another sentence entirely", { from: "192.0.2.78" })).status).toBe(200);
  });

  it("ends it only where whoever invites says that the phone is lost as well", async () => {
    const answer = await renew(false);
    expect((await call(linli.auth, "/auth/account", { cookie: cookieOf(answer) })).status).toBe(200);
    expect((await signIn(linli, login, "another sentence entirely", { from: "192.0.2.79" })).status).toBe(303);
  });
});

describe("where everybody needs a second step", () => {
  it("an account without one reaches its own page alone, by session and by token, until it has switched it on", async () => {
    const strict = { ...linli.deps, secondStepRequired: true };
    const [auth, api] = [createAuth(strict), createApi(strict)];
    const { login: name } = await anAreaAccount(linli, "500119", "strict.one");
    const before = cookieOf(await signIn(linli, name)) ?? "";
    const made = await call(linli.auth, "/auth/tokens", { cookie: before, json: { label: "Script" } });
    const { token } = (await made.json()) as { token: string };
    const form = { login: name, password: PASSWORD, to: "/admin/#/residents" };
    const entered = await call(auth, "/auth/sign-in", { form });
    expect(entered.headers.get("location")).toBe("/auth/account");
    const own = cookieOf(entered) ?? "";
    const me = (given: object) => call(api, "/api/me", given).then(({ status }) => status);
    expect([await me({ cookie: own }), await me({ cookie: before }), await me({ bearer: token })]).toEqual([
      401, 401, 401,
    ]);
    expect((await call(auth, "/auth/tokens", { cookie: own, json: { label: "Another" } })).status).toBe(401);
    const page = await (await call(auth, "/auth/account?lang=en", { cookie: own })).text();
    expect(page).toContain("Switch the second one on below");
    const prepared = await call(auth, "/auth/two-step/prepare", { cookie: own, form: { twoStepPassword: PASSWORD } });
    const key = (/class="key">([A-Z2-7 ]+)</.exec(await prepared.text())?.[1] ?? "").replaceAll(" ", "");
    const confirmed = await call(auth, "/auth/two-step/confirm", { cookie: own, form: { code: codeNow(key) } });
    const since = cookieOf(confirmed) ?? "";
    expect(await me({ cookie: since })).toBe(200);
    nextStep();
    const again = await call(auth, "/auth/sign-in", { form });
    const ticket = ticketIn(await again.text());
    const inside = await call(auth, "/auth/second-step", { form: { ticket, code: codeNow(key), to: form.to } });
    expect(inside.headers.get("location")).toBe("/admin/#/residents");
    expect(await me({ cookie: cookieOf(inside) ?? "" })).toBe(200);
    nextStep();
    const off = { twoStepPassword: PASSWORD, twoStepCode: codeNow(key) };
    const left = await call(auth, "/auth/two-step/off", { cookie: cookieOf(inside) ?? "", form: off });
    expect(await me({ cookie: cookieOf(left) ?? "" })).toBe(401);
  });
});
