import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openGateway } from "../../infra/local/gateway.ts";
import { type Runner, startRunner } from "../../infra/local/runner.ts";
import { changedTemplate, synthesizeFixture } from "./support/fixture-stack.ts";

const dataDir = mkdtempSync(join(tmpdir(), "linli-http-"));
const problems: string[] = [];
let linli: Runner;

beforeAll(async () => {
  const template = changedTemplate(await synthesizeFixture("cn-north-1"), ({ Resources }) => {
    const api = Resources.ApiFunction;
    if (api) api.Properties.Timeout = 1;
  });
  linli = await startRunner({ template, dataDir, ready: false, onError: (message) => problems.push(message) });
});
afterAll(() => linli.close());

const ask = (path: string, init?: RequestInit) => fetch(`${linli.url}${path}`, { redirect: "manual", ...init });
const echo = async (query = "", init?: RequestInit) => (await (await ask(`/api/echo${query}`, init)).json()) as Echo;
type Echo = { event: Record<string, unknown>; environment: Record<string, string>; context: Record<string, unknown> };

describe("requests arrive as API Gateway would hand them over", () => {
  test("method, path, query, headers and address", async () => {
    const { event } = await echo("?a=1&a=%E4%B8%AD&b=x+y", { headers: { "X-Test": "Yes", cookie: "s=1; t=2" } });
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "ANY /api/{proxy+}",
      rawPath: "/api/echo",
      rawQueryString: "a=1&a=%E4%B8%AD&b=x+y",
      cookies: ["s=1", "t=2"],
      headers: { "x-test": "Yes", "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "http" },
      queryStringParameters: { a: "1,中", b: "x y" },
      pathParameters: { proxy: "echo" },
      isBase64Encoded: false,
      requestContext: {
        domainName: expect.stringMatching(/^127\.0\.0\.1:/),
        http: { method: "GET", path: "/api/echo", protocol: "HTTP/1.1", sourceIp: "127.0.0.1" },
        routeKey: "ANY /api/{proxy+}",
        stage: "$default",
      },
    });
    expect(event.headers).not.toHaveProperty("cookie");
    expect(event).not.toHaveProperty("body");
  });

  test("an address that the caller claims comes before the real one, never instead of it", async () => {
    const { event } = await echo("", { headers: { "x-forwarded-for": "1.2.3.4" } });
    expect(event).toMatchObject({
      headers: { "x-forwarded-for": "1.2.3.4, 127.0.0.1" },
      requestContext: { http: { sourceIp: "127.0.0.1" } },
    });
  });

  test("the path is decoded, the query is not", async () => {
    const answer = await ask("/api/%E5%B1%85%E6%B0%91%20x?q=%20");
    expect(await answer.json()).toEqual({ routeKey: "ANY /api/{proxy+}", pathParameters: { proxy: "居民 x" } });
    expect((await ask("/api/%zz")).status).toBe(400);
  });

  test.each([
    ["application/json", "text"],
    ["application/problem+json; charset=utf-8", "text"],
    ["text/csv", "text"],
    ["application/xml", "text"],
    ["application/x-www-form-urlencoded", "base64"],
    ["application/octet-stream", "base64"],
    ["multipart/form-data; boundary=x", "base64"],
  ])("a body of %s arrives as %s", async (type, form) => {
    const answer = await ask("/api/body", { method: "POST", headers: { "content-type": type }, body: "a=邻里" });
    const sha = createHash("sha256").update("a=邻里").digest("hex");
    expect(await answer.json()).toEqual({ isBase64Encoded: form === "base64", length: 8, sha });
  });

  test("bytes survive as octets, and a GBK file sent as text does not", async () => {
    const bytes = randomBytes(50_000);
    const sha = createHash("sha256").update(bytes).digest("hex");
    const post = async (type: string) =>
      (await ask("/api/body", { method: "POST", headers: { "content-type": type }, body: bytes })).json();
    expect(await post("application/octet-stream")).toEqual({ isBase64Encoded: true, length: 50_000, sha });
    expect(await post("text/csv")).not.toMatchObject({ sha });
  });
});

describe("answers leave as API Gateway would send them", () => {
  test("status, headers, several cookies and bytes", async () => {
    const answer = await ask("/api/binary");
    expect(answer.status).toBe(201);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("x-number")).toBe("7");
    expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 137, 80]);
  });

  test("a value without a status is the JSON of a good answer", async () => {
    const answer = await ask("/api/plain");
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await answer.json()).toEqual({ hello: "邻里" });
  });

  test("a question for the head gets no body", async () => {
    const answer = await ask("/api/plain", { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("");
  });

  test.each(["/api/throw", "/api/wrong", "/api/large", "/api/exit"])("%s is a 500 that says nothing", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: "Internal Server Error" });
  });

  test("what went wrong is told to whoever runs it", async () => {
    problems.length = 0;
    await ask("/api/throw");
    expect(problems.join()).toContain("on purpose");
  });
});

