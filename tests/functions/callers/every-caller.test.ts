import { describe, expect, test } from "vitest";
import { openApiDocument } from "../../../functions/api/openapi.ts";
import { watchTables } from "../../support/whole-tables.ts";
import { ACTIONS } from "../faults/actions/all.ts";
import { openRig, type Rig } from "../faults/rig.ts";
import { type Ask, type Asked, DISTRICT, everyCaller, KINDS, POSTS, SIGNED_OUT, STRANGERS } from "./callers.ts";
import { askedOf, BESIDE, partsOf, plainRequests, requestOf } from "./requests.ts";
import { TABLE } from "./table.ts";

/** Rows that have been asked about by every kind of caller. */
const called = new Set<string>();
let cases = 0;

/** What a caller is to hear: `yes`, or the status of a refusal. */
function expected(row: string, kind: string, { path }: Asked): "yes" | number {
  if (TABLE[row]?.split(" ").includes(kind)) return "yes";
  if (SIGNED_OUT.includes(kind)) return 401;
  if (STRANGERS.includes(kind)) return 404;
  if (row.endsWith("/coverage/{check}")) return 404;
  // An area is there for its own accounts and those above it.
  if (!path.startsWith("/api/areas/")) return 403;
  return POSTS.includes(kind) || (kind === "street" && path.split("/")[3] === DISTRICT) ? 404 : 403;
}

/** Asks as every kind of caller, each time of the same tables, and tells what is not as the table says. */
async function misheard(rig: Rig, ask: Ask, name: string, asked: Asked): Promise<string[]> {
  const row = name.replace(/\?[^ ]*/, "");
  if (TABLE[row] === undefined) return [`${row} has no row`];
  called.add(row);
  const tables = watchTables(rig.engine, (read) => read());
  const wrong: string[] = [];
  for (const kind of KINDS) {
    cases += 1;
    const before = tables.begin();
    const { status } = await ask(kind, asked);
    const wanted = expected(row, kind, asked);
    const isRight = wanted === "yes" ? status < 300 : status === wanted;
    if (!isRight) wrong.push(`${row} as ${kind}: ${status}, not ${wanted}`);
    // Neither does whoever only looks, whatever they may.
    const mayWrite = wanted === "yes" && asked.method !== "GET";
    if (!mayWrite && (await tables.since(before)).length > 0) wrong.push(`${row} as ${kind}: wrote`);
    await tables.putBack(before);
  }
  return wrong;
}

describe("every kind of caller, by the table of rights", () => {
  test.each(ACTIONS.map((action) => [action.name, action] as const))("%s", async (_, action) => {
    const rig = await openRig();
    try {
      const held = await requestOf(action, rig);
      if (!held) return;
      const { asked, own } = held;
      const ask = await everyCaller(rig);
      const [name = ""] = action.covers;
      const wrong = await misheard(rig, ask, rowOf(name), asked);
      for (const cover of action.covers) {
        const [, template = ""] = cover.split(" ");
        const parts = partsOf(template, asked.path);
        if (!parts || cover.startsWith("delete ")) continue;
        called.add(rowOf(cover));
        for (const [route, body] of BESIDE[template] ?? []) {
          wrong.push(...(await misheard(rig, ask, route, askedOf([route, parts, body]))));
        }
      }
      expect(wrong).toEqual([]);
      // Nobody was refused for want of something else: whom it was made ready for is let in.
      expect((await own()).status).toBeLessThan(300);
    } finally {
      await rig.engine.close();
    }
  });

  test("areas, lists, and whatever is only looked at", async () => {
    const rig = await openRig();
    const plain = await plainRequests(rig);
    const ask = await everyCaller(rig);
    const wrong: string[] = [];
    for (const put of plain) wrong.push(...(await misheard(rig, ask, put[0], askedOf(put))));
    expect(wrong).toEqual([]);
    await rig.engine.close();
  });

  test("no route of the interface is without a row, no row without a route, and all were called", async () => {
    const documented = Object.entries(openApiDocument().paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const rig = await openRig();
    const routed = rig.api.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path.slice(4).replace(/:(\w+)(\{[^}]*\})?/g, "{$1}")}`);
    await rig.engine.close();
    const rows = new Set([...called].map((row) => row.replace(/ \(.*\)$/, "")));
    const isCalled = (route: string) => [...rows].some((row) => matches(route, row));
    expect([...new Set([...documented, ...routed])].filter((route) => !isCalled(route))).toEqual([]);
    expect(Object.keys(TABLE).filter((row) => !called.has(row))).toEqual([]);
    expect(cases).toBeGreaterThan(3000);
  });
});

const rowOf = (cover: string) => cover.replace(/^(get|post|put|patch|delete) /, (method) => method.toUpperCase());

/** Whether a row stands for a route: by its name, whatever its parts are called, or as one of the moves or files there. */
function matches(route: string, row: string): boolean {
  const [asked, known] = [route.split("/"), row.split("/")];
  const isPart = (part: string, at: number) => part.startsWith("{") && known[at]?.startsWith("{");
  return (
    asked.length === known.length &&
    asked.every((part, at) => part === known[at] || isPart(part, at) || part === "{move}" || part === "{file}")
  );
}
