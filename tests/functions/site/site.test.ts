import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConsole } from "../../../functions/site/console-files.ts";
import { chooseEncoding } from "../../../functions/site/encoding.ts";
import { createSite } from "../../../functions/site/site.ts";

const outside = mkdtempSync(join(tmpdir(), "linli-site-"));
const folder = join(outside, "console");
const index = `<!doctype html><title>邻里</title>${"<p></p>".repeat(50)}`;
const script = `console.log("${"x".repeat(500)}")`;
const put = (name: string, content: string | Buffer, packed = true) => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
  if (!packed) return;
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
};
writeFileSync(join(outside, "secret.txt"), "secret");
put("index.html", index);
put("assets/index-abc.js", script);
put("assets/font-abc.woff2", Buffer.from([0, 255, 1]), false);
put("favicon.svg", "<svg/>", false);

const site = createSite(loadConsole(folder));

type Ask = { method?: string; headers?: Record<string, string> };
function ask(rawPath: string, { method = "GET", headers = {} }: Ask = {}, handler = site) {
  // Only what the function reads; a whole event has forty fields more.
  const event = { rawPath, headers, requestContext: { http: { method } } } as unknown as APIGatewayProxyEventV2;
  return handler(event);
}
const bytesOf = ({ body, isBase64Encoded }: APIGatewayProxyStructuredResultV2) =>
  Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8");

