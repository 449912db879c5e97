import { mkdtempSync, writeFileSync } from "node:fs";
import { connect as connectPlain } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectionOptions, connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { selfSigned } from "./support/self-signed.ts";

type Event = {
  rawPath: string;
  headers: Record<string, string>;
  requestContext: { http: { method: string; sourceIp: string } };
};

const events: Event[] = [];
let plain: Gateway;
let secure: Gateway;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "linli-tls-"));
  const { cert, key } = selfSigned();
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key, { mode: 0o600 });
  const options = {
    route: () => ({ routeKey: "$default", functionName: "site", pathParameters: {} }),
    invoke: async (_: string, event: unknown) => {
      // What the gateway makes of a request is what a function is given.
      events.push(event as Event);
      return { statusCode: 200, headers: {}, body: "" };
    },
    isReady: () => true,
    onAnswer: () => {},
    onError: () => {},
  };
  plain = await openGateway(options, 0, "127.0.0.1");
  secure = await openGateway({ ...options, tls: files }, 0, "127.0.0.1");
});
afterAll(() => Promise.all([plain.close(), secure.close()]));

/** Opens an encrypted connection; which protocol and cipher both sides agreed on, or why they did not. */
function agreed(options: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: secure.port, host: "127.0.0.1", rejectUnauthorized: false, ...options }, () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
    socket.on("error", (error) => resolve(`refused: ${"code" in error ? error.code : error.message}`));
  });
}

/** Sends bytes as they are; all that comes back until the other side hangs up. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connectPlain(port, "127.0.0.1", () => socket.write(text));
    socket.setTimeout(1_000, () => socket.end());
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}

describe("with a certificate of one's own", () => {
  test("the newest protocol is preferred, the one before is spoken, and older ones are not", async () => {
    expect(await agreed({})).toBe("TLSv1.3 TLS_AES_256_GCM_SHA384");
    expect(await agreed({ maxVersion: "TLSv1.2" })).toBe("TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384");
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    expect(await agreed(old)).toMatch(/^refused/);
  });

  test("of ciphers only those with forward secrecy that authenticate what they encrypt, the strongest first", async () => {
    for (const cipher of ["ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA", "AES128-GCM-SHA256", "AES256-SHA"]) {
      const offered = await agreed({ maxVersion: "TLSv1.2", ciphers: cipher }).catch(String);
      expect(offered, cipher).toMatch(/^refused/);
    }
    const weakFirst = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384";
    expect(await agreed({ maxVersion: "TLSv1.2", ciphers: weakFirst })).toContain("AES256-GCM");
  });

  test("whoever comes without encryption is not answered", async () => {
    const before = events.length;
    expect(await raw(secure.port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).not.toContain(" 200 ");
    expect(events).toHaveLength(before);
  });
});

describe("a request that claims to be another", () => {
  test("is not believed about encryption or its address: what the gateway saw counts", async () => {
    const claims = "X-Forwarded-Proto: https\r\nX-Forwarded-Port: 443\r\nX-Forwarded-For: 203.0.113.1\r\n";
    await raw(plain.port, `GET /claims HTTP/1.1\r\nHost: x\r\n${claims}Connection: close\r\n\r\n`);
    const event = events.find(({ rawPath }) => rawPath === "/claims");
    expect(event?.headers["x-forwarded-proto"]).toBe("http");
    expect(event?.headers["x-forwarded-port"]).toBe(String(plain.port));
    expect(event?.requestContext.http.sourceIp).toBe("127.0.0.1");
  });

  test.each([
    ["two lengths", "Content-Length: 4\r\nContent-Length: 60\r\n"],
    ["a length beside chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"],
    ["an encoding that only looks like chunks", "Transfer-Encoding: xchunked\r\n"],
    ["a header's name with a space", "Transfer-Encoding : chunked\r\n"],
  ])("hides no second one behind %s", async (_, headers) => {
    const before = events.length;
    const hidden = "0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
    const answer = await raw(plain.port, `POST /outer HTTP/1.1\r\nHost: x\r\n${headers}\r\n${hidden}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(events.slice(before).map(({ rawPath }) => rawPath)).not.toContain("/hidden");
  });
});
