import { randomBytes, scryptSync } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword, isPassword } from "../../../functions/auth/password.ts";
import { passwordProblem } from "../../../functions/auth/password-rules.ts";
import { accountKey } from "../../../functions/guard/account-keys.ts";
import { readAccount } from "../../../functions/guard/actor.ts";
import { openItems } from "../../../functions/store/items.ts";
import { CONTEXT_WORDS } from "../../../shared/guard/context-words.ts";
import { anAreaAccount, anInstallation, call, type Installation, PASSWORD, signIn } from "./installation.ts";

const codeOf = async (password: string, login = "zhang.san") => (await passwordProblem(password, login))?.code;

describe("a password that somebody chooses", () => {
  it("has ten characters or more and may have two hundred, of any kind, and needs none of a kind", async () => {
    expect(await codeOf("nine chrs")).toBe("password-short");
    expect(await codeOf("梧桐树下有三只旧板凳")).toBeUndefined();
    expect(await codeOf("rainy umbrellas")).toBeUndefined();
    expect(await codeOf("58302 74916 08")).toBeUndefined();
    expect(await codeOf("bench under the plane tree, ".repeat(3))).toBeUndefined();
    expect(await codeOf("bench under the plane tree; ".repeat(8).slice(0, 201))).toBe("too-long");
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 30, maxLength: 60 }), async (text) => {
        const said = await codeOf(text);
        if (new Set(text.toLowerCase()).size > 12) expect([undefined, "too-long"]).toContain(said);
      }),
    );
  });

  it.each(["qwertyuiop", "1q2w3e4r5t", "Password123", "nuttertools", "everydayimrusselin", "1QAZ2WSX3EDC"])(
    "is none that breaches have made known: %s",
    async (known) => expect(await codeOf(known)).toBe("password-common"),
  );

  it("is no word of the product, the committee or the login with a few signs beside it", async () => {
    for (const word of CONTEXT_WORDS) expect(await codeOf(`${word.repeat(10)}!!1`)).toBe("password-common");
    expect(await codeOf("Linli2026Linli")).toBe("password-common");
    expect(await codeOf("社区居委会主任密码123")).toBe("password-common");
    expect(await codeOf("zhang.san2026", "zhang.san")).toBe("password-common");
    expect(await codeOf("zhang.san!!!", "zhang.san")).toBe("password-common");
    expect(await codeOf("aaaaaaaaaaaaaa")).toBe("password-common");
    expect(await codeOf("12345678901234")).toBe("password-common");
  });
});

describe("a password that is kept", () => {
  it("is kept by scrypt at the cost that OWASP asks for, with a salt of its own", async () => {
    const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await isPassword(PASSWORD, one)).toBe(true);
  });

  it("is weighed as it was typed: nothing is cut off, and large letters are not small ones", async () => {
    const long = "x".repeat(199);
    const kept = await hashPassword(`${long}a`);
    expect(await isPassword(`${long}a`, kept)).toBe(true);
    expect(await isPassword(`${long}b`, kept)).toBe(false);
    expect(await isPassword(long, kept)).toBe(false);
    expect(await isPassword(`${long}a${"y".repeat(5000)}`, kept)).toBe(false);
    expect(await isPassword(`${long}A`, kept)).toBe(false);
  });
});

describe("a password that was kept at an older cost", () => {
  let linli: Installation;
  beforeAll(async () => {
    linli = await anInstallation();
  });
  afterAll(() => linli.close());

  it("still opens, and is kept at today's cost from then on", async () => {
    const { account, login } = await anAreaAccount(linli, "500112", "yubei");
    const salt = randomBytes(16);
    const key = scryptSync(PASSWORD, salt, 32, { N: 16384, r: 8, p: 1 });
    const old = `scrypt$16384$8$1$${salt.toString("base64url")}$${key.toString("base64url")}`;
    await openItems(linli.deps.documents, "accounts").write({ change: accountKey(account), set: { password: old } });
    expect((await signIn(linli, login, "something else", { from: "192.0.2.9" })).status).toBe(401);
    expect((await readAccount(linli.deps, account))?.password).toBe(old);
    expect((await signIn(linli, login)).status).toBe(303);
    expect((await readAccount(linli.deps, account))?.password).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect((await signIn(linli, login)).status).toBe(303);
  });

  it("opens as long as its person keeps it: no date makes it run out", async () => {
    const { login } = await anAreaAccount(linli, "500113", "banan");
    linli.clock.now += 5 * 365 * 86_400_000;
    const answer = await signIn(linli, login);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/admin/");
  });

  it("is typed behind dots, and pasting and password keepers are welcome: nothing stands in their way", async () => {
    const page = await (await call(linli.auth, "/auth/sign-in")).text();
    const input = /<input[^>]*name="password"[^>]*>/.exec(page)?.[0] ?? "";
    expect(input).toContain('type="password"');
    expect(input).toContain('autocomplete="current-password"');
    // A browser would cut what is pasted without a word.
    expect(input).not.toContain("maxlength");
    expect(page).not.toMatch(/<script|onpaste|oncopy/);
  });
});
