import { expect, test } from "vitest";
import { createHttp, isPassing, newId, Problem, Unreached } from "../../../admin/providers/http.ts";
import { timeOfId } from "../../../shared/rules/time-id.ts";

function httpThat(answer: () => Response | Promise<Response>) {
  const asked: RequestInit[] = [];
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
  });
  return { http, asked, signedOut: () => signedOut };
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