describe("the console's pages", () => {
  test.each(["/", "/admin", "/admin/", "/admin/residents/123", "/index.html"])("%s is the console", async (path) => {
    const answer = await ask(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.["content-type"]).toBe("text/html; charset=utf-8");
    expect(bytesOf(answer).toString()).toBe(index);
  });

  test("a new version is noticed at the next visit, and an unchanged one is not sent again", async () => {
    const first = await ask("/");
    expect(first.headers?.["cache-control"]).toBe("no-cache");
    const again = await ask("/", { headers: { "if-none-match": String(first.headers?.etag) } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect((await ask("/", { headers: { "if-none-match": '"other"' } })).statusCode).toBe(200);
  });

  test("every answer asks for encryption from now on, where it came that way, and runs nothing of another site", async () => {
    for (const path of ["/", "/assets/index-abc.js", "/nowhere", "/healthz"]) {
      const { headers } = await ask(path, { headers: { "x-forwarded-proto": "https" } });
      expect(headers?.["strict-transport-security"], path).toBe("max-age=31536000; includeSubDomains");
      expect(headers?.["content-security-policy"]).toMatch(/default-src 'none'; object-src 'none'; script-src 'self';/);
      expect(headers?.["content-security-policy"]).toMatch(/base-uri 'none'; frame-ancestors 'none'$/);
      expect(headers?.["x-content-type-options"]).toBe("nosniff");
      const plain = await ask(path, { headers: { "x-forwarded-proto": "http" } });
      expect(plain.headers).not.toHaveProperty("strict-transport-security");
    }
  });

  test("a file with its content's hash in its name is never asked for twice", async () => {
    const answer = await ask("/assets/index-abc.js");
    expect(answer.headers?.["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers?.["content-type"]).toBe("text/javascript; charset=utf-8");
  });

  test("a font arrives byte for byte", async () => {
    const answer = await ask("/assets/font-abc.woff2");
    expect(answer.headers?.["content-type"]).toBe("font/woff2");
    expect([...bytesOf(answer)]).toEqual([0, 255, 1]);
  });

  test("the head of a page has everything but the page", async () => {
    const answer = await ask("/", { method: "HEAD" });
    expect(answer).toMatchObject({ statusCode: 200, body: "" });
  });
});

describe("compression", () => {
  test("the smallest form that the browser accepts is sent", async () => {
    const brotli = await ask("/assets/index-abc.js", { headers: { "accept-encoding": "gzip, deflate, br" } });
    expect(brotli.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
    expect(brotliDecompressSync(bytesOf(brotli)).toString()).toBe(script);
    const gzip = await ask("/assets/index-abc.js", { headers: { "accept-encoding": "gzip" } });
    expect(gzip.headers?.["content-encoding"]).toBe("gzip");
    expect(gunzipSync(bytesOf(gzip)).toString()).toBe(script);
  });

  test("each form has a tag of its own, so that a cache never mixes them", async () => {
    const forms = await Promise.all(
      ["br", "gzip", ""].map((encoding) => ask("/", { headers: { "accept-encoding": encoding } })),
    );
    expect(new Set(forms.map(({ headers }) => headers?.etag)).size).toBe(3);
  });

  test("a file that was not packed is sent as it is", async () => {
    const answer = await ask("/favicon.svg", { headers: { "accept-encoding": "br" } });
    expect(answer.headers).not.toHaveProperty("content-encoding");
  });

  test("what a browser excludes is never chosen, whatever else it writes", () => {
    const name = fc.constantFrom("br", "gzip", "identity", "deflate", "*");
    const quality = fc.constantFrom("", ";q=0", ";q=0.5", "; q=1");
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, quality), { selector: ([n]) => n }), (parts) => {
        const header = parts.map(([n, q]) => `${n}${q}`).join(", ");
        const chosen = chooseEncoding(header, ["br", "gzip", "identity"]);
        const refused = parts.find(([n]) => n === chosen)?.[1] === ";q=0";
        expect(refused && chosen !== "identity").toBe(false);
        if (header === "") expect(chosen).toBe("identity");
      }),
    );
  });
});

describe("everything else", () => {
  test("health is a short answer that nobody keeps", async () => {
    const answer = await ask("/healthz");
    expect(answer).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
    expect(answer.headers?.["cache-control"]).toBe("no-store");
  });

  test("an address that leads nowhere says so in the reader's language and shows a way back", async () => {
    const chinese = await ask("/nowhere");
    expect(chinese.statusCode).toBe(404);
    expect(chinese.body).toContain("没有找到这个页面");
    expect(chinese.body).toContain('lang="zh-CN"');
    const english = await ask("/nowhere", { headers: { "accept-language": "en-GB,zh;q=0.5" } });
    expect(english.body).toContain("Page not found");
    expect(english.body).toContain('href="/"');
  });

  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/admin/../../secret.txt/..",
    "/..%2fsecret.txt",
    "//secret.txt",
    "/assets/index-abc.js.br",
    "/assets/",
    "/constructor",
    "/assets/index-abc.js\0.html",
  ])("nothing outside the console's own files can be read: %j", async (path) => {
    const answer = await ask(path);
    expect(bytesOf(answer).toString()).not.toBe("secret");
    if (!path.startsWith("/admin/")) expect(answer.statusCode).toBe(404);
  });

  test("no path at all leads out of the console", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("..", ".", "", "assets", "secret.txt", "%2e%2e", "\\")),
        async (parts) => {
          const answer = await ask(`/${parts.join("/")}`);
          expect(bytesOf(answer).toString()).not.toContain("secret\n");
          expect([200, 404]).toContain(answer.statusCode);
          if (answer.statusCode === 200) expect(bytesOf(answer).toString()).toBe(index);
        },
      ),
    );
  });

  test("nothing can be written", async () => {
    const answer = await ask("/", { method: "POST" });
    expect(answer).toMatchObject({ statusCode: 405, headers: { allow: "GET, HEAD" } });
  });

  test("a request is never sent back as it came (TRACE), whatever else it asks for", async () => {
    for (const method of ["TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND"]) {
      const answer = await ask("/", { method, headers: { cookie: "session=secret", "x-mark": "heard" } });
      expect(answer.statusCode).toBe(405);
      expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toMatch(/secret|heard/);
    }
  });

  test("nothing of the source, its history or a list of files is there", async () => {
    for (const path of [
      "/.git/HEAD",
      "/.git/config",
      "/.svn/entries",
      "/.env",
      "/package.json",
      "/assets/",
      "/assets",
      "/lambda.mjs",
    ]) {
      const answer = await ask(path);
      expect(answer.statusCode, path).toBe(404);
      expect(bytesOf(answer).toString()).not.toContain("index-abc");
    }
  });

  test.each(["/", "/nowhere", "/healthz", "/assets/index-abc.js"])("%s runs no script from elsewhere", async (path) => {
    const { headers } = await ask(path);
    const policy = String(headers?.["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
    expect(headers?.["x-content-type-options"]).toBe("nosniff");
  });

  test("without a built console the pages are missing, and health still answers", async () => {
    const empty = createSite(loadConsole(join(outside, "none")));
    expect((await ask("/", {}, empty)).statusCode).toBe(404);
    expect((await ask("/healthz", {}, empty)).statusCode).toBe(200);
  });
});
