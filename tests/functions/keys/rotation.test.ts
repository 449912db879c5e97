import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerOnce } from "../../../functions/accounts/answer-once.ts";
import { createApi } from "../../../functions/api/app.ts";
import { createForm } from "../../../functions/form/app.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { communityKeysKey } from "../../../functions/keys/community-keys.ts";
import { addRoot, parameterKeys } from "../../../functions/keys/root-parameters.ts";
import { findByValues } from "../../../functions/records/guards.ts";
import { getItem } from "../../../functions/store/items.ts";
import { recordKey } from "../../../functions/store/table.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { type Answer, accountItems, COMMUNITY } from "../../support/api.ts";
import { hiddenInputs, openTestForms, type TestForms, TRIP } from "../form/forms.ts";
import { parameterStore } from "./parameter-store.ts";

const NAME = "/linli/Linli/root-key";
const FIRST = "500100195603197890";
const SECOND = "500100197203017570";
const LATE = "11010519491231002X";
const store = parameterStore();
let world: TestForms;
let token: string;
let household: string;
/** Two that run while the keys are changed, and one that starts afterwards. */
let old: Container;
let other: Container;
let young: Container;
/** What was given out before. */
let before: {
  id: string;
  /** The record of the list's first page. */
  seen: string;
  cursor: string;
  page: Record<string, string>;
  receipt: string;
  code: string;
  sent: Record<string, string>;
  answer: string;
};
let event: string;

type Container = ReturnType<typeof aContainer>;

/** A container of the functions: it reads the roots by itself and remembers them. */
function aContainer() {
  const deps: Deps = { ...world.deps, keys: parameterKeys(store.client, NAME, world.deps.now) };
  const [api, form] = [createApi(deps), createForm(deps)];
  return {
    deps,
    call: async (method: string, path: string, body?: unknown): Promise<Answer> => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await api.request(`/api/communities/${COMMUNITY}${path}`, { method, headers, ...sent });
      return { status: answer.status, body: (await answer.json()) as Answer["body"], headers: answer.headers };
    },
    page: async (path: string) => (await form.request(path)).text(),
    status: async (path: string) => (await form.request(path)).status,
    send: async (path: string, entries: Record<string, string>) => {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const body = new URLSearchParams(entries).toString();
      const source = { event: { requestContext: { http: { sourceIp: "10.0.0.9" } } } };
      const answer = await form.request(path, { method: "POST", headers, body }, source);
      return { status: answer.status, location: answer.headers.get("location") ?? "" };
    },
  };
}

const residents = "/registers/residents/records";
const person = (name: string, idNo: string) => ({ values: { name, household, idNo } });
const party = (name: string, phone: string) => ({ name, phone, age: "70", consent: "1", emergency: "13800000000" });
const revealed = async (at: Container, id: string) =>
  (await at.call("POST", `${residents}/${id}/reveal`, { field: "idNo", reason: "checking the card" })).body.value;
const boxOf = async (id: string) => {
  const item = (await getItem(world.deps, recordKey("residents", COMMUNITY, id))) as {
    sealed: { idNo: { box: string } };
  };
  return item.sealed.idNo.box;
};
const once = (at: Container, answer: string) =>
  answerOnce(at.deps, { account: "a", key: "key-1", asked: "?" }, async () => ({ items: [], answer }));
const holdersOf = async (at: Container, idNo: string) => {
  const register = registerNamed("residents");
  if (!register) throw new Error("There is no list of residents");
  return findByValues(at.deps, register, COMMUNITY, ["idNo"], { idNo }, { end: "first", limit: 2 });
};

beforeAll(async () => {
  world = await openTestForms();
  [old, other] = [aContainer(), aContainer()];
  const clerk = accountItems(world.deps, ["clerk", "director"]);
  token = clerk.token;
  for (const item of clerk.items) await world.deps.documents.send(new PutCommand(item));
  const group = (await old.call("POST", "/registers/groups/records", { values: { no: 1 } })).body.id;
  const dwelling = { building: "1", room: "101", group, use: "self" };
  const home = (await old.call("POST", "/registers/dwellings/records", { values: dwelling })).body.id;
  const family = { no: "1", dwelling: home, kind: "family" };
  household = (await old.call("POST", "/registers/households/records", { values: family })).body.id;
  const made = await old.call("POST", residents, person("李志明", FIRST));
  await other.call("POST", residents, person("王芳", "500100198001019994"));
  const trip = await old.call("POST", "/registers/events/records", { values: TRIP });
  event = (await old.call("POST", "/forms", { kind: "sign-up", record: trip.body.id })).body.code;
  const sent = { ...hiddenInputs(await old.page(`/f/${event}`)), ...party("张三", "13900000001") };
  const page = hiddenInputs(await other.page(`/f/${event}`));
  world.clock.now += 5_000;
  const receipt = (await old.send(`/f/${event}`, sent)).location;
  const code = /class="code">(\w{4} \w{4})</.exec(await old.page(receipt))?.[1] ?? "";
  const { cursor = "", records } = (await old.call("GET", `${residents}?limit=1`)).body;
  before = {
    id: made.body.id,
    seen: records[0]?.id ?? "",
    cursor,
    page,
    receipt,
    code,
    sent,
    answer: await once(old, "the first answer"),
  };
  world.clock.now += 5_000;
  expect(await addRoot(store.client, NAME)).toBe("2");
  young = aContainer();
}, 60_000);

