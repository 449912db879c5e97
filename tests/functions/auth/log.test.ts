import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../../../functions/api/app.ts";
import type { createAuth } from "../../../functions/auth/app.ts";
import { lambdaHandler } from "../../../functions/http/lambda-handler.ts";
import { anAreaAccount, anInstallation, type Installation, ORIGIN, PASSWORD } from "./installation.ts";

type Line = Readonly<Record<string, unknown>>;
type Sent = { method?: string; form?: Record<string, string>; cookie?: string; headers?: Record<string, string> };

let linli: Installation;
let account: string;
let cookie: string;
const written: string[] = [];

beforeAll(async () => {
  linli = await anInstallation();
  ({ account, cookie } = await anAreaAccount(linli, "500112", "yubei"));
});
afterAll(() => linli.close());

/** Sends a request as the gateway does; gives the line that the log got for it, and the answer. */
async function line(app: ReturnType<typeof createAuth>, rawPath: string, sent: Sent = {}) {
  const method = sent.method ?? (sent.form ? "POST" : "GET");
  const event = {
    version: "2.0",
    routeKey: "ANY /auth/{proxy+}",
    rawPath,
    rawQueryString: "",
    headers: {
      host: new URL(ORIGIN).host,
      origin: ORIGIN,
      ...(sent.form && { "content-type": "application/x-www-form-urlencoded" }),
      ...sent.headers,
    },
    cookies: sent.cookie ? [sent.cookie] : [],
    body: sent.form ? new URLSearchParams(sent.form).toString() : undefined,
    isBase64Encoded: false,
    requestContext: { requestId: "r-1", http: { method, path: rawPath, sourceIp: "192.0.2.44" } },
  } as unknown as APIGatewayProxyEventV2;
  const { write } = process.stdout;
  const lines: string[] = [];
  process.stdout.write = (text: string | Uint8Array) => {
    lines.push(...String(text).split("\n").filter(Boolean));
    return true;
  };
  try {
    const answer = (await lambdaHandler(app)(event as never, { functionName: "auth" } as never)) as {
      body: string;
      cookies?: string[];
    };
    written.push(...lines);
    expect(lines).toHaveLength(1);
    return { line: JSON.parse(lines[0] ?? "") as Line, answer };
  } finally {
    process.stdout.write = write;
  }
}

const signIn = (login: string, password: string) => line(linli.auth, "/auth/sign-in", { form: { login, password } });

describe("what the log tells of who comes in and who does not", () => {
  it("a sign-in, with the account it was, when by the clock of the world, and on which route", async () => {
    const { line: told } = await signIn("yubei", PASSWORD);
    expect(told).toMatchObject({
      message: "request",
      function: "auth",
      request: "r-1",
      method: "POST",
      on: "/auth/sign-in",
      status: 303,
      by: account,
    });
    expect(told.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it("a wrong password with the account that was tried, an unknown login, and tries that were too many", async () => {
    const { line: wrong } = await signIn("yubei", "not the password");
    expect(wrong).toMatchObject({ status: 401, refused: "wrong-password", about: account, from: expect.any(String) });
    expect(wrong).not.toHaveProperty("by");
    const { line: unknown } = await signIn("nobody.here", "not the password");
    expect(unknown).toMatchObject({ status: 401, refused: "wrong-password", about: "nobody", from: wrong.from });
    for (let n = 0; n < 4; n += 1) await signIn("nobody.here", "not the password");
    expect((await signIn("nobody.here", "not the password")).line).toMatchObject({ status: 429, refused: "too-many" });
  });

  it("the second step asked for, a wrong code, and the right one", async () => {
    const post = (path: string, form: Record<string, string>) => line(linli.auth, path, { form, cookie });
    const { answer: page } = await post("/auth/two-step/prepare", { twoStepPassword: PASSWORD });
    const secret = (/class="key">([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? "").replaceAll(" ", "");
    const code = () => new TOTP({ secret }).generate({ timestamp: linli.clock.now });
    const on = await post("/auth/two-step/confirm", { code: code() });
    expect(on.line).toMatchObject({ on: "/auth/two-step/confirm", status: 200, by: account });
    linli.clock.now += 30_000;
    const { line: asked, answer } = await signIn("yubei", PASSWORD);
    expect(asked).toMatchObject({ on: "/auth/sign-in", status: 200 });
    const ticket = /name="ticket" value="([\w-]+)"/.exec(answer.body)?.[1] ?? "";
    const second = (given: string) => line(linli.auth, "/auth/second-step", { form: { ticket, code: given } });
    expect((await second("000000")).line).toMatchObject({ status: 401, refused: "wrong-code", about: account });
    expect((await second(code())).line).toMatchObject({ on: "/auth/second-step", status: 303, by: account });
    cookie = on.answer.cookies?.[0]?.split(";")[0] ?? "";
  });

  it("whoever is refused: signed out, without the right, from another site's page, with entries that do not hold", async () => {
    const api = createApi(linli.deps);
    expect((await line(api, "/api/me")).line).toMatchObject({ on: "/api/me", status: 401, refused: "signed-out" });
    const foreign = { form: { login: "yubei", password: "x" }, headers: { origin: "https://evil.example" } };
    expect((await line(linli.auth, "/auth/sign-in", foreign)).line).toMatchObject({
      status: 403,
      refused: "other-origin",
    });
    const other = await line(api, "/api/areas/500113/clients", { cookie });
    expect(other.line).toMatchObject({
      on: "/api/areas/:area/clients",
      status: 404,
      refused: "not-found",
      by: account,
    });
    const bad = await line(linli.auth, "/auth/tokens", { method: "POST", cookie });
    expect(bad.line).toMatchObject({ on: "/auth/tokens", status: 415, refused: "wrong-type", by: account });
    const program = { form: { grant_type: "client_credentials", client_id: "500112-x", client_secret: "y" } };
    expect((await line(linli.auth, "/auth/token", program)).line).toMatchObject({
      status: 401,
      refused: "invalid-client",
    });
  });

  it("never what was typed, the cookie or the address; and no entry of a caller can write a line of its own", async () => {
    const forged = 'x\n{"level":"INFO","message":"request","by":"director"}\r\n';
    await line(linli.auth, "/auth/sign-in", {
      form: { login: forged, password: forged },
      headers: { "user-agent": forged.replace(/[\r\n]/g, " "), "x-forwarded-for": "203.0.113.9" },
    });
    expect(written.length).toBeGreaterThan(10);
    for (const each of written) expect(JSON.parse(each)).toMatchObject({ message: "request", level: "INFO" });
    const all = written.join("\n");
    for (const secret of [
      PASSWORD,
      "not the password",
      "yubei",
      "nobody.here",
      cookie.split("=")[1] ?? "-",
      "192.0.2.44",
    ]) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toContain("director");
  });
});
