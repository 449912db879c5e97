import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runChangedJobs } from "../../functions/jobs/stream.ts";
import { restoreBackup, takeBackup } from "../../infra/local/backup.ts";
import { readItems } from "../../infra/local/verify/read-items.ts";
import { verify } from "../../infra/local/verify/verify.ts";
import { breakInWords } from "../../shared/words/verify.ts";
import { known, sealed } from "../functions/blocks/world.ts";
import { approved, EXPENSE, INCOME, type Office } from "../functions/ledger/office.ts";
import { type Desk, done, openDesk, page, posted, TRIP } from "../functions/publications/desk.ts";
import { COMMUNITY } from "../support/api.ts";

const DAY = 86_400_000;
const root = mkdtempSync(join(tmpdir(), "linli-verify-test-"));
const data = join(root, "data");
let backup: string;
let board: string;
let desk: Desk;

beforeAll(async () => {
  mkdirSync(data);
  desk = await openDesk({ file: join(data, "linli.sqlite") });
  const { deps, clock } = desk;
  await known(deps);
  await posted(desk);
  await vouchers();
  const event = (await done(desk.clerk("POST", "/registers/events/records", { values: TRIP }), 201)).body.id;
  const guest = { event, channel: "phone", name: "过期甲", phone: "13700000001", health: "药-甲" };
  await done(desk.clerk("POST", "/registers/sign-ups/records", { values: guest }), 201);
  const group = (await done(desk.clerk("POST", "/registers/groups/records", { values: { no: 1 } }), 201)).body;
  clock.now += DAY;
  await sealed(deps);
  const first = { "if-match": String(group.version) };
  await done(desk.clerk("PATCH", `/registers/groups/records/${group.id}`, { values: { no: 2 } }, first));
  clock.now += DAY;
  await sealed(deps);
  // Thirty days after the event its sign-ups are deleted for good, and the day after that is sealed.
  clock.now = Date.parse("2026-07-12T00:05:00+08:00");
  await sealed(deps);
  const Keys = { pk: { S: `J#${COMMUNITY}` }, sk: { S: `retention-${COMMUNITY}-2026-07-12` } };
  await runChangedJobs(deps, { Records: [{ dynamodb: { Keys, SequenceNumber: "1" } }] });
  clock.now += DAY;
  await sealed(deps);
  board = (await page(desk, `/c/${COMMUNITY}?lang=en`)).html;
  backup = await takeBackup(data, join(root, "backups"), new Date(clock.now), desk.engine.copyTo);
});
afterAll(async () => {
  await desk?.engine.close();
  rmSync(root, { recursive: true, force: true });
});

/** One voucher in and one out, approved. */
async function vouchers() {
  const staff = async (post: string) => desk.as([post], { name: post });
  const office: Office = {
    ...desk,
    cashier: await staff("cashier"),
    accountant: await staff("accountant"),
    council: await staff("council"),
  };
  for (const values of [INCOME, EXPENSE]) await approved(office, values);
}

const verdictOf = async (path: string) =>
  (await verify(readItems(path), { whole: true })).find(({ community }) => community === COMMUNITY);

