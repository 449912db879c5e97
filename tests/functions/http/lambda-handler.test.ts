import { gunzipSync } from "node:zlib";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { rememberLanguage, setSessionCookie } from "../../../functions/http/cookies.ts";
import { httpApp } from "../../../functions/http/http-app.ts";
import { lambdaHandler } from "../../../functions/http/lambda-handler.ts";
import { sourceAddress } from "../../../functions/http/origin.ts";
import { countUnits, meterOfRequest } from "../../../functions/keys/meter.ts";
import { timeId } from "../../../shared/rules/time-id.ts";
import { openTestEngine } from "../../support/engine.ts";
import { createTables } from "../../support/tables.ts";

const app = httpApp();
app.get("/long", (c) => c.text("居民".repeat(2000)));
app.get("/list", (c) => c.body("\ufeff姓名\r\n", 200, { "content-type": "text/csv; charset=utf-8" }));
app.get("/short", (c) => c.json({ from: sourceAddress(c) }));
app.get("/cookie", (c) => {
  setSessionCookie(c, "secret", 60);
  if (c.req.query("lang") !== undefined) rememberLanguage(c, "en");
  return c.body(null, 204);
});
const handler = lambdaHandler(app);

async function call(address: string, headers: Record<string, string> = {}, by = handler) {
  const [path = "", query = ""] = address.split("?");
  const event = {
    version: "2.0",
    routeKey: "ANY /{proxy+}",
    rawPath: path,
    rawQueryString: query,
    headers: { host: "linli.example", ...headers },
    isBase64Encoded: false,
    requestContext: { domainName: "linli.example", http: { method: "GET", path, sourceIp: "192.0.2.7" } },
  } as unknown as APIGatewayProxyEventV2;
  // The handler's own types name the adapter's event; what a gateway sends is what matters here.
  return (await by(event as never, {} as never)) as {
    statusCode: number;
    headers: Record<string, string>;
    cookies?: string[];
    body: string;
    isBase64Encoded: boolean;
  };
}

/** The lines that the log gets while something is done. */
async function written(work: () => Promise<unknown>): Promise<string[]> {
  const { write } = process.stdout;
  const lines: string[] = [];
  process.stdout.write = (text: string | Uint8Array) => {
    lines.push(
      ...String(text)
        .split("\n")
        .filter((line) => line.includes('"request"')),
    );
    return true;
  };
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return lines;
}

describe("an app as a function behind the gateway", () => {
  it("compresses long answers for those who accept it", async () => {
    const packed = await call("/long", { "accept-encoding": "br, gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.isBase64Encoded).toBe(true);
    expect(gunzipSync(Buffer.from(packed.body, "base64")).toString()).toBe("居民".repeat(2000));
    expect((await call("/long", { "accept-encoding": "gzip;q=0" })).headers["content-encoding"]).toBeUndefined();
    expect((await call("/short", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
  });

  it("sends a csv with the BOM by which office software knows its encoding", async () => {
    const { body, isBase64Encoded } = await call("/list");
    expect(Buffer.from(body, isBase64Encoded ? "base64" : "utf8").toString("hex")).toMatch(/^efbbbf/);
  });

  it("lets no page run foreign scripts or stand in a frame, and keeps nothing in caches", async () => {
    const { headers } = await call("/short");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    for (const none of ["default-src", "object-src", "base-uri"]) {
      expect(headers["content-security-policy"]).toContain(`${none} 'none'`);
    }
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("is asked for over encryption for a year, whatever the answer, once it came that way (HSTS)", async () => {
    const year = "max-age=31536000; includeSubDomains";
    for (const path of ["/short", "/nothing"]) {
      expect((await call(path, { "x-forwarded-proto": "https" })).headers["strict-transport-security"]).toBe(year);
      expect((await call(path, { "x-forwarded-proto": "http" })).headers).not.toHaveProperty(
        "strict-transport-security",
      );
    }
  });

  it("believes the gateway about where a request came from, not a header", async () => {
    expect(JSON.parse((await call("/short", { "x-forwarded-for": "203.0.113.1" })).body)).toEqual({
      from: "192.0.2.7",
    });
  });

  it("keeps the session cookie from scripts and from unencrypted connections", async () => {
    expect((await call("/cookie", { "x-forwarded-proto": "https" })).cookies).toEqual([
      "__Host-session=secret; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax",
    ]);
    expect((await call("/cookie", { "x-forwarded-proto": "http" })).cookies).toEqual([
      "session=secret; Max-Age=60; Path=/; HttpOnly; SameSite=Lax",
    ]);
  });

  it("binds every cookie to this host and hides it from scripts", async () => {
    const { cookies = [] } = await call("/cookie?lang=en", { "x-forwarded-proto": "https" });
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-\w+=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it("writes one line for each request: what it took and cost, and nothing of whom it was about", async () => {
    const { client, documents, engine } = openTestEngine();
    await createTables(client);
    countUnits(documents, meterOfRequest);
    const metered = httpApp();
    metered.get("/r/:receipt", async (c) => {
      const get = (pk: string) => documents.send(new GetCommand({ TableName: "Records", Key: { pk, sk: "x" } }));
      await get(c.req.param("receipt"));
      await documents.send(new PutCommand({ TableName: "Records", Item: { pk: "a", sk: "x", name: "张三" } }));
      await get("a");
      return c.json({ name: "张三" });
    });
    const [lines] = await Promise.all([
      written(async () => {
        const asked = lambdaHandler(metered);
        await Promise.all([call("/r/ABCDEFGH", {}, asked), call("/nothing", {}, asked)]);
      }),
      // What others ask at the same moment is not counted here.
      documents.send(new GetCommand({ TableName: "Records", Key: { pk: "b", sk: "x" } })),
    ]);
    const told = lines.map((line) => JSON.parse(line).database);
    expect(told).toContainEqual({ requests: 3, readUnits: 1, writeUnits: 1 });
    expect(told).toContainEqual({ requests: 0, readUnits: 0, writeUnits: 0 });
    expect(lines.join()).not.toMatch(/ABCDEFGH|张三|192\.0\.2\.7/);
    engine.close();
  });

  it("answers what nothing serves with a problem document", async () => {
    const answer = await call("/nothing");
    expect(answer.statusCode).toBe(404);
    expect(JSON.parse(answer.body).code).toBe("not-found");
  });
});

it("gives ids in the order of time", () => {
  const first = timeId(1_700_000_000_000, new Uint8Array(10).fill(255));
  const second = timeId(1_700_000_000_001, new Uint8Array(10));
  expect(first).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  expect(first < second).toBe(true);
});
