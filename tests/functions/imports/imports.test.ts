import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { writeCsvText } from "../../../shared/files/write-file.ts";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { encryptedWorkbook, zipStating } from "../../support/odd-files.ts";
import { TEST_TABLES } from "../../support/tables.ts";
import { addressCsv, inGbk, officeRoster, people, plainRoster, plainRows, type Trap } from "../../support/workbooks.ts";
import { BYTES, type Office, openOffice, XLSX } from "./office.ts";

const PATH = "/registers/residents/imports";
const utf8 = (text: string) => new TextEncoder().encode(text);
const traps = new Map<number, Trap>([
  [10, "wrong check character"],
  [20, "same number as the row above"],
  [30, "digits lost"],
  [40, "no name"],
]);

describe("a look at a file", () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });

  test("S5.4 tells what would become of every row, in the caller's language, and writes nothing", async () => {
    const file = await officeRoster(people(60), traps);
    const { status, body } = await office.call("POST", PATH, file, { "content-type": XLSX, "accept-language": "en" });
    expect(status).toBe(201);
    expect(body.counts).toEqual({ new: 56, changed: 0, same: 0, error: 4 });
    expect(body.rows.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
      [15, ["identity-check"]],
      [25, ["repeated-row"]],
      [35, ["identity-as-number"]],
      [45, ["required"]],
    ]);
    for (const { problems } of body.rows) expect(problems[0]?.message).toMatch(/^[\x20-\x7e]+$/);
    for (const list of ["residents", "households", "dwellings", "groups"])
      expect(await office.records(list)).toEqual([]);
  });

  test("leaves a column aside that the caller may not see, and says so beside the column", async () => {
    const { body } = await office.send(PATH, await officeRoster(people(3)));
    expect(body.columns.find(({ header }) => header === "政治面貌")).toMatchObject({ field: null, note: "restricted" });
    expect(body.rows).toEqual([]);
    const director = await office.linli.as(["director"]);
    const seen = await director("POST", PATH, await officeRoster(people(3)), { "content-type": XLSX });
    expect(JSON.stringify(seen.body)).toContain('"field":"political"');
  });

  test("shows no identity number in full", async () => {
    const { body } = await office.send(PATH, await plainRoster(people(3)));
    expect(JSON.stringify(body)).not.toMatch(/\d{17}[\dX]/);
  });

  test("keeps the file sealed: no name and no number stands in the table in clear", async () => {
    const [one] = people(1);
    await office.send(PATH, await plainRoster(people(3)));
    const items = await everything(office);
    expect(items.length).toBeGreaterThan(3);
    const kept = JSON.stringify(items);
    expect(kept).not.toContain(one?.idNo);
    expect(kept).not.toContain(one?.name);
  });

  test("is corrected when a column was taken for something else, and evaluated again", async () => {
    const [heads = [], ...rows] = plainRows(people(6));
    const odd = [heads.with(0, "Persona").with(1, "G"), ...rows];
    const file = utf8(writeCsvText({ columns: odd[0]?.map(text) ?? [], rows: odd.slice(1) }));
    const { body } = await office.send(PATH, file, BYTES);
    expect(body.counts).toMatchObject({ new: 0, error: 6 });
    const address = `${PATH}/${body.id}`;
    const corrected = await office.call("PATCH", address, {
      columns: [
        { index: 0, field: "name" },
        { index: 1, field: "sex" },
      ],
    });
    expect(corrected.body.counts).toMatchObject({ new: 6, error: 0 });
    const asTold = await office.call("PATCH", address, { columns: corrected.body.columns });
    const fields = (columns: typeof corrected.body.columns) => columns.map(({ field }) => field);
    expect(asTold.body.counts).toEqual(corrected.body.counts);
    expect(fields(asTold.body.columns)).toEqual(fields(corrected.body.columns));
    const wrong = await office.call("PATCH", address, {
      columns: [
        { index: 0, field: "colour" },
        { index: 99, field: "name" },
        { index: 2, field: "political" },
      ],
    });
    expect(wrong.body.fields.map(({ path, code }) => [path, code])).toEqual([
      ["columns.0.field", "unknown-field"],
      ["columns.1.index", "unknown-column"],
      ["columns.2.field", "restricted"],
    ]);
    const twice = await office.call("PATCH", address, { columns: [{ index: 3, field: "name" }] });
    expect(twice.body.fields.map(({ code }) => code)).toEqual(["column-twice"]);
  });

  test("may come in parts, as a browser sends a large file; sending a part again changes nothing", async () => {
    const [heads = [], ...rows] = plainRows(people(30));
    const { body } = await office.call("POST", PATH, { columns: heads.map((header) => ({ header })) });
    expect(body.state).toBe("open");
    const part = (from: number, to: number, last: boolean) =>
      office.call("PUT", `${PATH}/${body.id}/rows`, {
        rows: rows.slice(from, to).map((cells, place) => ({ row: from + place + 2, cells })),
        last,
      });
    expect((await part(20, 30, false)).body).toEqual({ id: body.id, received: 10 });
    await part(0, 20, false);
    expect((await part(0, 20, true)).body.counts).toEqual({ new: 30, changed: 0, same: 0, error: 0 });
    const short = await office.call("POST", PATH, { columns: heads });
    const all = rows.map((cells, place) => ({ row: place + 2, cells }));
    const answer = await office.call("PUT", `${PATH}/${short.body.id}/rows`, { rows: all });
    expect([answer.body.state, answer.body.counts.new]).toEqual(["ready", 30]);
    const early = await office.call("POST", PATH, { columns: [{ header: "姓名" }] });
    expect((await office.call("POST", `${PATH}/${early.body.id}/commit`)).status).toBe(409);
  });

  test("lists the first thousand rows to look at; the others follow by a cursor that fits no other list", async () => {
    const wrong = people(1100).map((one) => ({ ...one, idNo: "123" }));
    const { body } = await office.send(PATH, utf8(addressCsv(wrong)), BYTES);
    expect(body.rows).toHaveLength(1000);
    const more = await office.call("GET", `${PATH}/${body.id}/rows?cursor=${body.cursor}`);
    expect(more.body.rows.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, index) => 1002 + index));
    expect(more.body.cursor).toBeUndefined();
    const { cursor } = (await office.clerk("GET", "/registers/residents/records")).body;
    const other = await office.send(PATH, await plainRoster(people(2)));
    for (const foreign of [cursor ?? "x.y", body.cursor ?? "", "x", "x.y"]) {
      expect((await office.call("GET", `${PATH}/${other.body.id}/rows?cursor=${foreign}`)).status).toBe(400);
    }
  });

  test("lists every row of the file with its state and whom it is about, or only those in one state", async () => {
    const roster = people(2100).map((one, place) => (place % 700 === 699 ? { ...one, idNo: "123" } : one));
    const { body } = await office.send(PATH, utf8(addressCsv(roster)), BYTES);
    const pages = async (query: string) => {
      const rows: typeof body.rows = [];
      for (let at: string | undefined = query; at !== undefined; ) {
        const page: typeof body = (await office.call("GET", `${PATH}/${body.id}/rows${at}`)).body;
        expect(page.rows.length).toBeLessThanOrEqual(1000);
        rows.push(...page.rows);
        at = page.cursor && `?cursor=${page.cursor}`;
      }
      return rows;
    };
    const all = await pages("");
    expect(all.map(({ row }) => row)).toEqual(roster.map((_, place) => place + 2));
    expect(all.map(({ title }) => title)).toEqual(roster.map(({ name }) => name));
    const errors = all.filter(({ state }) => state === "error");
    expect(errors.map(({ row }) => row)).toEqual([701, 1401, 2101]);
    for (const { problems } of errors) expect(problems).toHaveLength(1);
    expect(await pages("?state=error")).toEqual(errors);
    expect(await pages("?state=new")).toEqual(all.filter(({ state }) => state === "new"));
    expect(await pages("?state=same")).toEqual([]);
    expect((await office.call("GET", `${PATH}/${body.id}/rows?state=odd`)).status).toBe(422);
  });

  test("asked for twice under one key is one import; another file under the key is refused", async () => {
    const headers = { "content-type": XLSX, "idempotency-key": "monday" };
    const file = await plainRoster(people(3));
    const first = await office.call("POST", PATH, file, headers);
    const second = await office.call("POST", PATH, file, headers);
    expect(second.body).toEqual(first.body);
    const other = await office.call("POST", PATH, await plainRoster(people(4)), headers);
    expect([other.status, other.body.code]).toEqual([422, "key-reused"]);
  });
});

