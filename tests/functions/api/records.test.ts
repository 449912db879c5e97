import { beforeAll, describe, expect, test } from "vitest";
import { type Caller, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

let linli: TestApi;
let clerk: Caller;
let household: string;

beforeAll(async () => {
  linli = await openTestApi();
  clerk = await linli.as(["clerk"]);
  const group = await clerk("POST", "/registers/groups/records", { values: { no: 1 } });
  const dwelling = await clerk("POST", "/registers/dwellings/records", {
    values: { building: "18", unit: "3", room: "603", group: group.body.id },
  });
  const made = await clerk("POST", "/registers/households/records", {
    values: { no: "1", dwelling: dwelling.body.id },
  });
  household = made.body.id;
});

const records = "/registers/residents/records";
const person = (more: Record<string, unknown> = {}) => ({
  values: { name: "李志明", sex: "1", birth: "1956-03-19", household, ...more },
});

describe("writing", () => {
  test("S4.1 a resident written by a clerk is read back by everybody who may read the list", async () => {
    const made = await clerk("POST", records, person({ ethnic: "01", phone: "144-0558-3733" }));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ version: 1, values: { name: "李志明", live: "here", phone: "14405583733" } });
    const secretary = await linli.as(["secretary"]);
    const read = await secretary("GET", `${records}/${made.body.id}`);
    expect(read.body).toEqual(made.body);
  });

  test("every column that does not hold is named with its reason, in the caller's language", async () => {
    const refused = await clerk(
      "POST",
      records,
      { values: { name: "", sex: "3", birth: "1956-02-30", phone: "12", household: "nobody", colour: "red" } },
      { "accept-language": "en" },
    );
    expect(refused.status).toBe(422);
    expect(Object.fromEntries(refused.body.fields.map((f) => [f.path, f.code]))).toEqual({
      name: "required",
      sex: "not-in-list",
      birth: "not-a-date",
      phone: "not-a-phone",
      household: "unknown-reference",
      colour: "unknown-field",
    });
    for (const field of refused.body.fields) expect(field.message).toMatch(/[A-Za-z]/);
  });

  test("the second of two clerks who edit the same row is told so, and sees what it is now", async () => {
    const { body } = await clerk("POST", records, person());
    const first = await clerk("PATCH", `${records}/${body.id}`, { values: { job: "retired" } }, { "if-match": '"1"' });
    expect(first.status).toBe(200);
    const second = await clerk("PATCH", `${records}/${body.id}`, { values: { job: "working" } }, { "if-match": '"1"' });
    expect(second.status).toBe(412);
    expect(second.body.current).toMatchObject({ version: 2, values: { job: "retired" } });
    const blind = await clerk("PATCH", `${records}/${body.id}`, { values: { job: "working" } });
    expect(blind.status).toBe(428);
  });

  test("a request sent twice with one key is done once and answered alike", async () => {
    const key = { "idempotency-key": "a-key" };
    const [one, two] = await Promise.all([
      clerk("POST", records, person({ name: "孙勇" }), key),
      clerk("POST", records, person({ name: "孙勇" }), key),
    ]);
    expect(two.body).toEqual(one.body);
    const patch = { ...key, "if-match": "1" };
    const edit = () => clerk("PATCH", `${records}/${one.body.id}`, { values: { job: "retired" } }, patch);
    const edited = await edit();
    await clerk("PATCH", `${records}/${one.body.id}`, { values: { job: "working" } }, { "if-match": "2" });
    expect((await edit()).body).toEqual(edited.body);
    expect((await clerk("POST", records, person({ name: "孙勇" }), key)).body).toEqual(one.body);
    const other = await clerk("POST", records, person({ name: "他人" }), key);
    expect(other.status).toBe(422);
  });

  test("S5.3 nothing changes without its history, and the history of a deleted record stays", async () => {
    const { body } = await clerk("POST", records, person());
    await clerk("PATCH", `${records}/${body.id}`, { values: { name: "李志铭" } }, { "if-match": "1" });
    const gone = await clerk("DELETE", `${records}/${body.id}`, undefined, { "if-match": "2" });
    expect(gone.status).toBe(204);
    expect((await clerk("GET", `${records}/${body.id}`)).status).toBe(404);
    const history = await clerk("GET", `${records}/${body.id}/history`);
    expect(history.body.map((entry) => [entry.version, entry.action])).toEqual([
      [3, "delete"],
      [2, "edit"],
      [1, "create"],
    ]);
    expect(history.body[1].changes).toEqual({ name: ["李志明", "李志铭"] });
  });

  test("a record that others refer to cannot go, and the answer says which list refers to it", async () => {
    await clerk("POST", records, person());
    const refused = await clerk("DELETE", `/registers/households/records/${household}`, undefined, { "if-match": "1" });
    expect(refused.status).toBe(409);
    expect(refused.body.by).toEqual(["residents"]);
  });

  test("a list that many write to at once keeps every row", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => person({ name: `居民${index}` }));
    const answer = await clerk("POST", "/registers/residents/patches", { patches: rows });
    expect(answer.body.every((row) => row.version === 1)).toBe(true);
    const wrong = await clerk("POST", "/registers/residents/patches", {
      patches: [person(), { values: { name: "无户" } }, { id: answer.body[0].id, values: { job: "retired" } }],
    });
    expect(wrong.body.map((row) => row.version ?? row.code)).toEqual([1, "invalid-fields", "version-missing"]);
  });

  test("many rows sent again are written once, and their key stands for no other rows", async () => {
    const send = (...patches: unknown[]) =>
      clerk("POST", "/registers/residents/patches", { patches }, { "idempotency-key": "many" });
    const rows = [person({ name: "周一" }), person({ name: "周二" })];
    const first = await send(...rows);
    expect((await send(...rows)).body).toEqual(first.body);
    const before = (await clerk("GET", records)).body.records.length;
    const other = await send(person({ name: "周三" }), ...rows);
    expect([other.status, other.body.code]).toEqual([422, "key-reused"]);
    expect((await clerk("GET", records)).body.records.length).toBe(before);
  });
});

