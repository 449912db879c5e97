import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planOf } from "../../infra/local/plan.ts";
import { synthesized } from "../../infra/local/synthesized.ts";
import { readTemplate, resolveTemplate } from "../../infra/local/template.ts";
import { services } from "../../infra/services.ts";
import { anIssuer, aVisitor } from "../functions/auth/an-issuer.ts";
import { type Linli, startLinli } from "../support/linli.ts";

const PUBLIC = "https://linli.example.cn";
const PASSWORD = "a sentence of their own";
let issuer: Awaited<ReturnType<typeof anIssuer>>;
let linli: Linli;

beforeAll(async () => {
  issuer = await anIssuer(`${PUBLIC}/auth/outside/callback`);
  const settings = { url: issuer.url, clientId: "linli", clientSecret: issuer.secret, zh: "区统一认证", en: undefined };
  linli = await startLinli({ functions: ["auth"], publicUrl: PUBLIC, issuer: settings });
});
afterAll(async () => {
  await linli.close();
  await issuer.close();
});

/** One request over HTTP as a browser behind the public address sends it. */
const ask = (path: string, cookies: readonly string[] = [], form?: Record<string, string>) =>
  fetch(new URL(path, linli.url), {
    redirect: "manual",
    headers: { cookie: cookies.join("; "), ...(form && { origin: PUBLIC }) },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
const cookiesOf = (answer: Response) =>
  answer.headers.getSetCookie().flatMap((line) => (/^[^=]+=[^;]/.test(line) ? [String(line.split(";")[0])] : []));

async function round(path: string, subject: string, cookies: readonly string[] = [], form = {}) {
  const begun = await ask(path, cookies, form);
  const [, to = ""] = /0;url=([^"]+)"/.exec(await begun.text()) ?? [];
  const back = await issuer.visit(to.replaceAll("&amp;", "&"), aVisitor(subject));
  return ask(back.slice(PUBLIC.length), [...cookiesOf(begun), ...cookies]);
}

describe("what is synthesized and run on one machine, with an outside issuer", () => {
  test("signs somebody in, by the secret in the parameter store, with the rights its role has", async () => {
    expect(await (await ask("/auth/sign-in")).text()).toContain("用区统一认证登录");
    const invited = await linli.invoke("auth", { invite: { area: "500112", name: "Office" } });
    const { path } = invited as { path: string };
    const form = { login: "office", password: PASSWORD, repeat: PASSWORD };
    const own = cookiesOf(await ask(path, [], form));
    const linked = await round("/auth/outside/link", "zhang", own, { outsidePassword: PASSWORD });
    expect(linked.headers.get("location")).toBe("/auth/account");
    const entered = await round("/auth/outside/start", "zhang", [], { to: "/admin/#/residents" });
    expect(entered.status).toBe(303);
    expect(entered.headers.get("location")).toBe("/admin/#/residents");
    expect((await ask("/auth/account", cookiesOf(entered))).status).toBe(200);
    const unknown = await round("/auth/outside/start", "somebody-else");
    expect(unknown.headers.get("location")).toBe("/auth/outside/failed?why=unknown");
  });

  test("lets a page of ours send a form nowhere but here, and the way to the issuer is a page of its own", async () => {
    const begun = await ask("/auth/outside/start", [], {});
    expect(begun.status).toBe(200);
    expect(begun.headers.get("content-security-policy")).toContain("form-action 'self';");
    expect(await begun.text()).toContain(`<a class="button" href="${issuer.url}/auth?`);
  });
});

describe("what a deployment is told", () => {
  const authOf = async (parameters: Record<string, string>) => {
    const template = readTemplate(await synthesized(["auth"], () => {}));
    const { functions } = planOf(resolveTemplate(template, parameters), ["auth"]);
    const [auth] = functions;
    if (!auth) throw new Error("There is no sign-in");
    return auth;
  };
  const oidc = (environment: object) =>
    Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith("OIDC_")));

  test("without an issuer, sign-in is told of none", async () => {
    expect(oidc((await authOf({})).environment)).toEqual({});
  });

  test("with one, sign-in alone is told of it, and reads one secret by its full name", async () => {
    const { environment, statements } = await authOf({ OidcIssuer: "https://sso.example.cn", OidcClientId: "linli" });
    expect(oidc(environment)).toEqual({
      OIDC_ISSUER: "https://sso.example.cn",
      OIDC_CLIENT_ID: "linli",
      OIDC_LABEL_ZH: "单位统一账号",
      OIDC_LABEL_EN: "your organisation's account",
      OIDC_SECRET_PARAMETER: "/linli/Linli/oidc-client-secret",
    });
    const reading = statements.filter(({ Resource }) => JSON.stringify(Resource).includes("oidc"));
    expect(reading).toEqual([
      {
        Effect: "Allow",
        Action: "ssm:GetParameter",
        Resource: expect.stringMatching(/:parameter\/linli\/Linli\/oidc-client-secret$/),
      },
    ]);
    expect(services.filter(({ outsideIssuer }) => outsideIssuer).map(({ name }) => name)).toEqual(["auth"]);
  });
});