describe("limits are those of the cloud", () => {
  test("six megabytes of text are too much, and so are 4.7 of bytes", async () => {
    const post = async (type: string, size: number) =>
      (await ask("/api/body", { method: "POST", headers: { "content-type": type }, body: Buffer.alloc(size, 97) }))
        .status;
    expect(await post("text/plain", 6 * 1024 * 1024)).toBe(413);
    expect(await post("application/octet-stream", 4_800_000)).toBe(413);
    expect(await post("application/octet-stream", 4_500_000)).toBe(200);
    const body = Buffer.alloc(7_000_000, 97);
    const refused = await ask("/api/body", { method: "POST", headers: { "accept-language": "en-GB" }, body });
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({ status: 413, code: "too-large", title: "The content is too large." });
  });

  test("more than 10 kB of headers and address are refused", async () => {
    expect((await ask(`/api/x?${"q".repeat(10_300)}`)).status).toBe(431);
    expect((await ask("/api/x", { headers: { "x-long": "q".repeat(10_300) } })).status).toBe(431);
  });

  test("an event that hangs ends with the function's time, and the next one is answered by a fresh worker", async () => {
    const started = performance.now();
    expect((await ask("/api/hang")).status).toBe(500);
    expect(performance.now() - started).toBeGreaterThan(950);
    expect((await ask("/api/plain")).status).toBe(200);
  });

  test("nobody waits longer than thirty seconds, whatever a function may take", async () => {
    let asked = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const gateway = await openGateway(
      {
        route: () => ({ routeKey: "$default", functionName: "slow", pathParameters: {} }),
        invoke: () => new Promise(() => asked()),
        isReady: () => true,
        onAnswer: () => {},
        onError: () => {},
      },
      0,
      "127.0.0.1",
    );
    onTestFinished(() => gateway.close());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const answer = fetch(`http://127.0.0.1:${gateway.port}/`).then(({ status }) => status);
    await waiting;
    const seen = new Set<unknown>();
    void answer.then((status) => seen.add(status));
    vi.advanceTimersByTime(29_999);
    await new Promise(setImmediate);
    expect([...seen]).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(await answer).toBe(503);
  });

  test("a function that ended its process is started again", async () => {
    await ask("/api/exit");
    expect((await ask("/api/plain")).status).toBe(200);
  });
});

describe("routes", () => {
  const routeOf = async (path: string, method = "GET") =>
    ((await (await ask(path, { method })).json()) as { routeKey: string }).routeKey;

  test.each([
    ["/", "GET", "GET /"],
    ["/admin", "GET", "GET /admin"],
    ["/admin/", "GET", "GET /admin/{proxy+}"],
    ["/admin/residents/1", "GET", "GET /admin/{proxy+}"],
    ["/admin", "POST", "$default"],
    ["/statistics", "GET", "GET /statistics"],
    ["/statistics/", "GET", "ANY /statistics/{proxy+}"],
    ["/statistics/v1/areas", "POST", "ANY /statistics/{proxy+}"],
    ["/f/abc", "POST", "ANY /f/{proxy+}"],
    ["/p/abc.pdf", "GET", "GET /p/{proxy+}"],
    ["/p/abc", "DELETE", "$default"],
    ["/.well-known/oauth-authorization-server", "GET", "GET /.well-known/oauth-authorization-server"],
    ["/.well-known/other", "GET", "$default"],
    ["/nowhere", "GET", "$default"],
  ])("%s (%s) goes to %s", async (path, method, route) => {
    expect(await routeOf(path, method)).toBe(route);
  });
});

describe("a function's surroundings", () => {
  test("it sees its own environment and nothing of the machine", async () => {
    process.env.LINLI_TEST_SECRET = "outside";
    const { environment, context } = await echo();
    expect(environment).toMatchObject({
      RECORDS_TABLE: "Records",
      COUNTS_TABLE: "Counts",
      ACCOUNTS_TABLE: "Accounts",
      KEY_PARAMETER: "/linli/Linli/root-key",
      AWS_REGION: "cn-north-1",
      AWS_LAMBDA_FUNCTION_NAME: "api",
    });
    expect(environment).not.toHaveProperty("LINLI_TEST_SECRET");
    expect(environment).not.toHaveProperty("PATH");
    expect(environment).not.toHaveProperty("PUBLIC_URL");
    expect(context).toMatchObject({ functionName: "api", memoryLimitInMB: "1024" });
    expect(context.left).toBeLessThanOrEqual(1000);
  });

  test("the request log names routes and no addresses, paths or people", async () => {
    await ask("/r/ABCDEFGH?name=%E5%BC%A0");
    const log = readFileSync(join(dataDir, "requests.log"), "utf8");
    expect(log).toMatch(/ GET \/r\/\{proxy\+\} 200 \d+\n$/);
    expect(log).not.toMatch(/ABCDEFGH|127\.0\.0\.1|%E5/);
  });

  test("health says 503 until everything is ready, while other routes already work", async () => {
    expect((await ask("/healthz")).status).toBe(503);
    expect((await ask("/")).status).toBe(200);
    linli.setReady();
    expect((await ask("/healthz")).status).toBe(200);
  });

  test("a caller that goes away mid-sentence does no harm", async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(linli.port, "127.0.0.1", () => {
        socket.write("POST /api/body HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
        socket.destroy();
      });
      socket.on("close", () => resolve());
    });
    expect((await ask("/api/plain")).status).toBe(200);
  });
});
