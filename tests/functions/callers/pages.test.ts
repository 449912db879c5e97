import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY } from "../../support/api.ts";
import { watchTables } from "../../support/whole-tables.ts";
import { added, openRig, type Rig } from "../faults/rig.ts";
import { TRIP } from "../form/forms.ts";
import { type Asked, appsOf, DISTRICT, everyCaller, KINDS, SIGNED_OUT } from "./callers.ts";
import { askedOf } from "./requests.ts";
import { FIGURES, PAGES, PUBLIC } from "./table.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

const WEIGHING = new Set([
  "POST /auth/sign-in",
  "POST /auth/two-step/prepare",
  "POST /auth/two-step/codes",
  "POST /auth/two-step/off",
  "POST /auth/sign-out-there",
  "POST /auth/sign-out-everywhere",
  "POST /auth/outside/link",
  "POST /auth/outside/unlink",
]);

let rig: Rig;
let code: string;
beforeAll(async () => {
  rig = await openRig();
  const record = await added(rig.clerk, "events", TRIP);
  ({ code } = (await rig.clerk("POST", "/forms", { kind: "sign-up", record })).body);
  await added(rig.director, "committees", {
    code: COMMUNITY,
    name: "果园社区居民委员会",
    phone: "02367890001",
    address: "果园路",
    premises: "own",
  });
});
afterAll(() => rig.engine.close());

/** A page with its parts put in; what is posted there is a form with nothing in it. */
function pageOf(row: string): Asked {
  const parts = { code, community: COMMUNITY, no: "1", receipt: "no-receipt", secret: "no-secret", id: "no-token" };
  const asked = askedOf([row, parts]);
  // Weighing a password is made expensive: it is enough that who is let in is told that this is no form.
  if (WEIGHING.has(row)) return { ...asked, body: {} };
  if (row === "POST /auth/tokens") return { ...asked, body: { label: "Script" } };
  return asked.method === "POST" ? { ...asked, body: "", headers: FORM } : asked;
}

/** What every kind of caller is answered, each time of the same tables. */
async function answers(asked: Asked, by: "bearer" | "session") {
  // How often one address may ask begins anew.
  rig.clock.now += 61_000;
  const ask = await everyCaller(rig, by);
  const tables = watchTables(rig.engine, (read) => read());
  const heard: { kind: string; status: number; to: string; wrote: boolean }[] = [];
  for (const kind of KINDS) {
    const before = tables.begin();
    const answer = await ask(kind, asked);
    const wrote = (await tables.since(before)).length > 0;
    await tables.putBack(before);
    heard.push({ kind, status: answer.status, to: answer.headers.get("location") ?? "", wrote });
  }
  return heard;
}

describe("every kind of caller, on pages", () => {
  test.each(Object.entries(PAGES))(
    "%s is there for whom the table names, and nothing is written for others",
    async (row, may) => {
      for (const { kind, status, to, wrote } of await answers(pageOf(row), "session")) {
        const isSent = to.startsWith("/auth/sign-in");
        const said = `${row} as ${kind}: ${status} ${to}`;
        if (may.split(" ").includes(kind)) {
          expect([401, 403], said).not.toContain(status);
          expect(isSent, said).toBe(false);
        } else {
          expect(isSent || status === 401 || status === 403, said).toBe(true);
          expect(wrote, said).toBe(false);
          if (SIGNED_OUT.includes(kind)) expect(isSent || status === 401, said).toBe(true);
        }
      }
    },
  );

  test.each(Object.entries(FIGURES))("%s is told to whom the table names", async (row, may) => {
    const [, whose] = /\((.*)\)/.exec(row) ?? [];
    const asked = askedOf([row, { indicator: "T01" }]);
    const area = whose === "the district" ? DISTRICT : COMMUNITY;
    const path = whose ? `${asked.path}?area=${area}` : asked.path;
    for (const { kind, status } of await answers({ ...asked, path }, "bearer")) {
      const refused = SIGNED_OUT.includes(kind) ? 401 : 403;
      // Whether there are figures yet is another question.
      const isTold = status !== 401 && status !== 403;
      expect(may.split(" ").includes(kind) ? isTold : status === refused, `${row} as ${kind}: ${status}`).toBe(true);
    }
  });

  test.each(PUBLIC.map((row) => [row]))("%s answers everybody alike", async (row) => {
    const heard = await answers(pageOf(row), "session");
    expect(new Set(heard.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
    expect(heard[0]?.status).toBeLessThan(500);
  });

  test("every answer says what kind it is, every text in which characters", async () => {
    rig.clock.now += 61_000;
    const ask = await everyCaller(rig, "session");
    for (const row of [...PUBLIC, ...Object.keys(PAGES), ...Object.keys(FIGURES)]) {
      for (const kind of ["nobody", "director"]) {
        const answer = await ask(kind, pageOf(row));
        if ((await answer.text()) === "") continue;
        const type = answer.headers.get("content-type") ?? "";
        expect(type, row).toMatch(/^(text\/html|text\/csv|text\/plain|application\/([a-z]+\+)?json)/);
        if (/^text\/|xml/.test(type)) expect(type, row).toMatch(/charset=utf-8/i);
      }
    }
  });

  test("no page is without a row, and no row without a page", () => {
    const { auth, statistics, form, board } = appsOf(rig);
    const routed = [auth, statistics, form, board]
      .flatMap((app) => app.routes)
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const rows = [...Object.keys(PAGES), ...Object.keys(FIGURES), ...PUBLIC].map((row) => row.replace(/ \(.*\)$/, ""));
    expect([...new Set(rows)].sort()).toEqual([...new Set(routed)].sort());
  });
});
