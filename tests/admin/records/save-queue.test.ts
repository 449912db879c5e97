import { beforeEach, describe, expect, test } from "vitest";
import { type Caller, openTestApi, type TestApi } from "../../support/api.ts";
import { clerkAt } from "../harness/clerk.ts";

let api: TestApi;
let director: Caller;
let body: string;

beforeEach(async () => {
  api = await openTestApi();
  director = await api.as(["director"]);
  body = (await director("POST", "/registers/bodies/records", { values: { name: "Reading club" } })).body.id;
});

const stored = async (id: string) => (await director("GET", `/registers/bodies/records/${id}`)).body;

describe("a clerk's own changes", () => {
  test("many cells typed at once go in one request, and no list is read again", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    const before = clerk.asked.length;
    clerk.type(body, "contact", "Zhao");
    clerk.type(body, "memberCount", 12);
    await clerk.rest();
    expect((await stored(body)).values).toMatchObject({ contact: "Zhao", memberCount: 12 });
    const sent = clerk.asked.slice(before);
    expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(sent.filter(({ path }) => path.includes("/records?"))).toHaveLength(0);
    expect(clerk.queue.unsaved()).toBe(0);
  });

  test("typing on while the first text is being saved is no conflict with oneself", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    clerk.type(body, "contact", "Zhao");
    clerk.queue.retry();
    const resting = clerk.rest();
    clerk.type(body, "contact", "Zhao Min");
    await resting;
    await clerk.rest();
    expect((await stored(body)).values.contact).toBe("Zhao Min");
    expect(clerk.queue.unsaved()).toBe(0);
  });

  test("setting a cell back before it was sent sends nothing", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    clerk.type(body, "name", "Another");
    clerk.type(body, "name", "Reading club");
    await clerk.rest();
    expect(clerk.asked.filter(({ method }) => method === "POST")).toHaveLength(0);
    expect((await stored(body)).version).toBe(1);
  });

  test("a refused cell says why, and the other cells of its row are saved", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    clerk.type(body, "name", null);
    clerk.type(body, "contact", "Zhao");
    await clerk.rest();
    expect(clerk.cell(body, "name")).toMatchObject({ state: "refused", trouble: { message: expect.any(String) } });
    expect((await stored(body)).values).toMatchObject({ name: "Reading club", contact: "Zhao" });
    clerk.type(body, "name", "Reading circle");
    await clerk.rest();
    expect(clerk.queue.unsaved()).toBe(0);
    expect((await stored(body)).values.name).toBe("Reading circle");
  });

  test("a block of 250 new rows arrives whole, each once", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    const ids = Array.from({ length: 250 }, (_, index) => `new-${index}`);
    clerk.queue.edit(ids.map((id, index) => ({ id, isNew: true, key: "name", value: `Shop ${index}` })));
    await clerk.rest();
    expect(clerk.queue.unsaved()).toBe(0);
    expect(clerk.list.get().records.size).toBe(251);
    const answer = await director("GET", "/registers/bodies/records?limit=1000");
    expect(new Set(answer.body.records.map(({ values }) => values.name)).size).toBe(251);
  });
});

describe("what was refused because of another cell of its row", () => {
  test("S1.6 comes with the gathering time that would do, and is saved along with it", async () => {
    const trip = { title: "Orchard", kind: "trip", gather: "2027-06-10T08:00", end: "2027-06-10T15:00", place: "Gate" };
    const created = await director("POST", "/registers/events/records", { values: trip });
    const clerk = await clerkAt(api, "Li", "events");
    const stops = [{ time: "07:00", place: "Gate" }];
    clerk.queue.edit([{ id: created.body.id, isNew: false, key: "stops", value: stops }]);
    await clerk.rest();
    const { trouble } = clerk.cell(created.body.id, "stops") ?? {};
    expect(trouble?.mend).toEqual({ key: "gather", value: "2027-06-10T07:00" });
    clerk.type(created.body.id, "gather", String(trouble?.mend?.value));
    await clerk.rest();
    expect(clerk.queue.unsaved()).toBe(0);
    const after = await director("GET", `/registers/events/records/${created.body.id}`);
    expect(after.body.values).toMatchObject({ gather: "2027-06-10T07:00", stops });
  });
});