test("a pasted block stands below the rows that were there, in its own order, also after a reload", async () => {
  linli.clock.now += 1000;
  const rows = Array.from({ length: 30 }, (_, index) => ({ values: { name: `单位${index}` } }));
  await clerk("POST", "/registers/bodies/records", { values: { name: "原有" } });
  linli.clock.now += 1000;
  const later = { "idempotency-key": linli.deps.newId() };
  await clerk("POST", "/registers/bodies/patches", { patches: rows }, later);
  const { body } = await clerk("GET", "/registers/bodies/records");
  const names = body.records.map(({ values }) => values.name);
  expect(names.slice(-30)).toEqual(rows.map(({ values }) => values.name));
});

describe("sealed and restricted columns", () => {
  const idNo = "500100195603197890";

  test("S5.3 an identity number is checked against birth and sex, and fills them where they are missing", async () => {
    const differs = await clerk("POST", records, person({ idNo, sex: "2", birth: "1956-03-20" }));
    expect(differs.body.fields.map((field) => field.code)).toEqual(["birth-differs", "sex-differs"]);
    const filled = await clerk("POST", records, { values: { name: "李志明", household, idNo } });
    expect(filled.body.values).toMatchObject({ birth: "1956-03-19", sex: "1", idNo: "500***********7890" });
  });

  test("no two residents have one number, and a mask sent back changes nothing", async () => {
    const twin = await clerk("POST", records, person({ idNo }));
    expect(twin.body.fields).toMatchObject([{ path: "idNo", code: "not-unique" }]);
    const list = await clerk("GET", records);
    const [holder] = list.body.records.filter((record) => record.values.idNo);
    const same = await clerk(
      "PATCH",
      `${records}/${holder.id}`,
      { values: { idNo: holder.values.idNo, job: "retired" } },
      { "if-match": String(holder.version) },
    );
    expect(same.body.values.idNo).toBe("500***********7890");
  });

  test("a number is shown for a reason that stays in the person's history, and makes nobody's edit stale", async () => {
    const { body } = await clerk("POST", records, person({ idNo: "500100197203017570", birth: "1972-03-01" }));
    const open = (reason: string) => clerk("POST", `${records}/${body.id}/reveal`, { field: "idNo", reason });
    expect((await open("")).status).toBe(422);
    expect((await open("办理医保")).body).toEqual({ value: "500100197203017570" });
    const edit = await clerk("PATCH", `${records}/${body.id}`, { values: { job: "working" } }, { "if-match": "1" });
    expect(edit.status).toBe(200);
    const history = await clerk("GET", `${records}/${body.id}/history`);
    expect(history.body.map((entry) => [entry.action, entry.reason])).toContainEqual(["reveal", "办理医保"]);
    expect(JSON.stringify(history.body)).not.toContain("500100197203017570");
  });

  test("who may not see a restricted column does not get it, cannot set it, and does not find it in the history", async () => {
    const director = await linli.as(["director"]);
    const { body } = await director("POST", records, person({ political: "01" }));
    expect(body.values.political).toBe("01");
    expect((await clerk("GET", `${records}/${body.id}`)).body.values.political).toBeUndefined();
    const refused = await clerk("PATCH", `${records}/${body.id}`, { values: { political: "13" } }, { "if-match": "1" });
    expect(refused.body.fields).toMatchObject([{ path: "political", code: "restricted" }]);
    const history = await clerk("GET", `${records}/${body.id}/history`);
    expect(history.body[0].changes).not.toHaveProperty("political");
    const lists = await clerk("GET", "/registers");
    const [residents] = lists.body.registers.filter((list) => list.name === "residents");
    expect(residents.fields.political).toBeUndefined();
  });

  test("nothing readable of a number stands in the table", async () => {
    const { Items } = (await linli.engine.send("Query", {
      TableName: "Records",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: "H#residents#500100001001" } },
    })) as { Items: unknown[] };
    expect(Items.length).toBeGreaterThan(5);
    expect(JSON.stringify(Items)).not.toContain(idNo);
  });
});