afterAll(() => world.engine.close());

describe("after the keys of an installation were changed", () => {
  test("nobody is signed out, a list goes on where it was, and a request repeated gets its first answer", async () => {
    expect((await young.call("GET", "/registers")).status).toBe(200);
    const next = await young.call("GET", `${residents}?limit=1&cursor=${before.cursor}`);
    expect(next.status).toBe(200);
    expect(next.body.records).toHaveLength(1);
    expect(next.body.records[0]?.id).not.toBe(before.seen);
    expect(await once(young, "another answer")).toBe(before.answer);
    const forged = await young.call("GET", `${residents}?limit=1&cursor=2.${before.cursor.slice(2)}`);
    expect(forged.status).toBe(400);
  });

  test("a page opened before is taken, sent again it is the same, and a printed receipt opens by address and by code", async () => {
    const taken = await young.send(`/f/${event}`, { ...before.page, ...party("李四", "13900000002") });
    expect(taken.status).toBe(303);
    expect(await young.send(`/f/${event}`, before.sent)).toEqual({ status: 303, location: before.receipt });
    expect(await young.page(before.receipt)).toContain('data-state="ok"');
    expect(before.code).not.toBe("");
    expect(await young.send("/r/find", { code: before.code, last: "0001" })).toEqual({
      status: 303,
      location: before.receipt,
    });
    // A page and a cursor of the new key are known at once where the old one still is in use.
    const page = hiddenInputs(await young.page(`/f/${event}`));
    const { cursor = "" } = (await young.call("GET", `${residents}?limit=1`)).body;
    expect(cursor.startsWith("2.")).toBe(true);
    world.clock.now += 5_000;
    expect((await other.send(`/f/${event}`, { ...page, ...party("王五", "13900000003") })).status).toBe(303);
    expect((await old.call("GET", `${residents}?limit=1&cursor=${cursor}`)).status).toBe(200);
  });

  test("a sealed number opens whoever sealed it, and what is sealed from now on has a new key", async () => {
    expect(await boxOf(before.id)).toMatch(/^1\./);
    expect(await revealed(young, before.id)).toBe(FIRST);
    const made = (await young.call("POST", residents, person("赵六", SECOND))).body.id;
    expect(await boxOf(made)).toMatch(/^2\./);
    for (const at of [young, old, other]) expect(await revealed(at, made)).toBe(SECOND);
    const kept = (await getItem(world.deps, communityKeysKey(COMMUNITY))) as { keys: string };
    expect(kept.keys).toMatch(/^2\./);
  });

  test("a number is found and may not come twice, whichever container wrote it first", async () => {
    for (const at of [old, other, young]) expect(await holdersOf(at, FIRST)).toEqual([before.id]);
    const late = await other.call("POST", residents, person("孙七", LATE));
    expect(late.status).toBe(201);
    expect(await holdersOf(young, LATE)).toEqual([late.body.id]);
    for (const idNo of [FIRST, LATE]) {
      for (const at of [old, other, young]) {
        const twin = await at.call("POST", residents, person("同号", idNo));
        expect(twin.status).toBe(422);
        expect(twin.body.fields).toMatchObject([{ path: "idNo", code: "not-unique" }]);
      }
    }
  });

  test("two containers that learn of the new root at once add one key to seal with, and lose none", async () => {
    await addRoot(store.client, NAME);
    world.clock.now += 6 * 60_000;
    const numbers = ["50010019600101123X", "500100196101012344"];
    const made = await Promise.all(
      [old, young].map((at, index) => at.call("POST", residents, person(`同时${index}`, numbers[index] ?? ""))),
    );
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    for (const { body } of made) expect(await boxOf(body.id)).toMatch(/^3\./);
    for (const at of [old, other, young, aContainer()]) {
      expect(await revealed(at, before.id)).toBe(FIRST);
      for (const [index, { body }] of made.entries()) expect(await revealed(at, body.id)).toBe(numbers[index]);
    }
  });
});