describe("two clerks", () => {
  test("different cells of one row are both saved, without a question", async () => {
    const [one, two] = [await clerkAt(api, "Li", "bodies"), await clerkAt(api, "Wang", "bodies")];
    one.type(body, "contact", "Zhao");
    await one.rest();
    two.type(body, "memberCount", 9);
    await two.rest();
    expect((await stored(body)).values).toMatchObject({ contact: "Zhao", memberCount: 9 });
    expect(two.cell(body, "memberCount")).toBeUndefined();
  });

  test("the second one to change a cell is told by whom it was changed, and loses nothing", async () => {
    const [one, two] = [await clerkAt(api, "Li", "bodies"), await clerkAt(api, "Wang", "bodies")];
    one.type(body, "contact", "Zhao");
    await one.rest();
    two.type(body, "contact", "Qian");
    await two.rest();
    expect(two.cell(body, "contact")).toMatchObject({
      state: "conflict",
      value: "Qian",
      trouble: { message: "Li: Zhao" },
    });
    expect((await stored(body)).values.contact).toBe("Zhao");
    two.queue.resolve(body, "contact", "mine");
    await two.rest();
    expect((await stored(body)).values.contact).toBe("Qian");
  });

  test("taking the other's text ends the conflict and writes nothing", async () => {
    const [one, two] = [await clerkAt(api, "Li", "bodies"), await clerkAt(api, "Wang", "bodies")];
    one.type(body, "contact", "Zhao");
    await one.rest();
    two.type(body, "contact", "Qian");
    await two.rest();
    two.queue.resolve(body, "contact", "theirs");
    await two.rest();
    expect(two.value(body, "contact")).toBe("Zhao");
    expect((await stored(body)).version).toBe(2);
    expect(two.queue.unsaved()).toBe(0);
  });

  test("a change of a row that somebody deleted is not lost in silence", async () => {
    const [one, two] = [await clerkAt(api, "Li", "bodies"), await clerkAt(api, "Wang", "bodies")];
    await director("DELETE", `/registers/bodies/records/${body}`, undefined, { "if-match": '"1"' });
    two.type(body, "contact", "Qian");
    await two.list.refresh();
    expect(two.lost).toEqual([body]);
    expect(one.lost).toEqual([]);
  });
});

describe("a lost connection", () => {
  test("cells stay, wait, and are saved when it is back", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    clerk.line.state = "away";
    clerk.type(body, "contact", "Zhao");
    await clerk.rest();
    expect(clerk.queue.isOffline()).toBe(true);
    expect(clerk.cell(body, "contact")).toMatchObject({ state: "unsaved", value: "Zhao" });
    clerk.line.state = "up";
    clerk.queue.retry();
    await clerk.rest();
    expect(clerk.queue.isOffline()).toBe(false);
    expect((await stored(body)).values.contact).toBe("Zhao");
  });

  test("a new row whose answer was lost is sent again under the same key and exists once", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    clerk.line.state = "deaf";
    clerk.start("new-1", "name", "Choir");
    await clerk.rest();
    clerk.line.state = "up";
    clerk.queue.retry();
    await clerk.rest();
    const keys = clerk.asked.filter(({ method }) => method === "POST").map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    const answer = await director("GET", "/registers/bodies/records");
    expect(answer.body.records.filter(({ values }) => values.name === "Choir")).toHaveLength(1);
    expect(clerk.queue.state().aliases.get("new-1")).toBe(
      answer.body.records.find(({ values }) => values.name === "Choir")?.id,
    );
  });

  test("what was not saved is still there after a reload, and is then saved", async () => {
    const before = await clerkAt(api, "Li", "bodies");
    before.line.state = "away";
    before.type(body, "contact", "Zhao");
    before.start("new-1", "contact", "Nobody yet");
    await before.rest();
    const after = await clerkAt(api, "Li", "bodies", before.stored());
    await after.rest();
    expect((await stored(body)).values.contact).toBe("Zhao");
    expect(after.queue.state().drafts.get("new-1")?.values).toEqual({ contact: "Nobody yet" });
  });
});

describe("a new row", () => {
  test("waits while something required is missing, says what once it is left, and is saved when complete", async () => {
    const clerk = await clerkAt(api, "Li", "bodies");
    clerk.start("new-1", "contact", "Zhao");
    await clerk.rest();
    expect(clerk.asked.filter(({ method }) => method === "POST")).toHaveLength(0);
    clerk.queue.leave("new-1");
    await clerk.rest();
    expect(clerk.queue.state().drafts.get("new-1")?.problems).toMatchObject({ name: { message: expect.any(String) } });
    clerk.type("new-1", "name", "Choir");
    await clerk.rest();
    const id = clerk.queue.state().aliases.get("new-1") ?? "";
    expect((await stored(id)).values).toMatchObject({ name: "Choir", contact: "Zhao" });
    clerk.type("new-1", "contact", "Qian");
    await clerk.rest();
    expect((await stored(id)).values.contact).toBe("Qian");
  });
});
