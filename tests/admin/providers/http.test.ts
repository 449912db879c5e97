import { expect, test } from "vitest";
import { createHttp, isPassing, newId, Problem, Unreached } from "../../../admin/providers/http.ts";
import { createRepeats } from "../../../admin/providers/repeats.ts";
import { timeOfId } from "../../../shared/rules/time-id.ts";

/** The storage of a browser's tab, as far as keys need it. */
const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

function httpThat(answer: () => Response | Promise<Response>, kept = new Map<string, string>()) {
  const asked: RequestInit[] = [];
  const reaches: boolean[] = [];
  let signedOut = 0;
  const http = createHttp({
    fetch: async (_path, init) => {
      asked.push(init ?? {});
      return answer();
    },
    language: () => "en",
    onSignedOut: () => {
      signedOut += 1;
    },
    onReach: (reached) => reaches.push(reached),
    repeats: createRepeats(storageOf(kept), newId),
  });
  return { http, asked, reaches, signedOut: () => signedOut };
}

const problem = (status: number, extra: object = {}) =>
  new Response(JSON.stringify({ status, code: "x", title: "No", ...extra }), { status });

test("a refusal is told in the server's own words", async () => {
  const { http } = httpThat(() => problem(422, { detail: "This must be filled in" }));
  await expect(http("GET", "/x")).rejects.toThrow("This must be filled in");
  const error = await http("GET", "/x").catch((caught: unknown) => caught);
  expect(error instanceof Problem && !isPassing(error)).toBe(true);
});

test("a signed-out answer leads to the sign-in page", async () => {
  const { http, signedOut } = httpThat(() => problem(401));
  await expect(http("GET", "/x")).rejects.toThrow(Problem);
  expect(signedOut()).toBe(1);
});

test("no line, a proxy's page and a busy server are reasons to try again, not refusals", async () => {
  const answers = [
    () => Promise.reject(new TypeError("Failed to fetch")),
    () => new Response("<html>bad gateway</html>", { status: 502 }),
    () => new Response("<html>portal</html>", { status: 200 }),
  ];
  for (const answer of answers) await expect(httpThat(answer).http("GET", "/x")).rejects.toThrow(Unreached);
  const busy = await httpThat(() => problem(503))
    .http("GET", "/x")
    .catch((error: unknown) => error);
  expect(isPassing(busy)).toBe(true);
});

test("a request says which language its reader has", async () => {
  const { http, asked } = httpThat(() => new Response("{}"));
  await http("POST", "/x", { body: { a: 1 } });
  expect(asked[0]?.headers).toMatchObject({ "accept-language": "en", "content-type": "application/json" });
});

test("ids are long, by chance, tell the time and fit where keys go", () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(new Set(ids).size).toBe(200);
  expect(ids.every((id) => timeOfId(id) !== undefined)).toBe(true);
});

const keyOf = (init: RequestInit | undefined) => new Headers(init?.headers).get("idempotency-key") ?? undefined;

test("a write whose answer was lost keeps its key, also past a reload, and takes another once it is answered", async () => {
  const kept = new Map<string, string>();
  const answers = [
    () => Promise.reject(new TypeError("Failed to fetch")),
    () => new Response("<html>gateway</html>", { status: 504 }),
    () => problem(500),
    () => problem(401),
    () => problem(409, { code: "in-flight" }),
    () => new Response("{ cut o"),
    () => new Response("{}", { status: 201 }),
  ];
  const keys: (string | undefined)[] = [];
  for (const answer of answers) {
    // Each stands for a page that was loaded anew.
    const { http, asked } = httpThat(answer, kept);
    await http("POST", "/x", { body: { a: 1 } }).catch(() => undefined);
    keys.push(keyOf(asked[0]));
  }
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toBeDefined();
  expect(kept.size).toBe(0);
  const { http, asked } = httpThat(() => new Response("{}"), kept);
  await http("POST", "/x", { body: { a: 1 } });
  expect(keyOf(asked[0])).not.toBe(keys[0]);
});

test("another content is another write, a refused one is over, and reading has no key", async () => {
  const { http, asked } = httpThat(() => problem(422));
  for (const body of [{ a: 1 }, { a: 2 }, { a: 1 }]) await http("POST", "/x", { body }).catch(() => undefined);
  await http("GET", "/x").catch(() => undefined);
  const keys = asked.map(keyOf);
  expect(new Set(keys.slice(0, 3)).size).toBe(3);
  expect(keys[3]).toBeUndefined();
});

test("two presses of a button at the same moment are one write", async () => {
  const { http, asked } = httpThat(() => new Response("{}"));
  await Promise.all([http("POST", "/x", { body: {} }), http("POST", "/x", { body: {} })]);
  expect(keyOf(asked[0])).toBe(keyOf(asked[1]));
});
