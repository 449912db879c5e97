import { beforeAll, describe, expect, test } from "vitest";
import { type AnswerBody, type Caller, OTHER_COMMUNITY } from "../../support/api.ts";
import { openTestForms, type TestForms } from "../form/forms.ts";

let linli: TestForms;
let clerk: Caller;
let phone = 13_900_000_000;
const nextPhone = () => {
  phone += 1;
  return String(phone);
};

beforeAll(async () => {
  linli = await openTestForms();
  clerk = linli.clerk;
});

const records = "/registers/sign-ups/records";
const add = (event: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  clerk("POST", records, { values: { event, channel: "phone", name: "张三", phone: nextPhone(), ...more } }, headers);
const change = async (id: string, values: Record<string, unknown>) => {
  const { body } = await clerk("GET", `${records}/${id}`);
  return clerk("PATCH", `${records}/${id}`, { values }, { "if-match": String(body.version) });
};
const stateOf = async (id: string) => (await clerk("GET", `${records}/${id}`)).body.values.state;
const codes = (body: AnswerBody) => body.fields.map(({ path, code }) => `${path} ${code}`);
type People = { people: { id: string; name: string; phone: string }[] };
const toPhone = async (event: string) =>
  ((await clerk("GET", `/events/${event}/to-phone`)).body as unknown as People).people;

describe("the desk, the telephone and the QR code", () => {
  test("S1.2 stand in one line in order of arrival, and each keeps its channel", async () => {
    const { id, code } = await linli.event({ capacity: 2 });
    const desk = await add(id, { channel: "site" });
    const qr = await linli.signUp(code, { name: "李四", phone: nextPhone() });
    const call = await add(id);
    expect([desk.body.values.state, call.body.values.state]).toEqual(["ok", "waiting"]);
    expect((await linli.get(qr.location)).text).toContain('data-state="ok"');
    const all = await clerk("GET", `${records}?limit=1000`);
    const channels = all.body.records.filter(({ values }) => values.event === id).map(({ values }) => values.channel);
    expect(channels.sort()).toEqual(["phone", "qr", "site"]);
    expect(codes((await change(desk.body.id, { channel: "qr" })).body)).toEqual(["channel read-only"]);
  });

  test("the same phone cannot be keyed in twice for one event, but for another it can", async () => {
    const [one, two] = [await linli.event(), await linli.event()];
    const number = nextPhone();
    expect((await add(one.id, { phone: number })).status).toBe(201);
    expect(codes((await add(one.id, { phone: number })).body)).toEqual(["phone phone-taken"]);
    expect((await add(two.id, { phone: number })).status).toBe(201);
  });

  test("S1.3 nobody is signed up after the closing second, by whatever channel, and the words say why", async () => {
    const { id } = await linli.event();
    const before = linli.clock.now;
    linli.clock.now = Date.parse("2026-06-08T23:59:59+08:00");
    expect((await add(id)).status).toBe(201);
    linli.clock.now = Date.parse("2026-06-09T00:00:00+08:00");
    const late = await add(id, { channel: "site" });
    expect(late.status).toBe(422);
    expect(codes(late.body)).toEqual(["event closed"]);
    expect(late.body.fields[0]?.message).toContain("2026-06-08");
    linli.clock.now = before;
  });

  test("a request sent twice with one key is one sign-up, and everything wrong is named at once", async () => {
    const { id } = await linli.event({ minAge: 60 });
    const values = { phone: nextPhone() };
    const twice = await Promise.all([1, 2].map(() => add(id, values, { "idempotency-key": "k1" })));
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    expect((await add(id, { ...values, name: "别人" }, { "idempotency-key": "k1" })).body.code).toBe("key-reused");
    const wrong = await add(id, { name: "", phone: "1", age: 12, partySize: 9, colour: 1 });
    expect(codes(wrong.body).sort()).toEqual([
      "age too-young",
      "colour unknown-field",
      "name required",
      "partySize too-many-persons",
      "phone not-a-phone",
    ]);
    expect(codes((await add("nobody")).body)).toEqual(["event unknown-reference"]);
  });

  test("rows pasted into the sheet are signed up one by one, each with its own answer", async () => {
    const { id } = await linli.event({ capacity: 1 });
    const number = nextPhone();
    const rows = [number, number].map((one) => ({ values: { event: id, channel: "site", name: "张三", phone: one } }));
    const { body } = await clerk("POST", "/registers/sign-ups/patches", { patches: rows });
    expect(body.map((row) => row.code ?? "written").sort()).toEqual(["invalid-fields", "written"]);
  });
});

describe("what staff may change", () => {
  test("S1.4 cancelling gives the place to the first who waits, who is then on the list of calls", async () => {
    const { id } = await linli.event({ capacity: 1 });
    const [first, second] = [await add(id), await add(id, { name: "候补者" })];
    expect((await change(first.body.id, { state: "cancelled" })).status).toBe(200);
    expect(await stateOf(second.body.id)).toBe("ok");
    expect(await toPhone(id)).toMatchObject([{ id: second.body.id, name: "候补者" }]);
    expect(codes((await change(first.body.id, { state: "ok" })).body)).toEqual(["state sign-up-ended"]);
    expect(await stateOf(second.body.id)).toBe("ok");
  });

  test("S1.4 more places move up those who wait for them, as soon as the clerk has typed the number", async () => {
    const { id } = await linli.event({ capacity: 1 });
    const [, second] = [await add(id), await add(id, { name: "候补者" })];
    const { body } = await clerk("GET", `/registers/events/records/${id}`);
    const headers = { "if-match": String(body.version) };
    await clerk("PATCH", `/registers/events/records/${id}`, { values: { capacity: 2 } }, headers);
    expect(await stateOf(second.body.id)).toBe("ok");
    expect(await toPhone(id)).toMatchObject([{ name: "候补者" }]);
  });

  test("nobody is moved up or down by hand; came and absent are marked, also after closing, and taken back", async () => {
    const { id } = await linli.event({ capacity: 1 });
    const [placed, waiting] = [await add(id), await add(id)];
    expect(codes((await change(waiting.body.id, { state: "ok" })).body)).toEqual(["state by-action-only"]);
    expect(codes((await change(placed.body.id, { state: "waiting" })).body)).toEqual(["state by-action-only"]);
    const before = linli.clock.now;
    linli.clock.now = Date.parse("2026-06-10T07:10:00+08:00");
    expect((await change(placed.body.id, { state: "came" })).status).toBe(200);
    expect((await change(waiting.body.id, { state: "absent" })).status).toBe(200);
    expect((await change(waiting.body.id, { state: "ok" })).body.values.state).toBe("waiting");
    linli.clock.now = before;
  });

  test("a party shrinks at once and lets others move up; it grows only where nobody loses a place", async () => {
    const { id } = await linli.event({ capacity: 4, perPhoneMax: 3 });
    const family = await add(id, { partySize: 3 });
    const waiting = await add(id, { partySize: 2 });
    expect(waiting.body.values.state).toBe("waiting");
    expect((await change(family.body.id, { partySize: 2 })).status).toBe(200);
    expect(await stateOf(waiting.body.id)).toBe("ok");
    expect(codes((await change(family.body.id, { partySize: 3 })).body)).toEqual(["partySize no-room"]);
    expect((await change(waiting.body.id, { partySize: 1 })).status).toBe(200);
    expect((await change(family.body.id, { partySize: 3 })).body.values.partySize).toBe(3);
    expect((await add(id)).body.values.state).toBe("waiting");
  });

  test("a corrected phone is free for others again, and the new one is taken", async () => {
    const { id } = await linli.event();
    const [old, corrected] = [nextPhone(), nextPhone()];
    const made = await add(id, { phone: old });
    expect((await change(made.body.id, { phone: corrected })).status).toBe(200);
    expect((await add(id, { phone: old })).status).toBe(201);
    expect(codes((await add(id, { phone: corrected })).body)).toEqual(["phone phone-taken"]);
  });

  test("more places let those who wait move up; fewer take back none that was promised", async () => {
    const { id } = await linli.event({ capacity: 2 });
    const people = [await add(id), await add(id), await add(id)];
    const event = async (values: Record<string, unknown>) => {
      const { body } = await clerk("GET", `/registers/events/records/${id}`);
      await clerk("PATCH", `/registers/events/records/${id}`, { values }, { "if-match": String(body.version) });
      await clerk("GET", `/events/${id}/lists/bus`);
      return Promise.all(people.map((one) => stateOf(one.body.id)));
    };
    expect(await event({ capacity: 1 })).toEqual(["ok", "ok", "waiting"]);
    expect(await event({ capacity: 3 })).toEqual(["ok", "ok", "ok"]);
    expect(await toPhone(id)).toHaveLength(1);
  });

  test("a sign-up is cancelled before it is deleted, and an event with sign-ups is not deleted", async () => {
    const { id } = await linli.event();
    const made = await add(id);
    const remove = await clerk("DELETE", `${records}/${made.body.id}`, undefined, { "if-match": "1" });
    expect(remove.status).toBe(409);
    const event = await clerk("DELETE", `/registers/events/records/${id}`, undefined, { "if-match": "1" });
    expect(event.body.code).toBe("referenced");
  });
});

describe("lists of an event", () => {
  test("S1.4 C12 the seat list fills the vehicles in order of arrival, and prints on A4", async () => {
    const vehicles = [
      { plate: "渝A12345", seats: 2 },
      { plate: "渝B67890", seats: 1 },
    ];
    const { id } = await linli.event({ capacity: 3, vehicles });
    for (const name of ["甲", "乙", "丙", "丁"]) await add(id, { name, age: 70, emergency: "子 13800000000" });
    const { body } = await clerk("GET", `/events/${id}/lists/bus`);
    expect(body).toMatchObject({
      vehicles: [
        {
          plate: "渝A12345",
          taken: 2,
          guests: [
            { name: "甲", seat: "1" },
            { name: "乙", seat: "2" },
          ],
        },
        { plate: "渝B67890", taken: 1, guests: [{ name: "丙", seat: "1", age: 70 }] },
      ],
      unseated: [],
      waiting: [{ name: "丁" }],
    });
    const page = await clerk("GET", `/events/${id}/lists/bus.html`);
    const html = new TextDecoder().decode(page.body as unknown as Uint8Array);
    expect(html).toContain("@page{size:A4");
    for (const text of ["渝A12345（2 / 2 座）", "甲", "丁", "候补"]) expect(html).toContain(text);
  });

  test("ID numbers for an insurer come from the residents after one reason, which stands in each one's history", async () => {
    const director = await linli.as(["director"]);
    const household = await (async () => {
      const group = await director("POST", "/registers/groups/records", { values: { no: 1 } });
      const dwelling = await director("POST", "/registers/dwellings/records", {
        values: { building: "1", unit: "1", room: "101", group: group.body.id },
      });
      return director("POST", "/registers/households/records", { values: { no: "1", dwelling: dwelling.body.id } });
    })();
    const resident = (values: Record<string, unknown>) =>
      director("POST", "/registers/residents/records", {
        values: { sex: "1", birth: "1949-12-31", household: household.body.id, ...values },
      });
    const [mine, other] = [nextPhone(), nextPhone()];
    const known = await resident({ name: "保险甲", phone: mine, idNo: "11010519491231002X", sex: "2" });
    expect(known.status).toBe(201);
    const picked = await resident({ name: "保险乙" });
    const { id } = await linli.event();
    await add(id, { name: "保险甲", phone: mine });
    const second = await add(id, { name: "保险乙", phone: other });
    await add(id, { name: "外来人" });
    const path = `/events/${id}/lists/insurance`;
    expect((await director("POST", path, { reason: "" })).status).toBe(422);
    const first = await director("POST", path, { reason: "出行保险" });
    expect(first.body).toMatchObject({
      guests: [
        { name: "保险甲", idNo: "11010519491231002X", resident: known.body.id },
        { name: "保险乙", idNo: null, resident: null, candidates: [{ id: picked.body.id, birth: "1949-12-31" }] },
        { name: "外来人", idNo: null, candidates: [] },
      ],
    });
    const history = await director("GET", `/registers/residents/records/${known.body.id}/history`);
    expect(JSON.stringify(history.body)).toContain("出行保险");
    const again = await director("POST", path, { reason: "出行保险", picked: { [second.body.id]: picked.body.id } });
    expect((again.body as unknown as { guests: unknown[] }).guests[1]).toMatchObject({ resident: picked.body.id });
  });

  test("who may not read sign-ups gets no list and no form, and another community's event is not found", async () => {
    const { id, code } = await linli.event();
    const cashier = await linli.as(["cashier"]);
    for (const path of [`/events/${id}/lists/bus`, `/events/${id}/lists/bus.html`, `/events/${id}/to-phone`]) {
      expect((await cashier("GET", path)).status).toBe(403);
    }
    expect((await cashier("POST", "/forms", { kind: "sign-up", record: id })).status).toBe(403);
    const neighbour = await linli.as(["director"], { community: OTHER_COMMUNITY });
    expect((await neighbour("GET", `/events/${id}/lists/bus`)).status).toBe(404);
    expect((await neighbour("POST", `/forms/${code}/close`)).status).toBe(404);
    expect((await neighbour("POST", "/forms", { kind: "sign-up", record: id })).status).toBe(422);
  });
});

describe("opening a form", () => {
  test("S1.8 gives a short code, its address and its poster's; asked again, the same ones", async () => {
    const { id, code } = await linli.event();
    expect(code).toMatch(/^[346789abcdefghjkmnpqrtwxy]{8}$/);
    const again = await clerk("POST", "/forms", { kind: "sign-up", record: id }, { host: "linli.example.cn" });
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      code,
      url: expect.stringMatching(new RegExp(`//linli.example.cn/f/${code}$`)),
      posterUrl: expect.stringMatching(new RegExp(`//linli.example.cn/p/${code}$`)),
    });
    const all = await clerk("GET", "/forms");
    expect(JSON.stringify(all.body)).toContain(code);
  });

  test("at the same time by two clerks gives one form", async () => {
    const made = await clerk("POST", "/registers/events/records", {
      values: { title: "讲座", kind: "lecture", gather: "2026-07-01T09:00", end: "2026-07-01T10:00", place: "站" },
    });
    const both = await Promise.all(
      [1, 2].map(() => clerk("POST", "/forms", { kind: "sign-up", record: made.body.id })),
    );
    expect(both[0]?.body.code).toBe(both[1]?.body.code);
  });

  test("a survey's form and a form for nothing are refused", async () => {
    expect(codes((await clerk("POST", "/forms", { kind: "survey", record: "x" })).body)).toEqual([
      "record unknown-reference",
    ]);
    expect(codes((await clerk("POST", "/forms", { kind: "sign-up", record: "x" })).body)).toEqual([
      "record unknown-reference",
    ]);
  });
});
