import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newSecret } from "../../../functions/accounts/secret.ts";
import { clientKey, hashOf } from "../../../functions/guard/account-keys.ts";
import { authenticate } from "../../../functions/guard/actor.ts";
import { httpApp } from "../../../functions/http/http-app.ts";
import { openItems } from "../../../functions/store/items.ts";
import { anAreaAccount, anInstallation, aSession, call, type Installation, ORIGIN, PASSWORD } from "./installation.ts";

let linli: Installation;
let staff: ReturnType<typeof httpApp>;
let cookie: string | undefined;
const client = "500112-abc";
const secrets = [newSecret(), newSecret()];

beforeAll(async () => {
  linli = await anInstallation();
  staff = httpApp();
  staff.all("/who", async (c) => c.json(await authenticate(linli.deps, c)));
  await anAreaAccount(linli, "500112", "yubei");
  const item = { client, area: "500112", name: "Statistics", createdAt: 1 };
  const kept = secrets.map((secret, at) => ({ hash: hashOf(secret), at }));
  await openItems(linli.deps.documents, "accounts").write({ put: { ...clientKey(client), ...item, secrets: kept } });
});
afterAll(() => linli.close());
beforeEach(async () => {
  linli.clock.now += 3600_000;
  cookie = await aSession(linli, "yubei");
});

describe("a token for a script", () => {
  it("works as its account without a cookie, also for writes, for seven days", async () => {
    const made = await call(linli.auth, "/auth/tokens", { cookie, json: { label: "nightly" } });
    expect(made.status).toBe(201);
    const { token, id } = await made.json();
    const who = await call(staff, "/who", { method: "POST", bearer: token, origin: null });
    expect(await who.json()).toMatchObject({ name: "Office 500112", via: "bearer" });
    const listed = await (await call(linli.auth, "/auth/tokens", { cookie })).json();
    expect(listed.tokens).toContainEqual(expect.objectContaining({ id, label: "nightly" }));
    expect(JSON.stringify(listed)).not.toContain(token);
    linli.clock.now += 7 * 24 * 3600_000 + 1;
    expect((await call(staff, "/who", { bearer: token })).status).toBe(401);
  });

  it("ends when it is revoked, and when its person signs out everywhere", async () => {
    const make = async () => (await call(linli.auth, "/auth/tokens", { cookie, json: {} })).json();
    const [first, second] = [await make(), await make()];
    expect((await call(linli.auth, `/auth/tokens/${first.id}`, { method: "DELETE", cookie })).status).toBe(204);
    expect((await call(linli.auth, `/auth/tokens/${first.id}`, { method: "DELETE", cookie })).status).toBe(404);
    expect((await call(staff, "/who", { bearer: first.token })).status).toBe(401);
    expect((await call(staff, "/who", { bearer: second.token })).status).toBe(200);
    await call(linli.auth, "/auth/sign-out-everywhere", { cookie, form: { accessPassword: PASSWORD } });
    expect((await call(staff, "/who", { bearer: second.token })).status).toBe(401);
  });

  it("makes no further tokens and opens no pages", async () => {
    const { token } = await (await call(linli.auth, "/auth/tokens", { cookie, json: {} })).json();
    expect((await call(linli.auth, "/auth/tokens", { bearer: token, json: {} })).status).toBe(403);
    expect((await call(linli.auth, "/auth/account", { bearer: token })).status).toBe(303);
  });

  it("is asked for only from a page of ours", async () => {
    expect((await call(linli.auth, "/auth/tokens", { cookie, json: {}, origin: "https://evil.example" })).status).toBe(
      403,
    );
    expect((await call(linli.auth, "/auth/tokens", { json: {} })).status).toBe(401);
  });

  it.each(["", "x", "Basic eA==", "Bearer", "Bearer  two words", `Bearer ${"a".repeat(500)}`])(
    "is refused when it reads %j",
    async (authorization) => {
      const answer = await call(staff, "/who", { headers: { authorization }, cookie });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    },
  );
});

describe("a district's program (RFC 6749, client credentials)", () => {
  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString("base64")}`,
  });
  const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    call(linli.auth, "/auth/token", { form, headers, origin: null });
  const grant = { grant_type: "client_credentials" };

  it.each([0, 1])("gets a ten-minute token by either live secret (%i)", async (index) => {
    const secret = secrets[index] ?? "";
    for (const [form, headers] of [
      [grant, basic(client, secret)],
      [{ ...grant, client_id: client, client_secret: secret, scope: "statistics" }, {}],
    ]) {
      const answer = await ask(form ?? {}, headers);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const body = await answer.json();
      expect(body).toMatchObject({ token_type: "Bearer", expires_in: 600, scope: "statistics" });
      const who = await (await call(staff, "/who", { bearer: body.access_token })).json();
      expect(who).toMatchObject({ via: "client", areas: [{ code: "500112", role: "client" }] });
      linli.clock.now += 600_001;
      expect((await call(staff, "/who", { bearer: body.access_token })).status).toBe(401);
    }
  });

  it("is refused in the words of the standard", async () => {
    const good = basic(client, secrets[0] ?? "");
    const refused: [Record<string, string>, Record<string, string>, number, string][] = [
      [grant, basic(client, "wrong"), 401, "invalid_client"],
      [grant, basic("500112-unknown", "wrong"), 401, "invalid_client"],
      [grant, basic("\u0000", "wrong"), 401, "invalid_client"],
      [grant, { authorization: "Basic !!" }, 401, "invalid_client"],
      [grant, { authorization: "Bearer x" }, 401, "invalid_client"],
      [grant, {}, 401, "invalid_client"],
      [{ ...grant, client_id: client }, {}, 401, "invalid_client"],
      [{}, good, 400, "invalid_request"],
      [{ grant_type: "password" }, good, 400, "unsupported_grant_type"],
      [{ ...grant, scope: "residents" }, good, 400, "invalid_scope"],
      [{ ...grant, client_id: client, client_secret: "x" }, good, 400, "invalid_request"],
      [{ ...grant, client_id: "500112-other" }, good, 400, "invalid_request"],
    ];
    for (const [form, headers, status, error] of refused) {
      const answer = await ask(form, headers);
      expect([answer.status, await answer.json()], JSON.stringify(form)).toEqual([status, { error }]);
      if (status === 401) expect(answer.headers.get("www-authenticate")).toContain("Basic");
    }
    const twice = await call(linli.auth, "/auth/token", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...good },
    });
    expect(twice.status).toBe(400);
    const json = await call(linli.auth, "/auth/token", { json: grant, headers: good });
    expect([json.status, await json.json()]).toEqual([400, { error: "invalid_request" }]);
    expect((await call(linli.auth, "/auth/token")).status).toBe(405);
  });

  it("finds the token endpoint by the server's description (RFC 8414)", async () => {
    const answer = await call(linli.auth, "/.well-known/oauth-authorization-server");
    expect(await answer.json()).toMatchObject({
      issuer: ORIGIN,
      token_endpoint: `${ORIGIN}/auth/token`,
      grant_types_supported: ["client_credentials"],
    });
  });
});
