import { beforeEach, describe, expect, it } from "vitest";
import { writeXlsx } from "../../../shared/files/write-file.ts";
import type { Caller } from "../../support/api.ts";
import { type JobsPump, openJobsPump } from "../../support/pump-jobs.ts";
import {
  acted,
  approved,
  balance,
  codesOf,
  EXPENSE,
  entered,
  INCOME,
  type Office,
  openOffice,
  paid,
} from "./office.ts";

let office: Office;
let jobs: JobsPump;
beforeEach(async () => {
  office = await openOffice();
  jobs = await openJobsPump(office, office.deps);
});

type Row = readonly (string | number)[];
const HEADINGS = ["日期", "凭证号", "摘要", "收入（元）", "支出（元）", "结余（元）"];
/** A year's cash book of so many entries, with its opening, monthly totals and last balance. */
function cashBook(count: number): { rows: Row[]; closingFen: number } {
  let balanceFen = 300_000;
  const rows: Row[] = [["2025-01-01", "", "上年结转", "", "", balanceFen / 100]];
  for (let index = 0; index < count; index += 1) {
    const isIn = index % 3 === 0;
    const fen = 1_000 + index;
    balanceFen += isIn ? fen : -fen;
    const day = `2025-${String(1 + Math.floor((index * 12) / count)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
    const no = `${isIn ? "收" : "付"}字${String(index + 1).padStart(4, "0")}`;
    rows.push([day, no, isIn ? "爱心捐款" : "水电费", isIn ? fen / 100 : "", isIn ? "" : fen / 100, balanceFen / 100]);
    if (index % 20 === 19) rows.push([day, "", "本月合计", "", "", balanceFen / 100]);
  }
  return { rows, closingFen: balanceFen };
}
const fileOf = (rows: readonly Row[]) =>
  writeXlsx({
    name: "现金日记账",
    columns: HEADINGS.map((header) => ({ header, type: "text" as const, width: 12 })),
    rows: rows.map((row) => row.map(String)),
  });
const TYPE = { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

type Preview = {
  id: string;
  state: string;
  undone: boolean;
  openingFen: number;
  incomeFen: number;
  expenseFen: number;
  closingFen: number;
  rows: { row: number; state: string; line?: string; source?: string; problems: { code: string }[] }[];
};
const start = async (caller: Caller, rows: readonly Row[]) => {
  const answer = await caller("POST", "/ledger/imports", await fileOf(rows), TYPE);
  return { ...answer, preview: answer.body as unknown as Preview };
};
const imported = async (rows: readonly Row[]) => {
  const { preview } = await start(office.cashier, rows);
  expect((await office.director("POST", `/ledger/imports/${preview.id}/commit`)).status).toBe(202);
  await jobs.run();
  return preview;
};
const list = async () => {
  const { body } = await office.accountant("GET", "/ledger/vouchers?year=2025");
  return (body as unknown as { vouchers: Record<string, unknown>[] }).vouchers;
};

describe("S8.19 a past cash book comes in as opening history", () => {
  it("is looked at first: opening, income, expense, closing, and every row with the line its words mean", async () => {
    const { rows, closingFen } = cashBook(50);
    const { status, preview } = await start(office.cashier, rows);
    expect(status).toBe(201);
    expect(preview).toMatchObject({ openingFen: 300_000, closingFen, state: "ready" });
    expect(preview.openingFen + preview.incomeFen - preview.expenseFen).toBe(closingFen);
    expect(preview.rows).toHaveLength(50);
    expect(preview.rows[0]).toMatchObject({ state: "new", line: "donation", source: "3", problems: [] });
    expect(await balance(office)).toEqual({ cashFen: 0, bankFen: 0 });
    expect(await list()).toEqual([]);
  });

  it("closes at its balance once the director has confirmed it, in a series of its own, the old number kept", async () => {
    const { rows, closingFen } = cashBook(205);
    await imported(rows);
    expect(await balance(office)).toEqual({ cashFen: closingFen, bankFen: 0 });
    expect(await balance(office, "2025-12-31")).toEqual({ cashFen: closingFen, bankFen: 0 });
    expect(await balance(office, "2024-12-31")).toEqual({ cashFen: 0, bankFen: 0 });
    expect(await balance(office, "2025-01-01")).toEqual({ cashFen: 301_000, bankFen: 0 });
    const vouchers = await list();
    expect(vouchers).toHaveLength(205);
    expect(new Set(vouchers.map(({ no }) => no)).size).toBe(205);
    expect(
      vouchers.every(({ imported: is, hash, state }) => is === true && hash === undefined && state === "imported"),
    ).toBe(true);
    expect(vouchers.map(({ documentNo }) => documentNo)).toContain("付字0002");
    // What follows begins with number one and an empty chain.
    expect(await approved(office, INCOME)).toMatchObject({ no: "收0001", previousHash: null });
    const { body } = await office.accountant("GET", "/ledger/months/2025-12");
    const { table } = body as unknown as { table: { closing: { cashFen: number }; vouchers: number } };
    expect(table.closing.cashFen).toBe(closingFen);
  });

  it("is entered under the lines that were corrected, and its month's table shows them", async () => {
    const { rows } = cashBook(6);
    const { preview } = await start(office.cashier, rows);
    const path = `/ledger/imports/${preview.id}`;
    const [paidFirst, other] = preview.rows.filter(({ line }) => line === "water-power");
    const lines = { [String(paidFirst?.row)]: "maintenance" };
    expect((await office.council("PATCH", path, { lines })).status).toBe(403);
    const wrong = { [String(other?.row)]: "rent", 999: "office" };
    expect(codesOf(await office.cashier("PATCH", path, { lines: wrong }))).toEqual([
      `lines.${other?.row} not-in-list`,
      "lines.999 unknown-field",
    ]);
    const corrected = (await office.cashier("PATCH", path, { lines })).body as unknown as Preview;
    expect(corrected.rows.find(({ row }) => row === paidFirst?.row)?.line).toBe("maintenance");
    expect(corrected.rows.find(({ row }) => row === other?.row)?.line).toBe("water-power");
    await office.director("POST", `${path}/commit`);
    expect((await office.cashier("PATCH", path, { lines })).status).toBe(409);
    await jobs.run();
    expect((await list()).filter(({ line }) => line === "maintenance")).toHaveLength(1);
    const day = String((await list()).find(({ line }) => line === "maintenance")?.date);
    const month = (await office.accountant("GET", `/ledger/months/${day.slice(0, 7)}`)).body as unknown as {
      table: { expense: { line: string }[] };
    };
    expect(month.table.expense.map(({ line }) => line)).toContain("maintenance");
  });

  it("is the director's act and nobody else's, done once however often it is asked for", async () => {
    const { rows, closingFen } = cashBook(30);
    const { preview } = await start(office.cashier, rows);
    const path = `/ledger/imports/${preview.id}/commit`;
    for (const caller of [office.cashier, office.accountant, office.council]) {
      expect((await caller("POST", path)).status).toBe(403);
    }
    expect((await start(office.council, rows)).status).toBe(403);
    const answers = await Promise.all([office.director("POST", path), office.director("POST", path)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await jobs.run();
    expect((await office.director("POST", path)).status).toBe(202);
    await jobs.run();
    expect(await balance(office)).toEqual({ cashFen: closingFen, bankFen: 0 });
    expect(await list()).toHaveLength(30);
  });

  it("is not taken with a row that is wrong; the row is named", async () => {
    const { rows } = cashBook(6);
    const { preview } = await start(office.cashier, [
      ...rows,
      ["2025-13-01", "9", "水费", "", 3, ""],
      ["2025-12-30", "9", "水费", "", 3, 1],
    ]);
    expect(
      preview.rows.filter(({ state }) => state === "error").map(({ row, problems }) => [row, problems[0]?.code]),
    ).toEqual([
      [9, "not-a-date"],
      [10, "balance-differs"],
    ]);
    const answer = await office.director("POST", `/ledger/imports/${preview.id}/commit`);
    expect([answer.status, codesOf(answer)]).toEqual([
      422,
      ["rows.9.date not-a-date", "rows.10.balance balance-differs"],
    ]);
    expect(await list()).toEqual([]);
  });

  it("closes its days; its vouchers are neither edited, deleted nor moved", async () => {
    await imported(cashBook(10).rows);
    const late = await office.cashier("POST", "/ledger/vouchers", { ...EXPENSE, date: "2025-11-30" });
    expect([late.status, codesOf(late)]).toEqual([422, ["date day-closed"]]);
    const [voucher] = await list();
    const path = `/registers/vouchers/records/${String(voucher?.id)}`;
    const headers = { "if-match": '"1"' };
    expect(codesOf(await office.cashier("PATCH", path, { values: { summary: "x" } }, headers))).toEqual([
      "summary locked",
    ]);
    expect((await office.cashier("DELETE", path, undefined, headers)).status).toBe(409);
    expect((await office.director("POST", `/ledger/vouchers/${String(voucher?.id)}/approve`)).status).toBe(409);
  });

  it("is taken back as a whole, and may then come again", async () => {
    const { rows, closingFen } = cashBook(45);
    const { id } = await imported(rows);
    expect((await office.cashier("POST", `/ledger/imports/${id}/undo`)).status).toBe(403);
    expect((await office.director("POST", `/ledger/imports/${id}/undo`)).status).toBe(202);
    await jobs.run();
    expect((await office.director("GET", `/ledger/imports/${id}`)).body).toMatchObject({ state: "done", undone: true });
    expect([await list(), await balance(office)]).toEqual([[], { cashFen: 0, bankFen: 0 }]);
    await entered(office, { ...EXPENSE, date: "2025-12-31" });
    await imported(rows);
    expect([(await list()).length, await balance(office)]).toEqual([46, { cashFen: closingFen, bankFen: 0 }]);
  });

  it("stays once the books have gone on: a day closed, a voucher reversed, its money spent", async () => {
    const { rows, closingFen } = cashBook(12);
    const { id } = await imported(rows);
    const undo = () => office.director("POST", `/ledger/imports/${id}/undo`);
    await paid(office, { ...EXPENSE, amountFen: closingFen });
    expect([(await undo()).status, codesOf(await undo())]).toEqual([409, ["book overdrawn-cash"]]);
    await approved(office, { ...INCOME, amountFen: closingFen });
    const [voucher] = await list();
    await acted(office.director, String(voucher?.id), "reverse", { reason: "Wrong" });
    expect((await undo()).body).toMatchObject({ status: 409, code: "undo-refused", rows: [3] });
    await office.cashier("POST", "/ledger/days/2026-06-01/close", { countedFen: (await balance(office)).cashFen });
    expect(codesOf(await undo())).toEqual(["date day-closed"]);
  });

  it("comes before everything else: not after days were closed, and not twice", async () => {
    const { rows } = cashBook(8);
    await imported(rows);
    const second = await start(office.director, rows);
    const twice = await office.director("POST", `/ledger/imports/${second.preview.id}/commit`);
    expect([twice.status, codesOf(twice)]).toEqual([409, ["book opening-exists"]]);
    const other = await openOffice();
    await approved(other, INCOME);
    await other.cashier("POST", "/ledger/days/2026-06-01/close", { countedFen: 1_000_000 });
    const late = await start(other.director, rows);
    const refused = await other.director("POST", `/ledger/imports/${late.preview.id}/commit`);
    expect([refused.status, codesOf(refused)]).toEqual([409, ["date opening-too-late"]]);
  });

  it("is told apart from files that are none", async () => {
    const file = (bytes: Uint8Array) => office.cashier("POST", "/ledger/imports", bytes, TYPE);
    const noBook = await file(
      await writeXlsx({ name: "A", columns: [{ header: "姓名", type: "text", width: 9 }], rows: [["王"]] }),
    );
    expect([noBook.status, codesOf(noBook)]).toEqual([422, ["file no-cash-book"]]);
    expect((await file(new Uint8Array())).status).toBe(422);
    expect((await office.cashier("POST", "/ledger/imports", { columns: [] })).status).toBe(415);
    expect((await office.cashier("GET", "/ledger/imports/none")).status).toBe(404);
  });
});