describe("reading", () => {
  test("pages together hold every record once, whatever their size", async () => {
    const whole = await clerk("GET", `${records}?limit=1000`);
    const ids: string[] = [];
    let cursor = "";
    do {
      const page = await clerk("GET", `${records}?limit=7${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      ids.push(...page.body.records.map((record) => record.id));
      cursor = page.body.cursor ?? "";
    } while (cursor);
    expect(ids).toEqual(whole.body.records.map((record) => record.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a page of thousands comes in one answer, and the next goes on behind it", async () => {
    const other = await linli.as(["clerk"], { community: OTHER_COMMUNITY });
    for (let start = 0; start < 1_300; start += 100) {
      const patches = Array.from({ length: 100 }, (_, index) => ({ values: { name: `${start + index}` } }));
      expect((await other("POST", "/registers/bodies/patches", { patches })).status).toBe(200);
    }
    const first = await other("GET", "/registers/bodies/records?limit=1200");
    const rest = await other(
      "GET",
      `/registers/bodies/records?limit=9999&cursor=${encodeURIComponent(first.body.cursor ?? "")}`,
    );
    expect([first.body.records.length, rest.body.records.length, rest.body.cursor]).toEqual([1_200, 100, undefined]);
    const names = [...first.body.records, ...rest.body.records].map(({ values }) => values.name);
    expect(new Set(names).size).toBe(1_300);
  });

  test("changes since a list was read hold every later write and deletion", async () => {
    const list = await clerk("GET", records);
    linli.clock.now += 20_000;
    const made = await clerk("POST", records, person({ name: "新人" }));
    const gone = list.body.records[3];
    await clerk("DELETE", `${records}/${gone.id}`, undefined, { "if-match": String(gone.version) });
    const changed = await clerk("GET", `/registers/residents/changes?since=${encodeURIComponent(list.body.since)}`);
    expect(changed.body.changes).toContainEqual(made.body);
    expect(changed.body.changes).toContainEqual({ id: gone.id, version: gone.version + 1, deleted: true });
    linli.clock.now += 60_000;
    const later = await clerk("GET", `/registers/residents/changes?since=${encodeURIComponent(changed.body.since)}`);
    linli.clock.now += 60_000;
    const quiet = await clerk("GET", `/registers/residents/changes?since=${encodeURIComponent(later.body.since)}`);
    expect(quiet.body).toMatchObject({ changes: [], more: false });
  });

  test("rows that were deleted leave no empty pages behind", async () => {
    const other = await linli.as(["clerk"], { community: OTHER_COMMUNITY });
    const patches = Array.from({ length: 30 }, (_, index) => ({ values: { no: index + 1 } }));
    const made = await other("POST", "/registers/groups/patches", { patches });
    const gone = made.body.filter((_, index) => index % 10 !== 0);
    for (const { id } of gone) await other("DELETE", `/registers/groups/records/${id}`, undefined, { "if-match": "1" });
    const first = await other("GET", "/registers/groups/records?limit=2");
    expect(first.body.records.length).toBe(2);
    const cursor = encodeURIComponent(first.body.cursor ?? "");
    const second = await other("GET", `/registers/groups/records?limit=2&cursor=${cursor}`);
    const numbers = [...first.body.records, ...second.body.records].map((record) => Number(record.values.no));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 11, 21]);
    expect(second.body.cursor).toBeUndefined();
  });

  test("a cursor of another list, or a made-up one, is refused", async () => {
    const page = await clerk("GET", `${records}?limit=1`);
    const other = await clerk(
      "GET",
      `/registers/households/records?cursor=${encodeURIComponent(page.body.cursor ?? "")}`,
    );
    expect(other.status).toBe(400);
    expect((await clerk("GET", `${records}?cursor=abc`)).status).toBe(400);
    expect((await clerk("GET", "/registers/residents/changes?since=abc.def")).status).toBe(400);
  });
});

describe("whose records they are", () => {
  test("another community's lists are not there for a clerk, not even as forbidden", async () => {
    const path = `/api/communities/${OTHER_COMMUNITY}/registers/residents/records`;
    expect((await clerk("GET", path)).status).toBe(404);
    expect((await clerk("POST", path, person())).status).toBe(404);
    expect((await clerk("GET", "/api/communities/999999999999/registers")).status).toBe(404);
  });

  test("a post without the right to a list gets 403, an unknown list 404, a stranger 401", async () => {
    const council = await linli.as(["council"]);
    expect((await council("GET", records)).status).toBe(403);
    expect((await council("POST", "/registers/events/records", { values: {} })).status).toBe(403);
    expect((await clerk("GET", "/registers/dragons/records")).status).toBe(404);
    expect((await linli.api.request(`/api/communities/${OTHER_COMMUNITY}/registers`)).status).toBe(401);
  });

  test("S6.1 nobody types a post into the list of posts held", async () => {
    const director = await linli.as(["director"]);
    const typed = await director("POST", "/registers/posts/records", {
      values: { person: "王芳", post: "director", from: "2026-01-01" },
    });
    expect(typed.status).toBe(403);
  });
});
