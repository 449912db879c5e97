import { areaKey } from "../../functions/guard/account-keys.ts";
import { runChangedJobs } from "../../functions/jobs/stream.ts";
import type { Meter } from "../../functions/keys/meter.ts";
import { openItems } from "../../functions/store/items.ts";
import { writeXlsx } from "../../shared/files/write-file.ts";
import { type Caller, openTestApi, type TestApi } from "../support/api.ts";
import { TEST_TABLES } from "../support/tables.ts";
import type { Bench } from "./bench-types.ts";
import { metered } from "./metered.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";
import { printTable } from "./table.ts";

type Desk = {
  readonly cashier: Caller;
  readonly director: Caller;
  readonly accountant: Caller;
  readonly council: Caller;
};

const INCOME = {
  kind: "in",
  date: "2026-06-01",
  book: "cash",
  amountFen: 1_000_000,
  line: "office-fund",
  source: "1",
  summary: "Bench",
  documentKind: "receipt",
  documentNo: "R",
};
const EXPENSE = { ...INCOME, kind: "out", line: "office", amountFen: 100, documentKind: "invoice" };

/** Approval of vouchers at one and at eight directors of different communities at once; units of each act of the books. */
export const benchLedger: Bench = async ({ quick }) => {
  const each = quick ? 20 : 150;
  const test = await openTestApi(PLAIN_ENGINE);
  const desks = await Promise.all(Array.from({ length: 8 }, (_, index) => openDesk(test, index)));
  const rows: string[][] = [];
  for (const count of [1, 8]) {
    const some = desks.slice(0, count);
    const ids = await Promise.all(some.map((desk) => submittedVouchers(desk, each)));
    const started = performance.now();
    const times = await Promise.all(some.map((desk, index) => approveAll(desk, ids[index] ?? [])));
    const seconds = (performance.now() - started) / 1000;
    rows.push([
      `${count} director${count > 1 ? "s" : ""} at once`,
      ...quantiles(times.flat()),
      `${((count * each) / seconds).toFixed(0)} / s`,
    ]);
  }
  const [desk] = desks;
  if (!desk) throw new Error("There is a desk");
  const together = await submittedVouchers(desk, each);
  const started = performance.now();
  const times = await Promise.all(together.map(async (id) => timed(() => act(desk.director, id, "approve"))));
  const seconds = (performance.now() - started) / 1000;
  rows.push([`${each} vouchers of one community at once`, ...quantiles(times), `${(each / seconds).toFixed(0)} / s`]);
  printTable(["approval, ms", "median", "p95", "longest", ""], rows);
  console.log("");
  const units = await unitsOf(test);
  printTable(
    ["R read, W write units / requests", ""],
    Object.entries(units).map(([name, { read, write, requests }]) => [name, `${read} R + ${write} W / ${requests}`]),
  );
  await test.engine.close();
};

async function openDesk(test: TestApi, index: number): Promise<Desk> {
  const community = `5001000010${String(index + 10)}`;
  await openItems(test.documents, TEST_TABLES.records).put({ ...areaKey(community), name: community });
  const as = (post: string) => test.as([post], { community, name: `${post} ${index}` });
  const [cashier, director, accountant, council] = await Promise.all(
    ["cashier", "director", "accountant", "council"].map(as),
  );
  if (!cashier || !director || !accountant || !council) throw new Error("Four hands");
  return { cashier, director, accountant, council };
}

async function act(caller: Caller, id: string, name: string, body: object = {}): Promise<void> {
  await done(caller("POST", `/ledger/vouchers/${id}/${name}`, body));
}

async function done<T extends { readonly status: number; readonly body: unknown }>(answer: Promise<T>): Promise<T> {
  const given = await answer;
  if (given.status >= 400) throw new Error(`${given.status} ${JSON.stringify(given.body)}`);
  return given;
}

async function submittedVouchers({ cashier }: Desk, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const { body } = await done(cashier("POST", "/ledger/vouchers", { ...INCOME, documentNo: `R-${number}` }));
    await act(cashier, body.id, "submit");
    ids.push(body.id);
  }
  return ids;
}

async function approveAll({ director }: Desk, ids: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids) times.push(await timed(() => act(director, id, "approve")));
  return times;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function quantiles(times: readonly number[]): string[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return [at(0.5), at(0.95), at(1)];
}

/** Every act of the books once, in a community that has nothing else. */
async function unitsOf(test: TestApi): Promise<Record<string, Meter>> {
  const desk = await openDesk(test, 60);
  const { spent } = metered(test.documents);
  const figures: Record<string, Meter> = {};
  const measure = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    spent();
    const answer = await work();
    figures[name] = spent();
    return answer;
  };
  const enter = (values: object) => done(desk.cashier("POST", "/ledger/vouchers", values));
  const income = (await measure("enter a draft", () => enter({ ...INCOME, date: "2026-05-30" }))).body.id;
  await measure("submit", () => act(desk.cashier, income, "submit"));
  await measure("approve a receipt", () => act(desk.director, income, "approve"));
  const expense = (await enter({ ...EXPENSE, date: "2026-05-30" })).body.id;
  await act(desk.cashier, expense, "submit");
  await measure("approve an expense", () => act(desk.director, expense, "approve"));
  await measure("pay", () => act(desk.cashier, expense, "pay"));
  await measure("balance of today", () => done(desk.director("GET", "/ledger/balance")));
  await measure("list of a year, 2 vouchers", () => done(desk.director("GET", "/ledger/vouchers?year=2026")));
  const count = { countedFen: 999_900 };
  await measure("close a day", () => done(desk.cashier("POST", "/ledger/days/2026-05-30/close", count)));
  await measure("close a month", () => done(desk.accountant("POST", "/ledger/months/2026-05/close", { bankFen: 0 })));
  await measure("sign a review", () => done(desk.council("POST", "/ledger/months/2026-05/review", {})));
  await measure("reverse", () => act(desk.director, expense, "reverse", { reason: "bench" }));
  await measurePast(test, measure);
  return figures;
}

async function measurePast(
  test: TestApi,
  measure: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const { director } = await openDesk(test, 61);
  const community = "500100001071";
  const rows = Array.from({ length: 200 }, (_, index) => [
    `2025-${String(1 + (index % 12)).padStart(2, "0")}-01`,
    "",
    "Bench",
    "1",
    "",
    "",
  ]);
  const columns = ["日期", "凭证号", "摘要", "收入", "支出", "结余"].map((header) => ({
    header,
    type: "text" as const,
    width: 9,
  }));
  const file = await writeXlsx({ name: "A", columns, rows });
  const type = { "content-type": "application/octet-stream" };
  const { body } = await measure("past book of 200: look", () => done(director("POST", "/ledger/imports", file, type)));
  await measure("past book of 200: confirm and write", async () => {
    await done(director("POST", `/ledger/imports/${body.id}/commit`));
    await runChangedJobs(test.deps, {
      Records: [{ dynamodb: { Keys: { pk: { S: `J#${community}` }, sk: { S: body.id } } } }],
    });
  });
}
