import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { MEGABYTE, readForm, readJson } from "../../../functions/http/body.ts";
import { httpApp } from "../../../functions/http/http-app.ts";
import { problemWords } from "../../../shared/words/problems.ts";

const note = z.strictObject({
  text: z.string().check(z.maxLength(5)),
  age: z.optional(z.int()),
  kind: z.enum(["a", "b"]),
});
const app = httpApp();
app.post("/note", async (c) => c.json(await readJson(c, MEGABYTE, note)));
app.post("/any", async (c) => c.json({ value: await readJson(c, 4096, z.unknown()) }));
app.post("/form", async (c) => c.json(Object.fromEntries(await readForm(c, 4096))));
app.get("/broken", () => {
  throw new TypeError("the inside of the product");
});

const json = { "content-type": "application/json" };
const post = (path: string, body: BodyInit, headers: Record<string, string> = json) =>
  app.request(path, { method: "POST", body, headers });

describe("reading what a caller sent", () => {
  it("takes a document that holds", async () => {
    const answer = await post("/note", JSON.stringify({ text: "在家", kind: "a" }), {
      "content-type": "application/json; charset=UTF-8",
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ text: "在家", kind: "a" });
  });

  it("names every field that does not hold, not only the first, in the caller's language", async () => {
    const body = JSON.stringify({ text: "六个字以上的", age: "x", kind: "c", extra: 1 });
    const answer = await post("/note", body, { ...json, "accept-language": "en-GB" });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const problem = await answer.json();
    expect(problem).toMatchObject({ status: 422, code: "invalid-fields", title: "Some entries need to be corrected." });
    expect(problem.fields.map((field: { path: string; code: string }) => [field.path, field.code]).sort()).toEqual([
      ["age", "not-a-number"],
      ["extra", "unknown-field"],
      ["kind", "not-in-list"],
      ["text", "too-long"],
    ]);
    const chinese = await (await post("/note", body, { ...json, "accept-language": "zh-CN,en;q=0.5" })).json();
    expect(chinese.title).toBe("有些内容需要修改。");
    expect(chinese.fields.map((field: { message: string }) => field.message)).toContain("最多 5 个字");
  });

  it.each([
    ["nothing at all", new Uint8Array(), 400],
    ["half a document", '{"a":', 400],
    ["bytes that are no text", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
    ["nesting without end", `${"[".repeat(40)}${"]".repeat(40)}`, 400],
    ["half a character", '{"a":"\\ud800"}', 422],
    ["a null byte", '{"a":{"b":["\\u0000"]}}', 422],
    ["a number without end", '{"a":1e999}', 422],
    ["a forged prototype", '{"__proto__":{"x":1}}', 422],
    ["more than the route takes", JSON.stringify("x".repeat(5000)), 413],
  ])("refuses %s", async (_what, body, status) => {
    const answer = await post("/any", body);
    expect(answer.status).toBe(status);
    expect((await answer.json()).status).toBe(status);
  });

  it("refuses other types, other character sets and packed bodies", async () => {
    for (const headers of [
      { "content-type": "text/plain" },
      { "content-type": "application/json; charset=gbk" },
      { ...json, "content-encoding": "gzip" },
      {},
    ]) {
      expect((await post("/any", new TextEncoder().encode("{}"), headers as Record<string, string>)).status).toBe(415);
    }
  });

  it("never breaks on whatever bytes arrive", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        async (bytes) => {
          expect([200, 400, 422]).toContain((await post("/any", new Uint8Array(bytes))).status);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("reads a page's form and refuses broken percent signs", async () => {
    const type = { "content-type": "application/x-www-form-urlencoded" };
    expect(await (await post("/form", "name=%E5%AD%99+%E5%8B%87&a=", type)).json()).toEqual({ name: "孙 勇", a: "" });
    expect((await post("/form", "name=%E5%AD", type)).status).toBe(400);
    expect((await post("/form", "name=%00", type)).status).toBe(422);
    expect((await post("/form", "{}")).status).toBe(415);
  });
});

describe("answers when something is wrong", () => {
  it("tells nothing about the inside when the product breaks", async () => {
    const answer = await app.request("/broken");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("inside");
  });

  it.each(["/%2e%2e/etc", "/a%2fb", "/a/..%5cb", "/a%00", "//host"])("does not follow %s anywhere", async (path) => {
    expect((await app.fetch(new Request(`http://localhost${path}`))).status).toBe(404);
  });

  it("refuses an address that cannot be read", async () => {
    expect((await app.fetch(new Request("http://localhost/%E5%AD"))).status).toBe(400);
  });

  it("says which methods an address takes", async () => {
    const answer = await app.request("/note", { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("POST");
    expect((await app.request("/nothing", { method: "DELETE" })).status).toBe(404);
  });

  it("has words in both languages for every code", () => {
    for (const [code, words] of Object.entries(problemWords)) {
      expect(words.zh, code).toMatch(/\p{Script=Han}/u);
      expect(words.en, code).toMatch(/^[A-Z{]/);
    }
  });
});
