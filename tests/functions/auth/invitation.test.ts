import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newInvitation, renewedInvitation } from "../../../functions/accounts/invite.ts";
import { answerDirectly } from "../../../functions/auth/direct.ts";
import { readAccount } from "../../../functions/guard/actor.ts";
import { openItems } from "../../../functions/store/items.ts";
import { anInstallation, call, cookieOf, type Installation, PASSWORD, signIn } from "./installation.ts";

let linli: Installation;
beforeAll(async () => {
  linli = await anInstallation();
});
afterAll(() => linli.close());

async function invited(name = "Wang Min") {
  const { account, path } = (await answerDirectly(linli.deps, { invite: { area: "500112", name } })) as {
    account: string;
    path: string;
  };
  return { account, path };
}
const choose = (path: string, login: string, password = PASSWORD, repeat = password) =>
  call(linli.auth, path, { form: { login, password, repeat } });

describe("an invitation", () => {
  it("greets the invited person and lets them in with what they chose", async () => {
    const { path, account } = await invited();
    const page = await (await call(linli.auth, path, { headers: { "accept-language": "en" } })).text();
    expect(page).toContain("Wang Min, choose a login name");
    const answer = await choose(path, "wangmin");
    expect(answer.status).toBe(303);
    expect(cookieOf(answer)).toBeDefined();
    expect(await readAccount(linli.deps, account)).toMatchObject({
      login: "wangmin",
      areas: [{ code: "500112", role: "district" }],
    });
    expect((await signIn(linli, "wangmin")).status).toBe(303);
  });

  it("works once, also when pressed twice at the same moment", async () => {
    const { path } = await invited();
    const answers = await Promise.all([choose(path, "twice.a"), choose(path, "twice.b")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect((await call(linli.auth, path)).status).toBe(410);
  });

  it("runs out after two weeks", async () => {
    const { path } = await invited();
    linli.clock.now += 14 * 24 * 3600_000 + 1;
    expect((await call(linli.auth, path)).status).toBe(410);
    expect((await choose(path, "toolate")).status).toBe(410);
  });

  it("cannot be guessed, and says nothing about others", async () => {
    expect((await call(linli.auth, `/auth/invitation/${"A".repeat(43)}`)).status).toBe(410);
    expect((await call(linli.auth, "/auth/invitation/..%2f..%2f")).status).toBe(404);
  });

  it("does not give two people the same login, and keeps what was typed", async () => {
    await choose((await invited()).path, "taken");
    const { path } = await invited("Li Na");
    const refused = await call(linli.auth, path, {
      form: { login: "Taken", password: PASSWORD, repeat: PASSWORD },
      headers: { "accept-language": "en" },
    });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("This login name is taken");
    expect(page).toContain('value="Taken"');
    expect(page).not.toContain(PASSWORD);
    expect((await choose(path, "lina")).status).toBe(303);
  });

  it("gives one login to one of two who ask for it at once", async () => {
    const paths = await Promise.all([invited("A"), invited("B")]);
    const answers = await Promise.all(paths.map(({ path }) => choose(path, "contested")));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it.each([
    ["a short password", "okay", "short", "short"],
    ["a common password", "okay", "1234567890", "1234567890"],
    ["the login as password", "longlogin.name", "longlogin.name", "longlogin.name"],
    ["two different passwords", "okay", PASSWORD, `${PASSWORD}.`],
    ["a login with spaces", "my login", PASSWORD, PASSWORD],
    ["no login", "", PASSWORD, PASSWORD],
  ])("refuses %s", async (_what, login, password, repeat) => {
    const { path } = await invited();
    expect((await choose(path, login, password, repeat)).status).toBe(422);
  });

  it("for somebody who forgot the password sets a new one, keeps the login and ends old sessions", async () => {
    const { path, account } = await invited();
    const before = cookieOf(await choose(path, "forgetful"));
    const link = renewedInvitation(linli.deps, account, "Wang Min");
    await openItems(linli.deps.documents, "accounts").write(...link.writes);
    const answer = await choose(link.path, "ignored-login", "a brand new sentence");
    expect(answer.status).toBe(303);
    expect((await signIn(linli, "forgetful")).status).toBe(401);
    expect((await signIn(linli, "forgetful", "a brand new sentence")).status).toBe(303);
    expect((await call(linli.auth, "/auth/account", { cookie: before })).status).toBe(303);
  });

  it("opens nothing any more once a later one was taken up", async () => {
    const { path, account } = await invited();
    await choose(path, "twice.asked");
    const link = async () => {
      linli.clock.now += 60_000;
      const made = renewedInvitation(linli.deps, account, "Wang Min");
      await openItems(linli.deps.documents, "accounts").write(...made.writes);
      return made.path;
    };
    const [lost, taken] = [await link(), await link()];
    expect((await call(linli.auth, lost)).status).toBe(200);
    linli.clock.now += 60_000;
    expect((await choose(taken, "", "a sentence of my own")).status).toBe(303);
    expect((await call(linli.auth, lost)).status).toBe(410);
    expect((await choose(lost, "", "a sentence of a thief")).status).toBe(410);
    expect((await signIn(linli, "twice.asked", "a sentence of my own")).status).toBe(303);
    // A later one works as ever.
    expect((await choose(await link(), "", "another one of mine")).status).toBe(303);
  });

  it("stands in the database as a hash", async () => {
    const { path, writes } = newInvitation(linli.deps, "X", []);
    const secret = path.split("/").at(-1) ?? "";
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(writes)).not.toContain(secret);
  });

  it("for an area that is none is a mistake of whoever runs the command", async () => {
    await expect(answerDirectly(linli.deps, { invite: { area: "5", name: "X" } })).rejects.toThrow();
    await expect(answerDirectly(linli.deps, {})).rejects.toThrow();
  });
});