describe("taking the rows", () => {
  test("S5.4 makes every resident, household, dwelling and group once, with its history, and says how far it is", async () => {
    const office = await openOffice();
    const state = await office.take(await plainRoster(people(120)));
    expect(state).toMatchObject({ state: "done", done: 120, total: 120, undone: false });
    const residents = await office.records("residents");
    expect(new Set(residents.map(({ values }) => values.idNo)).size).toBeGreaterThan(100);
    expect(residents).toHaveLength(120);
    expect(await office.records("households")).toHaveLength(40);
    expect(await office.records("dwellings")).toHaveLength(40);
    expect(await office.records("groups")).toHaveLength(9);
    const history = await office.clerk("GET", `/registers/residents/records/${residents[0]?.id}/history`);
    expect(history.body.map(({ action }) => action)).toEqual(["import"]);
    const again = await office.send(PATH, await plainRoster(people(120)));
    expect(again.body.counts).toEqual({ new: 0, changed: 0, same: 120, error: 0 });
  });

  test("leaves out the refused ones, changes what differs, and asking twice takes nothing twice", async () => {
    const office = await openOffice();
    await office.take(inGbk(addressCsv(people(30))), "residents", BYTES);
    const file = await officeRoster(people(60), traps);
    const { body } = await office.send(PATH, file);
    expect(body.counts.error).toBe(4);
    const commit = () => office.call("POST", `${PATH}/${body.id}/commit`);
    const atOnce = await Promise.all([commit(), commit(), commit(), commit()]);
    expect([...atOnce, await commit()].map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    await office.pump.run();
    expect((await office.call("POST", `${PATH}/${body.id}/commit`)).body).toMatchObject({ state: "done" });
    await office.pump.run();
    expect(await office.records("residents")).toHaveLength(58);
  });

  test("a person somebody else added meanwhile is not there twice", async () => {
    const office = await openOffice();
    const preview = await office.send(PATH, await plainRoster(people(30)));
    await office.take(await plainRoster(people(12, 9)));
    await office.call("POST", `${PATH}/${preview.body.id}/commit`);
    await office.pump.run();
    const state = await office.call("GET", `${PATH}/${preview.body.id}`);
    expect(state.body).toMatchObject({ state: "done", done: 30, total: 30 });
    expect(await office.records("residents")).toHaveLength(30);
  });
});

describe("taking an import back", () => {
  test("leaves the lists as they were: what was made is gone, what was changed is as before", async () => {
    const office = await openOffice();
    await office.take(await plainRoster(people(30)));
    const before = await stateOf(office);
    const changed = people(45).map((one, index) =>
      index % 3 === 1 ? { ...one, phone: `139${10_000_000 + index}` } : one,
    );
    const { id } = await office.take(await plainRoster(changed));
    expect(await office.records("residents")).toHaveLength(45);
    const undo = await office.call("POST", `${PATH}/${id}/undo`);
    expect([undo.status, undo.body.state]).toEqual([202, "running"]);
    await office.pump.run();
    expect((await office.call("GET", `${PATH}/${id}`)).body).toMatchObject({ state: "done", undone: true });
    expect(await stateOf(office)).toEqual(before);
    expect((await office.call("POST", `${PATH}/${id}/undo`)).status).toBe(202);
    expect((await office.take(await plainRoster(changed))).done).toBe(25);
  });

  test("is refused as a whole when somebody has changed a row since, and names the row", async () => {
    const office = await openOffice();
    const { id } = await office.take(await plainRoster(people(12)));
    const one = (await office.records("residents")).find(({ values }) => values.name === people(3)[2]?.name);
    const change = { values: { job: "retired" } };
    await office.clerk("PATCH", `/registers/residents/records/${one?.id}`, change, { "if-match": '"1"' });
    const undo = await office.call("POST", `${PATH}/${id}/undo`);
    expect([undo.status, undo.body.code, undo.body.rows]).toEqual([409, "undo-refused", [4]]);
    await office.pump.run();
    expect(await office.records("residents")).toHaveLength(12);
  });

  test("is refused when something else has come to refer to what it made", async () => {
    const office = await openOffice();
    const { id } = await office.take(await plainRoster(people(6)));
    const [one] = await office.records("residents");
    const target = { resident: one?.id, kind: "alone-old", from: "2026-01-01" };
    const made = await office.clerk("POST", "/registers/service-targets/records", { values: target });
    expect(made.status).toBe(201);
    expect((await office.call("POST", `${PATH}/${id}/undo`)).status).toBe(409);
  });

  test("needs an import that was taken", async () => {
    const office = await openOffice();
    const { body } = await office.send(PATH, await plainRoster(people(3)));
    expect((await office.call("POST", `${PATH}/${body.id}/undo`)).status).toBe(409);
  });
});

describe("a file that cannot be taken", () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  const refusal = async (file: Uint8Array | string, type = XLSX, path = PATH) => {
    const { status, body } = await office.send(path, file, type);
    return [status, body.fields?.[0]?.code ?? body.code];
  };

  test("is refused with the reason, never with an error of ours", async () => {
    expect(await refusal(new Uint8Array())).toEqual([422, "file-empty"]);
    expect(await refusal(utf8("PK\u0003\u0004"))).toEqual([422, "file-unreadable"]);
    expect(await refusal(utf8("1,2\n3,4\n"), BYTES)).toEqual([422, "no-header"]);
    expect(await refusal(utf8("姓名,身份证号\n"), BYTES)).toEqual([422, "no-rows"]);
    expect(await refusal(await encryptedWorkbook([["姓名"], ["李"]]))).toEqual([422, "file-encrypted"]);
    expect(await refusal(zipStating("xl/workbook.xml", new Uint8Array(9), 3_000_000_000))).toEqual([
      413,
      "file-too-large",
    ]);
    expect(await refusal(utf8(`姓名\n${"李志明\n".repeat(100_200)}`), BYTES)).toEqual([422, "file-too-many-rows"]);
    expect(await refusal(new Uint8Array(4 * 1024 * 1024 + 1))).toEqual([413, "too-large"]);
    expect(await refusal(await plainRoster(people(1)), "multipart/form-data")).toEqual([415, "wrong-type"]);
    expect(await refusal(await plainRoster(people(1)), "application/x-www-form-urlencoded")).toEqual([
      415,
      "wrong-type",
    ]);
    expect(await refusal("姓名,性别\n\ufffd\ufffd,男\n", "text/csv")).toEqual([415, "file-encoding"]);
    expect(await refusal("{", "application/json")).toEqual([400, "unreadable"]);
    expect(await refusal("{}", "application/json")).toEqual([422, "required"]);
  });

  test("may have the wrong ending: a csv sent as a workbook is a csv", async () => {
    expect((await office.send(PATH, inGbk(addressCsv(people(3))), XLSX)).body.counts.new).toBe(3);
  });

  test("is not looked at where the caller may not import, and lists that live by actions are not imported", async () => {
    const file = await plainRoster(people(1));
    for (const list of ["posts", "sign-ups"]) {
      expect((await refusal(file, XLSX, `/registers/${list}/imports`))[0]).toBe(403);
    }
    expect((await refusal(file, XLSX, "/registers/nothing/imports"))[0]).toBe(404);
    expect((await refusal(file, XLSX, `/api/communities/${OTHER_COMMUNITY}${PATH}`))[0]).toBe(404);
    expect((await refusal(file, XLSX, `/api/communities/500100009999${PATH}`))[0]).toBe(404);
    const secretary = await office.linli.as(["secretary"]);
    expect((await secretary("POST", PATH, file, { "content-type": XLSX })).status).toBe(403);
  });

  test("is found by nobody under another list, another community or a made-up id", async () => {
    const { body } = await office.send(PATH, await plainRoster(people(1)));
    const neighbour = await office.linli.as(["clerk"], { community: OTHER_COMMUNITY });
    expect((await neighbour("GET", `${PATH}/${body.id}`)).status).toBe(404);
    expect((await office.call("GET", `/registers/households/imports/${body.id}`)).status).toBe(404);
    expect((await office.call("POST", `${PATH}/nothing/commit`)).status).toBe(404);
  });
});

const text = (header: string) => ({ header, type: "text" as const, width: 10 });

/** What the lists hold, whatever the versions. */
async function stateOf(office: Office) {
  const lists = ["residents", "households", "dwellings", "groups"];
  return Promise.all(lists.map(async (list) => (await office.records(list)).map(({ id, values }) => ({ id, values }))));
}

/** What the table keeps of all imports so far, as it stands there. */
async function everything({ linli }: Office): Promise<Record<string, unknown>[]> {
  const query = async (pk: string) => {
    const KeyConditionExpression = "pk = :pk";
    const input = { TableName: TEST_TABLES.records, KeyConditionExpression, ExpressionAttributeValues: { ":pk": pk } };
    return (await linli.documents.send(new QueryCommand({ ...input, ConsistentRead: true }))).Items ?? [];
  };
  const jobs = await query(`J#${COMMUNITY}`);
  const parts = await Promise.all(jobs.map(({ sk }) => query(`P#${String(sk)}`)));
  return [...jobs, ...parts.flat()];
}
