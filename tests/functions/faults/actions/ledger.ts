import { expect } from "vitest";
import type { Caller } from "../../../support/api.ts";
import { EXPENSE, INCOME } from "../../ledger/office.ts";
import { type Action, keyed, type Rig, yes } from "../rig.ts";

const route = (path: string) => `post /communities/{c}/ledger/${path}`;
const MAJOR = { ...EXPENSE, amountFen: 90_000_000 };
const DAY_MS = 86_400_000;

const entered = async ({ cashier }: Rig, values: object) =>
  String((await yes(cashier("POST", "/ledger/vouchers", values))).id);
const act = (who: Caller, id: string, move: string, body: object = {}, key?: string) =>
  who("POST", `/ledger/vouchers/${id}/${move}`, body, key === undefined ? {} : keyed(key));

/** A voucher that has gone so far. */
async function voucher(rig: Rig, values: object, ...way: ("submit" | "approve" | "pay")[]): Promise<string> {
  const id = await entered(rig, values);
  const by = { submit: rig.cashier, approve: rig.director, pay: rig.cashier };
  for (const move of way) await yes(act(by[move], id, move));
  return id;
}

/** Before or after the act, and nothing in between: what the cash book says, and the chain. */
function books(rig: Rig, ...cashFen: number[]) {
  return async () => {
    const [balance, chain] = await Promise.all([
      rig.director("GET", "/ledger/balance"),
      rig.director("GET", "/ledger/chain"),
    ]);
    expect(cashFen).toContain((balance.body as unknown as { cashFen: number }).cashFen);
    expect(chain.body).toMatchObject({ holds: true, gaps: [] });
  };
}

const FUND = 100_000_000;
const funded = (rig: Rig) => voucher(rig, { ...INCOME, amountFen: FUND }, "submit", "approve");

async function closedMonth(rig: Rig): Promise<void> {
  await voucher(rig, { ...INCOME, date: "2026-05-29" }, "submit", "approve");
  await yes(rig.cashier("POST", "/ledger/days/2026-05-29/close", { countedFen: INCOME.amountFen }));
}
const closing = { bankFen: 0, items: [] };

export const ledgerActions: readonly Action[] = [
  {
    name: "a voucher is entered",
    covers: [route("vouchers")],
    ready: async (rig) => ({ ask: (key) => rig.cashier("POST", "/ledger/vouchers", EXPENSE, keyed(key)) }),
  },
  {
    name: "a voucher is submitted",
    covers: [route("vouchers/{id}/submit"), "expense submit", "receipt submit"],
    ready: async (rig) => {
      const id = await voucher(rig, INCOME);
      return { ask: (key) => act(rig.cashier, id, "submit", {}, key), holds: books(rig, 0) };
    },
  },
  {
    name: "a receipt is approved",
    covers: [route("vouchers/{id}/approve"), "receipt approve"],
    ready: async (rig) => {
      const id = await voucher(rig, INCOME, "submit");
      const ask = (key: string) => act(rig.director, id, "approve", {}, key);
      return { ask, holds: books(rig, 0, INCOME.amountFen) };
    },
  },
  {
    name: "an expense is approved",
    covers: ["expense approve"],
    ready: async (rig) => {
      await funded(rig);
      const id = await voucher(rig, EXPENSE, "submit");
      return { ask: (key) => act(rig.director, id, "approve", {}, key), holds: books(rig, FUND) };
    },
  },
  {
    name: "a voucher is given back",
    covers: [route("vouchers/{id}/return"), "expense return", "receipt return"],
    ready: async (rig) => {
      const id = await voucher(rig, EXPENSE, "submit");
      return { ask: (key) => act(rig.director, id, "return", { reason: "No invoice" }, key), holds: books(rig, 0) };
    },
  },
  {
    name: "major spending is reported",
    covers: [route("vouchers/{id}/report"), "expense report"],
    ready: async (rig) => {
      await funded(rig);
      const id = await voucher(rig, MAJOR, "submit", "approve");
      const body = { reportedOn: "2026-06-01", reportNo: "R 1" };
      return { ask: (key) => act(rig.director, id, "report", body, key), holds: books(rig, FUND) };
    },
  },
  {
    name: "an expense is paid",
    covers: [route("vouchers/{id}/pay"), "expense pay"],
    ready: async (rig) => {
      await funded(rig);
      const id = await voucher(rig, EXPENSE, "submit", "approve");
      const ask = (key: string) => act(rig.cashier, id, "pay", {}, key);
      return { ask, holds: books(rig, FUND, FUND - EXPENSE.amountFen) };
    },
  },
  {
    name: "a paid expense is reversed",
    covers: [route("vouchers/{id}/reverse"), "expense reverse"],
    ready: async (rig) => {
      await funded(rig);
      const id = await voucher(rig, EXPENSE, "submit", "approve", "pay");
      const ask = (key: string) => act(rig.director, id, "reverse", { reason: "Wrong" }, key);
      return { ask, holds: books(rig, FUND, FUND - EXPENSE.amountFen) };
    },
  },
  {
    name: "a receipt is reversed",
    covers: ["receipt reverse"],
    ready: async (rig) => {
      await funded(rig);
      const id = await voucher(rig, INCOME, "submit", "approve");
      const ask = (key: string) => act(rig.director, id, "reverse", { reason: "Wrong" }, key);
      return { ask, holds: books(rig, FUND, FUND + INCOME.amountFen) };
    },
  },
  {
    name: "a day is closed",
    covers: [route("days/{day}/close")],
    ready: async (rig) => {
      await voucher(rig, INCOME, "submit", "approve");
      const body = { countedFen: INCOME.amountFen - 100, reason: "A coin was lost" };
      const ask = (key: string) => rig.cashier("POST", "/ledger/days/2026-06-01/close", body, keyed(key));
      return { ask, holds: books(rig, INCOME.amountFen) };
    },
  },
  {
    name: "a month is closed",
    covers: [route("months/{month}/close")],
    ready: async (rig) => {
      await closedMonth(rig);
      const ask = (key: string) => rig.accountant("POST", "/ledger/months/2026-05/close", closing, keyed(key));
      return { ask, holds: books(rig, INCOME.amountFen) };
    },
  },
  {
    name: "a month is reviewed",
    covers: [route("months/{month}/review")],
    ready: async (rig) => {
      await closedMonth(rig);
      await yes(rig.accountant("POST", "/ledger/months/2026-05/close", closing));
      rig.clock.now += DAY_MS;
      const body = { findings: "In order" };
      return { ask: (key) => rig.council("POST", "/ledger/months/2026-05/review", body, keyed(key)) };
    },
  },
];
