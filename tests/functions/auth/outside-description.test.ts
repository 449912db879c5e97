import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { addressAt } from "../../../functions/auth/outside/issuer.ts";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** Somebody who answers on a port of this machine; tells the address and how often somebody asked. */
async function somebody(answer: (res: ServerResponse, url: string) => void) {
  const told = { url: "", asked: 0 };
  const server = createServer((_, res) => {
    told.asked += 1;
    answer(res, told.url);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  told.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return told;
}

const describing = (issuer: string, at: string) =>
  JSON.stringify({
    issuer,
    authorization_endpoint: `${at}/authorize`,
    token_endpoint: `${at}/token`,
    jwks_uri: `${at}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  });
const ask = (url: string) =>
  addressAt(
    { url, clientId: "linli", label: { zh: "统一认证", en: "outside" }, secret: async () => "secret" },
    Date.now(),
    { state: "state", nonce: "nonce", verifier: "v".repeat(43) },
    { redirectUri: "https://linli.example/auth/outside/callback", afresh: false },
  );

describe("an issuer's description", () => {
  it("of its own is believed", async () => {
    const good = await somebody((res, url) => {
      res.setHeader("content-type", "application/json");
      res.end(describing(url, url));
    });
    expect(await ask(good.url)).toMatchObject({ value: expect.stringContaining(`${good.url}/authorize?`) });
  });

  it("that names another issuer is not believed", async () => {
    const posing = await somebody((res) => {
      res.setHeader("content-type", "application/json");
      res.end(describing("https://sso.example.gov.cn", "https://evil.example"));
    });
    expect(await ask(posing.url)).toEqual({ failed: expect.stringMatching(/distrusted|unreachable/) });
  });

  it("that leads elsewhere is not followed there", async () => {
    const inside = await somebody((res, url) => {
      res.setHeader("content-type", "application/json");
      res.end(describing(url, url));
    });
    const leading = await somebody((res) => {
      res.writeHead(302, { location: `${inside.url}/.well-known/openid-configuration` });
      res.end();
    });
    expect(await ask(leading.url)).toEqual({ failed: expect.any(String) });
    expect([leading.asked, inside.asked]).toEqual([1, 0]);
  });
});
