import { beforeAll, describe, expect, test } from "vitest";
import { type Caller, COMMUNITY } from "../../support/api.ts";
import { AUDIT, anOffice, type Held, LIST, type Office, STREET } from "./office.ts";

let office: Office;
let director: Held;
let cashier: Held;

beforeAll(async () => {
  office = await anOffice();
  director = await office.holding(office.street, "周建民", "director");
  cashier = await office.holding(director.call, "吴秀珍", "cashier");
});

const open = (who: Caller, body: object) => who("POST", "/handovers", body);
const record = async (id: string) => (await director.call("GET", `/registers/handovers/records/${id}`)).body;
const fields = ({ body }: Awaited<ReturnType<Caller>>) => (body.fields ?? []).map(({ path, code }) => [path, code]);
const end = (who: Caller, post: string, endReason: string) =>
  who("POST", `/posts/${post}/end`, { until: "2026-06-01", endReason });

describe("whoever leaves a post with rights in the books", () => {
  test("S8.21 hands over first: listed, audited, signed by giver, taker and street; the last signature ends the post", async () => {
    const refused = await end(director.call, cashier.post, "resign");
    expect([refused.status, ...fields(refused)]).toEqual([409, ["post", "handover-first"]]);
    expect(refused.body).toMatchObject({ rule: { parameter: "handovers.first", value: true, checked: true } });

    const successor = await office.holding(director.call, "钱小芸", "clerk");
    const given = { post: cashier.post, ended: "2026-06-01", endReason: "resign", takerAccount: successor.account };
    const { status, body } = await open(director.call, given);
    expect([status, body.values]).toMatchObject([201, { of: "cashier", giver: "吴秀珍", state: "opened" }]);
    const { id } = body;

    // Everything stands on the list, if only in a word.
    const { openCases: _nothing, ...short } = LIST;
    expect(fields(await office.move(cashier.call, id, "list", short))).toEqual([["openCases", "required"]]);
    expect((await office.move(cashier.call, id, "list", { ...LIST, taker: "钱小芸" })).status).toBe(200);
    expect((await record(id)).values).toMatchObject({ bookCashFen: 0, bookBankFen: 0, cashFen: 31_250 });
    expect((await office.move(director.call, id, "audit", AUDIT)).status).toBe(403);
    expect((await office.move(office.street, id, "audit", AUDIT)).status).toBe(200);
    // Nobody signs for the giver or the taker but they themselves.
    for (const other of [director.call, successor.call]) {
      expect((await office.move(other, id, "give")).status).toBe(403);
    }
    expect((await office.move(cashier.call, id, "give")).status).toBe(200);
    expect((await office.move(cashier.call, id, "take")).status).toBe(403);
    expect((await office.move(successor.call, id, "take")).status).toBe(200);
    expect((await cashier.call("GET", "/registers/vouchers/records")).status).toBe(200);
    expect((await office.move(director.call, id, "close")).status).toBe(403);
    expect((await office.move(office.street, id, "close")).status).toBe(200);

    expect((await cashier.call("GET", "/registers/vouchers/records")).status).toBe(404);
    const ended = (await director.call("GET", `/registers/posts/records/${cashier.post}`)).body;
    expect(ended.values).toMatchObject({ until: "2026-06-01", endReason: "resign" });
    // The place is free for the successor at once, and what was signed stays as it is.
    await office.holding(director.call, "孙明", "cashier", { from: "2026-06-01" });
    expect((await office.move(office.street, id, "cancel", {}, "误")).status).toBe(409);
    const steps = (await office.street("GET", `/registers/handovers/records/${id}/moves`)).body as unknown as Steps;
    expect(steps.steps.map(({ move, by }) => [move, by])).toEqual([
      ["create", "周建民"],
      ["list", "吴秀珍"],
      ["audit", "Street office"],
      ["give", "吴秀珍"],
      ["take", "钱小芸"],
      ["close", "Street office"],
    ]);
  });

  test("S8.21 once: a second handover of the same post is refused, and a cancelled one leaves it free", async () => {
    const accountant = await office.holding(director.call, "郑海燕", "accountant");
    const leaving = { post: accountant.post, ended: "2026-06-10", endReason: "pay" };
    expect(fields(await open(director.call, { ...leaving, endReason: undefined }))).toEqual([
      ["endReason", "required"],
    ]);
    expect((await open(accountant.call, leaving)).status).toBe(403);
    const key = { "idempotency-key": "leaving" };
    const both = await Promise.all([1, 2].map(() => director.call("POST", "/handovers", leaving, key)));
    expect(new Set(both.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const id = both[0]?.body.id ?? "";
    expect(fields(await open(director.call, leaving))).toEqual([["post", "not-unique"]]);
    expect((await office.move(office.street, id, "cancel", {}, "不离任了")).status).toBe(200);
    expect((await open(director.call, leaving)).status).toBe(201);
    const clerk = await office.holding(director.call, "何晓慧", "clerk");
    const none = await open(director.call, { ...leaving, post: clerk.post });
    expect(fields(none)).toEqual([["post", "not-handed-over"]]);
  });

  test("after death, recall or lost eligibility the post ends at once, and its handover opens with it, for the street to sign", async () => {
    const gone = await office.holding(director.call, "冯德明", "accountant", { from: "2026-06-01" });
    expect((await end(director.call, gone.post, "death")).status).toBe(200);
    const all = (await office.street("GET", "/registers/handovers/records")).body.records;
    const opened = all.find(({ values }) => values.post === gone.post);
    expect(opened?.values).toMatchObject({ of: "accountant", state: "opened", endReason: "death" });
    const id = opened?.id ?? "";
    await office.move(office.street, id, "list", LIST);
    await office.move(office.street, id, "audit", AUDIT);
    expect(fields(await office.move(office.street, id, "giveFor"))).toEqual([["reason", "required"]]);
    expect((await office.move(office.street, id, "giveFor", {}, "移交人已故，家属在场")).status).toBe(200);
    expect((await office.move(office.street, id, "takeFor", { taker: "郑海燕" }, "纸面签字")).status).toBe(200);
    expect((await office.move(office.street, id, "close")).status).toBe(200);
  });
});

type Steps = { steps: { move: string; by: string }[] };
type Area = { communities: { code: string; director: object | null; items: Record<string, unknown>[] }[] };

describe("the committee after an election", () => {
  test("S3.22 hands over within three days under the street's eyes: elected on 12-26, due on 12-29", async () => {
    const seed = { value: "seed", from: "2020-01-01", decision: "居民代表会议决定", decidedOn: "2020-01-01" };
    expect((await director.call("POST", "/rules/preset", seed)).status).toBe(201);
    const committee = { ended: "2010-12-26", giver: "第一届居委会", taker: "第二届居委会" };
    expect((await open(cashier.call, committee)).status).toBe(404);
    const opened = await open(office.street, committee);
    expect([opened.status, opened.body.values]).toMatchObject([201, { of: "committee", due: "2010-12-29" }]);
    expect(fields(await open(director.call, committee))).toEqual([["election", "not-unique"]]);
    const area = await today(office.street);
    const late = area.items.find(({ id }) => id === opened.body.id);
    expect(late).toMatchObject({ group: "handover", due: "2010-12-29", state: { zh: "待列清单" } });
    const moves = (await office.street("GET", `/registers/handovers/records/${opened.body.id}/moves`)).body;
    expect(moves).toMatchObject({ rule: { parameter: "elections.handoverDays", value: 3 } });
  });

  test("S3.22 a term that ends is shown to the director and the street before anybody has opened its handover", async () => {
    office.clock.now = Date.parse("2026-06-02T09:00:00+08:00");
    const short = await office.holding(director.call, "宋丽娟", "accountant", {
      from: "2026-06-02",
      until: "2026-06-20",
    });
    const shown = { group: "handover", title: "宋丽娟", register: "posts", id: short.post, since: "2026-05-21" };
    expect((await today(office.street)).items).toContainEqual(expect.objectContaining(shown));
    const own = (await director.call("GET", "/today")).body as unknown as { items: object[] };
    expect(own.items).toContainEqual(expect.objectContaining(shown));
    expect((await open(director.call, { post: short.post, ended: "2026-06-20", endReason: "term" })).status).toBe(201);
    expect((await today(office.street)).items).not.toContainEqual(expect.objectContaining(shown));
  });

  test("S3.22 the street sees who is director and when the post is vacant, and grants it", async () => {
    expect(await today(office.street)).toMatchObject({ director: { person: "周建民", from: "2020-01-01" } });
    await end(office.street, director.post, "recall");
    expect(await today(office.street)).toMatchObject({ director: null });
    await office.holding(office.street, "许文斌", "director", { from: "2026-06-02" });
    expect(await today(office.street)).toMatchObject({ director: { person: "许文斌" } });
  });
});

async function today(street: Caller) {
  const { body } = await street("GET", `/api/areas/${STREET}/today`);
  const found = (body as unknown as Area).communities.find(({ code }) => code === COMMUNITY);
  if (!found) throw new Error("The community is not there");
  return found;
}
