import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createForm } from "../../../functions/form/app.ts";
import { areaKey } from "../../../functions/guard/account-keys.ts";
import { answerMove } from "../../../functions/moving/direct.ts";
import { exportCommunity } from "../../../infra/local/moving/export-community.ts";
import { type MovedItem, openMovingFile } from "../../../infra/local/moving/file.ts";
import { importCommunity } from "../../../infra/local/moving/import-community.ts";
import { takeSnapshot } from "../../../infra/local/moving/stored-items.ts";
import { readItems } from "../../../infra/local/verify/read-items.ts";
import { verify } from "../../../infra/local/verify/verify.ts";
import { homeOf, type KeptItem, ownerOfCount, ownerOfRecord } from "../../../shared/rules/moving/owner.ts";
import { asGivenOutEarlier } from "../../functions/form/earlier-receipts.ts";
import { hiddenInputs } from "../../functions/form/forms.ts";
import { openTestSurveys, type TestSurveys } from "../../functions/surveys/surveys.ts";
import { type Caller, COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";
import { type CountsPump, openCountsPump } from "../../support/pump-counts.ts";

const PASSPHRASE = "four quiet lanes behind the hill";
const NUMBER = "500100195603197890";
const THERE = "11010519491231002X";
const residents = "/registers/residents/records";
const folder = mkdtempSync(join(tmpdir(), "linli-move-"));
const file = join(folder, "community.jsonl");
let old: TestSurveys;
let before: {
  resident: string;
  household: string;
  receipt: string;
  /** One of an earlier version, with a shorter address. */
  earlier: string;
  code: string;
  survey: string;
  form: string;
  door: string;
};

type Place = { linli: TestApi; pump: CountsPump; clerk: Caller; house: Parameters<typeof importCommunity>[0] };

const houseOf = ({ engine, deps }: Pick<TestApi, "engine" | "deps">) => ({
  engine,
  invoke: (event: unknown) => answerMove(deps, event),
});

/** Another installation, with its own root key, the street and the community's empty place. */
async function newPlace(): Promise<Place> {
  const linli = await openTestApi();
  linli.clock.now = old.clock.now + 3_600_000;
  const clerk = await linli.as(["clerk"], { community: OTHER_COMMUNITY });
  return { linli, pump: await openCountsPump(linli, linli.deps), clerk, house: houseOf(linli) };
}

async function all(moved: AsyncIterable<MovedItem>): Promise<KeptItem[]> {
  const items: KeptItem[] = [];
  for await (const { item } of moved) items.push(item);
  return items;
}

/** Everything of a community that moves, but for codes that are looked up under the installation's own key. */
async function belongings(engine: TestApi["engine"]): Promise<string[]> {
  const snapshot = await takeSnapshot(engine);
  const [records, counts] = [await all(snapshot.items("records")), await all(snapshot.items("counts"))];
  snapshot.close();
  const homes = new Map(records.map(homeOf).filter((home) => home !== undefined));
  const isMine = (owner: ReturnType<typeof ownerOfRecord>) =>
    typeof owner === "object" && owner.community === COMMUNITY;
  return [
    ...records.filter((item) => isMine(ownerOfRecord(item, homes))),
    ...counts.filter((item) => isMine(ownerOfCount(item))),
  ]
    .map((item) => (item.sk === "RECEIPT" ? { ...item, pk: "Q" } : item))
    .map((item) => JSON.stringify(Object.entries(item).toSorted()))
    .toSorted();
}

/** Somebody of the community at the new place, whose session is opened there. */
const clerkOf = ({ linli }: Place) => linli.as(["clerk", "director"], { account: "account-of-the-tests" });

beforeAll(async () => {
  old = await openTestSurveys();
  const { clerk } = old;
  const [home = ""] = await old.homes(1);
  const households = await clerk("GET", "/registers/households/records");
  const household = households.body.records[0]?.id ?? "";
  const resident = await clerk("POST", residents, { values: { name: "李志明", household, idNo: NUMBER } });
  await clerk("PATCH", `${residents}/${resident.body.id}`, { values: { job: "retired" } }, { "if-match": "1" });
  const event = await old.event();
  const signedUp = await old.signUp(event.code, { name: "张三", phone: "13900000001", age: "70" });
  const page = (await old.get(signedUp.location)).text;
  const earlier = await old.signUp(event.code, { name: "李四", phone: "13900000002", age: "70" });
  await asGivenOutEarlier(old.deps, earlier.location);
  const survey = await old.survey({ onePer: "household", anonymous: false });
  const door = (await old.codes(survey.id)).find(({ dwelling }) => dwelling === home)?.code ?? "";
  await old.as(["clerk"], { account: "account-of-the-clerk", name: "Zhou Min" });
  const other = await old.as(["clerk"], { community: OTHER_COMMUNITY, account: "account-of-elsewhere" });
  const kind = { name: "别处", kind: "company" };
  expect((await other("POST", "/registers/bodies/records", { values: kind })).status).toBe(201);
  await old.pump.run();
  before = {
    resident: resident.body.id,
    household,
    receipt: signedUp.location,
    earlier: earlier.location.slice(0, -6),
    code: /class="code">(\w{4} \w{4})</.exec(page)?.[1] ?? "",
    survey: survey.id,
    form: survey.code,
    door,
  };
  await exportCommunity(houseOf(old), COMMUNITY, file, PASSPHRASE, new Date(old.clock.now));
}, 60_000);

afterAll(async () => {
  await old.engine.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a community in a file", () => {
  test("is all of it and nothing of another, with no key, login or sealed number to be read", async () => {
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain(OTHER_COMMUNITY);
    expect(text).not.toContain("别处");
    expect(text).not.toContain(NUMBER);
    expect(text).not.toMatch(/"(login|password|totp)"/);
    expect(text).not.toContain(`"S#${COMMUNITY}"`);
    const kept = [...(await belongings(old.engine))].length;
    const moved = [];
    for await (const { table } of (await openMovingFile(file)).items()) if (table !== "accounts") moved.push(table);
    expect(moved).toHaveLength(kept);
  });

  test("verifies without any key, and changed by one byte it is refused", async () => {
    const [verdict] = await verify(readItems(file), { community: COMMUNITY });
    expect(verdict?.broken).toBeUndefined();
    expect(verdict?.held.entries).toBeGreaterThan(5);
    const changed = join(folder, "changed.jsonl");
    writeFileSync(changed, readFileSync(file, "utf8").replace("李志明", "李志朋"));
    await expect(openMovingFile(changed)).rejects.toThrow("damaged");
    const cut = join(folder, "cut.jsonl");
    writeFileSync(cut, readFileSync(file, "utf8").split("\n").slice(0, -3).join("\n"));
    await expect(openMovingFile(cut)).rejects.toThrow("damaged");
    appendFileSync(cut, "no json\n");
    await expect(openMovingFile(cut)).rejects.toThrow("damaged");
    writeFileSync(cut, "something else\n");
    await expect(openMovingFile(cut)).rejects.toThrow("no file of a community");
  });

  test("is not written for a community without records, and leaves nothing half done", async () => {
    const none = join(folder, "none.jsonl");
    const asked = exportCommunity(houseOf(old), "500100001009", none, PASSPHRASE, new Date());
    await expect(asked).rejects.toThrow("no records");
    expect(existsSync(none)).toBe(false);
  });
});

describe("a community that moved house", () => {
  let place: Place;
  let clerk: Caller;
  beforeAll(async () => {
    place = await newPlace();
    await importCommunity(place.house, file, PASSPHRASE);
    await place.pump.run();
    clerk = await clerkOf(place);
  }, 60_000);
  afterAll(() => place.linli.engine.close());

  test("holds every item it held, to the letter: records, histories with their hashes, guards, figures", async () => {
    const here = (await belongings(place.linli.engine)).filter((item) => !item.includes("account-of-the-tests"));
    expect(here).toEqual(await belongings(old.engine));
  });

  test("finds a number, refuses it twice, opens it, and seals new ones under the keys it brought", async () => {
    const shown = { field: "idNo", reason: "办理医保" };
    expect((await clerk("POST", `${residents}/${before.resident}/reveal`, shown)).body).toEqual({ value: NUMBER });
    const { household } = before;
    const twin = await clerk("POST", residents, { values: { name: "同号", household, idNo: NUMBER } });
    expect(twin.body.fields).toMatchObject([{ path: "idNo", code: "not-unique" }]);
    const made = await clerk("POST", residents, { values: { name: "新人", household, idNo: THERE } });
    expect(made.status).toBe(201);
    expect((await clerk("POST", `${residents}/${made.body.id}/reveal`, shown)).body).toEqual({ value: THERE });
    const history = await clerk("GET", `${residents}/${before.resident}/history`);
    expect(history.body.map(({ action }) => action)).toEqual(["reveal", "edit", "create"]);
  });

  test("finds a resident's receipt by its address and by its printed code, and takes answers by the doors' codes", async () => {
    const form = createForm(place.linli.deps);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const source = { event: { requestContext: { http: { sourceIp: "10.0.0.9" } } } };
    const send = (path: string, body: Record<string, string>) =>
      form.request(path, { method: "POST", headers, body: new URLSearchParams(body).toString() }, source);
    const receipt = await form.request(before.receipt);
    expect(await receipt.text()).toContain('data-state="ok"');
    expect(await (await form.request(before.earlier)).text()).toContain('data-state="ok"');
    expect((await form.request(before.receipt.slice(0, -6))).status).toBe(404);
    const found = await send("/r/find", { code: before.code, last: "0001" });
    expect(found.headers.get("location")).toBe(before.receipt);
    const page = hiddenInputs(await (await form.request(`/f/${before.form}`)).text());
    place.linli.clock.now += 5_000;
    const answer = { use: "没去过", householdCode: before.door, consent: "1" };
    expect((await send(`/f/${before.form}`, { ...page, ...answer })).status).toBe(303);
  });

  test("brings who holds its posts by name, to be given a new link, and nobody of elsewhere", async () => {
    const director = await place.linli.as([], { areas: [{ code: "500100001", role: "street" }] });
    const listed = await director("GET", "/accounts");
    const { accounts } = listed.body as unknown as { accounts: { account: string; name: string; state: string }[] };
    const moved = accounts.find(({ account }) => account === "account-of-the-clerk");
    expect(moved).toMatchObject({ name: "Zhou Min", state: "invited" });
    expect((await director("POST", "/accounts/account-of-the-clerk/invitations", {})).status).toBe(201);
    expect(readFileSync(file, "utf8")).not.toContain("account-of-elsewhere");
  });

  test("is not taken in twice, nor over records that are there", async () => {
    await expect(importCommunity(place.house, file, PASSPHRASE)).rejects.toThrow("already");
    await expect(importCommunity(houseOf(old), file, PASSPHRASE)).rejects.toThrow("has records here already");
  });
});

describe("an import", () => {
  test("with the wrong passphrase, or before its street is there, changes nothing", async () => {
    const { linli, house } = await newPlace();
    const nothing = await belongings(linli.engine);
    await expect(importCommunity(house, file, "not the right passphrase")).rejects.toThrow("not the passphrase");
    expect(await belongings(linli.engine)).toEqual(nothing);
    const Key = areaKey(COMMUNITY.slice(0, 9));
    await linli.deps.documents.send(new DeleteCommand({ TableName: linli.deps.tables.records, Key }));
    await expect(importCommunity(house, file, PASSPHRASE)).rejects.toThrow("create it first");
    expect(await belongings(linli.engine)).toEqual(nothing);
    await linli.engine.close();
  });

  test("cut off before or after one of its writes shows nobody a half, and begun again ends the same", async () => {
    const wanted = await belongings(old.engine);
    const whole = await newPlace();
    const writes = dyingAfter(whole.linli.engine, Number.POSITIVE_INFINITY);
    await importCommunity(whole.house, file, PASSPHRASE);
    await whole.linli.engine.close();
    expect(writes.count).toBeGreaterThan(8);
    for (const at of [0, 2, 3, Math.ceil(writes.count / 2), writes.count - 2, writes.count - 1]) {
      const { linli, pump, house } = await newPlace();
      const deadly = dyingAfter(linli.engine, at);
      await expect(importCommunity(house, file, PASSPHRASE)).rejects.toThrow("killed");
      deadly.revive();
      // What had come was counted meanwhile.
      await pump.run();
      const again = importCommunity(house, file, PASSPHRASE);
      // Only its answer was lost, where it died after its very last write.
      const isOver = at === writes.count - 1 && at % 2 === 1;
      if (isOver) await expect(again).rejects.toThrow("already");
      else await again;
      await pump.run();
      expect(await belongings(linli.engine)).toEqual(wanted);
      await linli.engine.close();
    }
  }, 180_000);
});

/** Ends what is done at its n-th write: every second time before it is written, else after. */
function dyingAfter(engine: TestApi["engine"], deadly: number) {
  const send = engine.send.bind(engine);
  const state = { count: 0, revive: () => Object.assign(engine, { send }) };
  const mortal: typeof engine.send = async (operation, input) => {
    if (!/^(Put|Update|BatchWrite|TransactWrite)/.test(operation)) return send(operation, input);
    state.count += 1;
    if (state.count <= deadly) return send(operation, input);
    if (deadly % 2 === 1 && state.count === deadly + 1) await send(operation, input);
    throw new Error("killed");
  };
  Object.assign(engine, { send: mortal });
  return state;
}
