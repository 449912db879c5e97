import fc from "fast-check";
import { openApiDocument } from "../../../functions/api/openapi.ts";
import type { Asked } from "./callers.ts";
import { oddBody, oddHeader, oddPart, oddQuery, oddType, oddValue } from "./odd-parts.ts";
import { partsOf } from "./requests.ts";

/** A request with one or two things about it as nobody of ours would send them. */
export function oddRequests(asked: Asked): fc.Arbitrary<Asked> {
  const one = fc.oneof(
    { weight: 5, arbitrary: oddBodies(asked) },
    { weight: 2, arbitrary: oddPaths(asked) },
    { weight: 1, arbitrary: oddQuery.map((query) => ({ ...asked, path: `${asked.path.split("?")[0]}?${query}` })) },
    { weight: 1, arbitrary: oddHeader.map((headers) => ({ ...asked, headers: { ...asked.headers, ...headers } })) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("PUT", "PATCH", "DELETE", "POST", "HEAD", "OPTIONS", "PROPFIND")
        .map((method) => ({ ...asked, method })),
    },
  );
  return one.map((odd) => (odd.method === "GET" || odd.method === "HEAD" ? { ...odd, body: undefined } : odd));
}

function oddBodies(asked: Asked): fc.Arbitrary<Asked> {
  if (asked.method === "GET")
    return oddQuery.map((query) => ({ ...asked, path: `${asked.path.split("?")[0]}?${query}` }));
  const whole = fc.record({ body: oddBody, type: fc.option(oddType, { nil: "application/json" }) });
  const typed = whole.map(({ body, type }) => ({
    ...asked,
    body,
    headers: { ...asked.headers, "content-type": type },
  }));
  if (asked.body instanceof Uint8Array) {
    const bytes = asked.body;
    const cut = fc.nat(bytes.length).map((at) => ({ ...asked, body: bytes.slice(0, at) }));
    const flipped = fc.array(fc.nat(bytes.length - 1), { minLength: 1, maxLength: 20 }).map((places) => {
      const copy = bytes.slice();
      for (const at of places) copy[at] = 255 - (copy[at] ?? 0);
      return { ...asked, body: copy };
    });
    return fc.oneof(typed, cut, flipped);
  }
  const places = placesOf(asked);
  if (places.length === 0) return typed;
  const changed = fc
    .array(fc.record({ at: fc.constantFrom(...places), value: oddValue }), { minLength: 1, maxLength: 2 })
    .map((changes) => ({
      ...asked,
      body: changes.reduce<unknown>((body, { at, value }) => put(body, at, value), asked.body ?? {}),
    }));
  return fc.oneof({ weight: 1, arbitrary: typed }, { weight: 3, arbitrary: changed });
}

function oddPaths(asked: Asked): fc.Arbitrary<Asked> {
  const parts = asked.path.split("/");
  const from = asked.path.startsWith("/api/") ? 2 : 1;
  return fc.record({ at: fc.integer({ min: from, max: parts.length - 1 }), part: oddPart }).map(({ at, part }) => ({
    ...asked,
    path: parts.map((known, place) => (place === at ? part : known)).join("/"),
  }));
}

/** The same with each part of its address in turn longer than any key of a database may be. */
export function longPaths(asked: Asked): Asked[] {
  const parts = asked.path.split("/");
  return parts.slice(3).map((_, place) => ({
    ...asked,
    path: parts.map((known, at) => (at === place + 3 ? "%E9%95%BF".repeat(600) : known)).join("/"),
  }));
}

type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly anyOf?: readonly { $ref: string }[] };
type Operation = {
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly schema: Schema } } };
};
const { paths, components } = openApiDocument() as unknown as {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
};

/** Where in a body something may stand: what is there, and what the interface says may be there. */
function placesOf({ method, path, body }: Asked): string[][] {
  const here = keysOf(body).flatMap((key) => [
    [key],
    ...keysOf((body as Readonly<Record<string, unknown>>)[key]).map((inner) => [key, inner]),
  ]);
  const [, operations] = Object.entries(paths).find(([template]) => partsOf(template, path)) ?? [];
  const schema = operations?.[method.toLowerCase()]?.requestBody?.content["application/json"].schema;
  const list = /\/registers\/([a-z-]+)\//.exec(path)?.[1] ?? "";
  const told = Object.entries(schema?.properties ?? {}).flatMap(([key, inner]) => {
    const values = inner.anyOf ? components.schemas[list] : inner;
    return [[key], ...Object.keys(values?.properties ?? {}).map((name) => [key, name])];
  });
  return [...here, ...told];
}

const keysOf = (value: unknown): string[] =>
  typeof value === "object" && value !== null ? Object.keys(value).slice(0, 20) : [];

function put(body: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(body)) return body.map((inner, at) => (String(at) === key ? put(inner, rest, value) : inner));
  const known: Readonly<Record<string, unknown>> = typeof body === "object" && body !== null ? { ...body } : {};
  return { ...known, [key]: rest.length === 0 ? value : put(known[key], rest, value) };
}

/** A posted page form with something odd among its entries, or that is no form at all. */
export function oddForms(asked: Asked, entries: Readonly<Record<string, string>>): fc.Arbitrary<Asked> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const text = fc.constantFrom(
    "%",
    "%00",
    "%ff",
    "%ED%A0%80",
    "x".repeat(3000),
    "%E5%90%8D".repeat(500),
    "__proto__",
    "-1",
    "1e999",
    "",
  );
  const names = [...Object.keys(entries), "__proto__", "%ff", ""];
  const written = Object.entries(entries).map(([name, value]) => [name, encodeURIComponent(value)] as const);
  const changed = fc.array(fc.tuple(fc.constantFrom(...names), text), { minLength: 1, maxLength: 3 }).map((odd) => {
    const replaced = written.filter(([name]) => !odd.some(([other]) => other === name));
    return { ...asked, headers, body: [...replaced, ...odd].map(([name, value]) => `${name}=${value}`).join("&") };
  });
  const repeated = fc.constantFrom(...names).map((name) => ({
    ...asked,
    headers,
    body: [...written, ...Array.from({ length: 300 }, () => [name, "1"] as const)]
      .map((pair) => pair.join("="))
      .join("&"),
  }));
  const other = fc
    .record({ body: oddBody, type: oddType })
    .map(({ body, type }) => ({ ...asked, body, headers: { "content-type": type } }));
  return fc.oneof({ weight: 4, arbitrary: changed }, repeated, other, oddPaths({ ...asked, headers, body: "" }));
}
