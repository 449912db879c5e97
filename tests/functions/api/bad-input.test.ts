import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { rightsOf } from "../../../shared/guard/rights.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { type Answer, type Caller, openTestApi, type TestApi } from "../../support/api.ts";

let linli: TestApi;
let clerk: Caller;
const records = "/registers/bodies/records";

beforeAll(async () => {
  linli = await openTestApi();
  clerk = await linli.as(["clerk"]);
});

const json = { "content-type": "application/json" };

/** A refusal that tells what is wrong: never a fault, never half a write. */
function expectRefused(answer: Answer, status: number, code?: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  if (code) expect(answer.body.code).toBe(code);
}

describe("what cannot be read", () => {
  test("broken JSON, invalid UTF-8, another type and no type are refused as such", async () => {
    expectRefused(await clerk("POST", records, '{"values":', json), 400, "unreadable");
    expectRefused(await clerk("POST", records, new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), json), 400, "unreadable");
    expectRefused(await clerk("POST", records, "name=x", { "content-type": "application/x-www-form-urlencoded" }), 415);
    expectRefused(await clerk("POST", records, "{}", { "content-type": "application/json; charset=gbk" }), 415);
  });

  test("more than a megabyte, or nesting without end, is refused before it is looked at", async () => {
    const long = JSON.stringify({ values: { name: "x".repeat(1024 * 1024) } });
    expectRefused(await clerk("POST", records, long, json), 413, "too-large");
    const deep = `{"values":{"name":${"[".repeat(5000)}${"]".repeat(5000)}}}`;
    expect([400, 422]).toContain((await clerk("POST", records, deep, json)).status);
  });

  test("an address with .. or an unknown one is not found, and a method that does not exist is no fault", async () => {
    expect((await clerk("GET", "/registers/bodies/records/..%2f..%2fresidents")).status).toBe(404);
    expect((await clerk("GET", "/registers/bodies/records/%00")).status).toBeLessThan(500);
    expect((await clerk("PUT", records, {})).status).toBe(405);
  });
});

describe("what does not hold", () => {
  const refusals: readonly (readonly [string, unknown, string])[] = [
    ["a number where a text belongs", 7, "not-text"],
    ["a list where a text belongs", ["a"], "not-text"],
    ["an object where a text belongs", { a: 1 }, "not-text"],
    ["a name that is too long", "名".repeat(81), "too-long"],
    ["a control character", "a\u0007b", "control-character"],
    ["half a character", "a\ud83d", "broken-text"],
    ["a null byte", "a\u0000b", "broken-text"],
  ];
  test.each(refusals)("%s is refused at its column", async (_what, name, code) => {
    const answer = await clerk("POST", records, { values: { name } });
    expectRefused(answer, 422, "invalid-fields");
    expect(answer.body.fields).toMatchObject([{ path: "name", code }]);
    expect(answer.body.fields[0].message.length).toBeGreaterThan(3);
  });

  test("columns nobody defined are refused by name, even those every object has", async () => {
    for (const key of ["colour", "constructor", "toString", "hasOwnProperty", "id", "version"]) {
      const answer = await clerk("POST", records, { values: { name: "单位", [key]: "x" } });
      expectRefused(answer, 422);
      expect(answer.body.fields).toMatchObject([{ path: key, code: "unknown-field" }]);
    }
    expectRefused(await clerk("POST", records, '{"values":{"name":"x","__proto__":{"a":1}}}', json), 422);
    expectRefused(await clerk("POST", records, { values: { name: "x" }, extra: 1 }), 422);
  });

  test("emoji and rare characters are kept as they were typed", async () => {
    const name = "👨‍👩‍👧‍👦𠮷野家䶮";
    const made = await clerk("POST", records, { values: { name } });
    expect(made.status).toBe(201);
    expect((await clerk("GET", `${records}/${made.body.id}`)).body.values.name).toBe(name);
  });

  test("an id that cannot be one is not found, wherever it stands", async () => {
    for (const id of ["", "x".repeat(1500), "长".repeat(600)]) {
      const row = await clerk("POST", "/registers/bodies/patches", { patches: [{ id, version: 1, values: {} }] });
      expect(row.body).toMatchObject([{ status: 404 }]);
      const reveal = { ids: [id], field: "idNo", reason: "核对身份" };
      expectRefused(await clerk("POST", "/registers/residents/reveal", reveal), 404);
      expectRefused(await clerk("POST", "/forms", { kind: "sign-up", record: id }), 422);
      const guest = { event: id, name: "张三", phone: "13800138000" };
      expectRefused(await clerk("POST", "/registers/sign-ups/records", { values: guest }), 422);
      if (id === "") continue;
      for (const path of [`${records}/${encodeURIComponent(id)}`, `/registers/bodies/imports/${id.slice(0, 2000)}`]) {
        expectRefused(await clerk("GET", encodeURI(path)), 404);
      }
    }
  });

  test("a version that is no number, or of a record that is gone, is refused", async () => {
    const { body } = await clerk("POST", records, { values: { name: "单位" } });
    const patch = (version: string) =>
      clerk("PATCH", `${records}/${body.id}`, { values: { name: "新" } }, { "if-match": version });
    expectRefused(await patch("latest"), 400);
    expectRefused(await patch('"999999999999999999999"'), 400);
    expectRefused(await patch("7"), 412, "stale");
    await clerk("DELETE", `${records}/${body.id}`, undefined, { "if-match": "1" });
    expectRefused(await patch("2"), 404);
  });

  test("an expired token is as good as none", async () => {
    const late = await linli.as(["clerk"]);
    linli.clock.now += 8 * 86_400_000;
    expectRefused(await late("GET", records), 401, "signed-out");
    clerk = await linli.as(["clerk"]);
  });
});

describe("anything at all", () => {
  test("S5.3 whatever is sent to any list, the answer is a record or a reason, and nothing is half written", async () => {
    const rights = rightsOf(["clerk"]);
    const lists = [...REGISTERS.values()].filter(
      ({ name, byAction, queue }) => !byAction && !queue && rights.can("write", name),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lists),
        fc.dictionary(fc.string(), fc.anything({ maxDepth: 3 })),
        fc.anything({ maxDepth: 2 }),
        async (register, strange, value) => {
          const known = Object.fromEntries(Object.keys(register.fields).map((key) => [key, value]));
          for (const values of [strange, known, { ...known, ...strange }]) {
            const path = `/registers/${register.name}/records`;
            const before = (await clerk("GET", path)).body.records.length;
            const answer = await clerk("POST", path, { values });
            expect([201, 400, 422]).toContain(answer.status);
            const after = (await clerk("GET", path)).body.records.length;
            expect(after - before).toBe(answer.status === 201 ? 1 : 0);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