/** What the command prints and ends with. */
const verifying = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((done) => {
    const command = resolve("infra/local/verify/command.ts");
    execFile(process.execPath, [command, ...args], (error, out, err) =>
      done({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });

/** A copy of the backup in which somebody with the database file in hand has changed something. */
function tampered(name: string, change: (database: DatabaseSync) => void): string {
  const copy = join(root, name);
  cpSync(backup, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, "linli.sqlite"));
  change(database);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  return copy;
}

const replaced = (pk: string, from: string, to: string) => (database: DatabaseSync) => {
  const { changes } = database.prepare("UPDATE items SET body = replace(body, ?, ?) WHERE hash = ?").run(from, to, pk);
  expect(changes).toBeGreaterThan(0);
};

describe("npm run verify", () => {
  test("a backup holds without its key, lawful deletions included, and so does what is restored from it", async () => {
    const verdict = await verdictOf(backup);
    expect(verdict).toMatchObject({ held: { emptied: 1, beside: { vouchers: 2, posted: 1 }, latest: { number: 4 } } });
    expect(verdict?.broken).toBeUndefined();
    const restored = join(root, "restored");
    restoreBackup(backup, restored, undefined);
    expect(await verdictOf(restored)).toEqual(verdict);
  });

  test("says so in both languages and ends with 0; the head copied from the public board fits, another does not", async () => {
    const [, number, hash] = /no\. (\d+) of [^:]+: <b>([0-9a-f ]+)<\/b>/.exec(board) ?? [];
    const head = `${number} ${hash}`;
    const right = await verifying(backup, "--community", COMMUNITY, "--head", head);
    expect([right.code, right.said]).toEqual([0, expect.stringMatching(/完好[\s\S]*holds/)]);
    const wrong = await verifying(backup, "--community", COMMUNITY, "--head", `${number} 0000 0000 0000 0000`);
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining("Block 4 has another hash")]);
    expect((await verifying(root)).code).toBe(2);
    expect((await verifying(backup, "--head", head)).said).toContain("--community");
  });

  test("reads the same from a file of one item a line", async () => {
    const lines: string[] = [];
    for await (const item of readItems(backup)) lines.push(JSON.stringify(item));
    const file = join(root, "export.ndjson");
    writeFileSync(file, lines.join("\n"));
    expect(await verdictOf(file)).toEqual(await verdictOf(backup));
    writeFileSync(file, lines.filter((line) => /^{"pk":"[HZ]#/.test(line)).join("\n"));
    const alone = await verifying(file);
    expect([alone.code, alone.said]).toEqual([0, expect.stringContaining("were not looked at")]);
    writeFileSync(file, `${lines.join("\n").slice(0, -10)}`);
    expect((await verifying(file)).said).toContain("damaged");
  });

  test.each([
    [
      "a group's number in its record",
      replaced(`R#groups#${COMMUNITY}`, '"no":{"N":"2"}', '"no":{"N":"3"}'),
      /"Resident groups", column "No/,
    ],
    [
      "who changed a group",
      replaced(`H#groups#${COMMUNITY}`, '"name":{"S":"Clerk"}', '"name":{"S":"Nobody"}'),
      /version 1 of record .* "Resident groups" .*altered/,
    ],
    [
      "a voucher's amount",
      replaced(`R#vouchers#${COMMUNITY}`, String(EXPENSE.amountFen), "999900"),
      /of "Vouchers", column "Amount/,
    ],
    ["a posted notice", replaced(`Y#${COMMUNITY}`, "停水", "停电"), /publications breaks at no\. 1/],
    [
      "the day of a block",
      replaced(`Z#${COMMUNITY}`, '"day":{"S":"2026-06-02"}', '"day":{"S":"2026-06-01"}'),
      /Block 1 was changed/,
    ],
    [
      "a change that is taken out",
      (database: DatabaseSync) =>
        database.exec(`DELETE FROM items WHERE hash = 'H#groups#${COMMUNITY}' AND body LIKE '%"version":{"N":"2"}%'`),
      /version 2 of record .* "Resident groups" is gone: block 2 sealed it/,
    ],
    [
      "a block that is taken out",
      (database: DatabaseSync) =>
        database.exec(`DELETE FROM items WHERE hash = 'Z#${COMMUNITY}' AND range = 'B#00000002'`),
      /Block 2 is missing/,
    ],
    [
      "a deletion's own entry",
      (database: DatabaseSync) =>
        database.exec(`DELETE FROM items WHERE hash = 'H#sign-ups#${COMMUNITY}' AND body LIKE '%"emptied"%'`),
      /of record .* "Sign-ups" is gone: block 1 sealed it/,
    ],
  ])("finds and names %s", async (name, change, said) => {
    const broken = (await verdictOf(tampered(name, change)))?.broken;
    if (!broken) throw new Error("Nothing was found.");
    const { zh, en } = breakInWords(broken);
    expect(en).toMatch(said);
    expect(zh).toMatch(/[一-龥]/);
  });
});
