import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountItems } from "../../support/api.ts";
import { ACTIONS } from "../faults/actions/all.ts";
import { added, openRig, type Rig } from "../faults/rig.ts";
import { hiddenInputs, TRIP } from "../form/forms.ts";
import { type Asked, appsOf, DISTRICT, POSTS, requested } from "./callers.ts";
import { longPaths, oddForms, oddRequests } from "./odd.ts";
import { askedOf, BESIDE, partsOf, plainRequests, requestOf } from "./requests.ts";
import { FIGURES, PAGES, PUBLIC } from "./table.ts";

/** How often each request is spoilt, each time in another way; `LINLI_SOAK` says how much more often. */
const TIMES = Number(process.env.LINLI_SOAK ?? 8);
/** An answer that takes longer hangs: on a machine that is busy with much else, too. */
const PATIENCE_MS = 5_000;
let sent = 0;

/** Sends what nobody of ours would, and tells which of it was a fault of ours or took too long. */
async function faultsOf(rig: Rig, requests: readonly Asked[], spoilt: (asked: Asked) => fc.Arbitrary<Asked>) {
  const apps = appsOf(rig);
  const areas = [{ code: DISTRICT, role: "district" as const }];
  const { token, items } = accountItems(rig.deps, POSTS, { name: "Everybody", account: "everybody", areas });
  for (const item of items) await rig.deps.documents.send(new PutCommand(item));
  const faults: string[] = [];
  for (const [at, request] of requests.entries()) {
    const spoiltOnes = fc.sample(spoilt(request), { seed: 1000 * at + TIMES, numRuns: TIMES });
    for (const odd of [...longPaths(request), ...spoiltOnes]) {
      sent += 1;
      const isProgram = /^\/(api|statistics\/v1)\//.test(new URL(odd.path, "http://localhost").pathname);
      const headers = { ...(isProgram && { authorization: `Bearer ${token}` }), ...odd.headers };
      const began = performance.now();
      const answer = await requested(apps, { ...odd, headers });
      const body = await answer.arrayBuffer();
      const took = performance.now() - began;
      if (answer.status < 500 && took < PATIENCE_MS) {
        if (isProgram && answer.status >= 400 && odd.method !== "HEAD") expect(problemOf(body)).toMatchObject(PROBLEM);
        continue;
      }
      const told =
        odd.body instanceof Uint8Array ? `${odd.body.length} bytes` : JSON.stringify(odd.body)?.slice(0, 300);
      faults.push(
        `${answer.status} in ${Math.round(took)} ms: ${odd.method} ${odd.path.slice(0, 200)} ${told} ${JSON.stringify(odd.headers)?.slice(0, 200)}`,
      );
    }
  }
  return faults;
}
const PROBLEM = { status: expect.any(Number), title: expect.any(String), code: expect.any(String) };
const problemOf = (body: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(body));

/** Bytes in use after everything unused has been thrown away. */
function inUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

describe("requests that nobody of ours would send", () => {
  let early = 0;
  test.each(ACTIONS.map((action, at) => [action.name, action, at] as const))(
    "%s: no fault, no hang",
    async (_, action, at) => {
      const rig = await openRig();
      try {
        const held = await requestOf(action, rig);
        if (!held) return;
        const beside = action.covers.flatMap((cover) => {
          const [, template = ""] = cover.split(" ");
          const parts = partsOf(template, held.asked.path);
          return parts && !cover.startsWith("delete ")
            ? (BESIDE[template] ?? []).map(([route, body]) => askedOf([route, parts, body]))
            : [];
        });
        expect(await faultsOf(rig, [held.asked, ...beside], oddRequests)).toEqual([]);
      } finally {
        await rig.engine.close();
      }
      if (at === 20) early = inUse();
    },
  );

  test("areas, lists, figures and whatever is only looked at: no fault, no hang", async () => {
    const rig = await openRig();
    const plain = (await plainRequests(rig)).map(askedOf);
    const figures = Object.keys(FIGURES).map((row) => askedOf([row, { indicator: "T01" }]));
    expect(await faultsOf(rig, [...plain, ...figures], oddRequests)).toEqual([]);
    await rig.engine.close();
  });

  test("forms and pages of residents and of staff: no fault, no hang", async () => {
    const rig = await openRig();
    const trip = await added(rig.clerk, "events", TRIP);
    const questions = [{ key: "use", text: "去过吗？", type: "one", options: "去过/没去过", required: true }];
    const survey = await added(rig.clerk, "surveys", { title: "食堂", questions });
    const committee = {
      code: "500100001001",
      name: "果园社区居民委员会",
      phone: "02367890001",
      address: "果园路",
      premises: "own",
    };
    const box = await added(rig.director, "committees", committee);
    const kinds = [
      ["sign-up", trip, { name: "张三", phone: "13900000001", age: "66" }],
      ["survey", survey, { use: "去过" }],
      ["opinion", box, { type: "opinion", cause: "楼道灯坏了", place: "3 号楼" }],
    ] as const;
    for (const [kind, record, entries] of kinds) {
      const { code } = (await rig.clerk("POST", "/forms", { kind, record })).body;
      const page = await (await rig.form.request(`/f/${code}`)).text();
      rig.clock.now += 3_000;
      const filled = { ...hiddenInputs(page), consent: "1", ...entries };
      const times = Array.from({ length: 3 }, () => ({ method: "POST", path: `/f/${code}` }));
      expect(await faultsOf(rig, times, (asked) => oddForms(asked, filled))).toEqual([]);
    }
    const parts = {
      community: "500100001001",
      code: "abcd2345",
      no: "1",
      receipt: "0123456789abcdefghjkmnpqrs",
      secret: "x",
      id: "x",
    };
    const pages = [...PUBLIC, ...Object.keys(PAGES)].map((row) => askedOf([row, parts]));
    const entries = { login: "x", code: "1", last: "1234", grant_type: "client_credentials", to: "//evil.example" };
    // Weighing a password is made expensive; what is refused before that is tried on the other pages.
    expect(
      await faultsOf(
        rig,
        pages.filter(({ path }) => path !== "/auth/sign-in"),
        (asked) => (asked.method === "POST" ? oddForms(asked, entries) : oddRequests(asked)),
      ),
    ).toEqual([]);
    await rig.engine.close();
  });

  test("a thousand of them and more leave nothing behind in memory", () => {
    expect(sent).toBeGreaterThan(TIMES * 125);
    expect(inUse() - early).toBeLessThan(40 * 1024 * 1024);
  });
});
