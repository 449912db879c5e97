import { beforeEach, describe, expect, it } from "vitest";
import { runChangedJobs } from "../../../functions/jobs/stream.ts";
import { writeXlsx } from "../../../shared/files/write-file.ts";
import { openJobsPump } from "../../support/pump-jobs.ts";
import { acted, approved, balance, EXPENSE, INCOME, type Office, openOffice, submitted, voucherOf } from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

/** Lets the function die at its n-th word to the table: before it is said, or after it was heard. */
async function dyingAt(place: number, moment: "before" | "after", work: () => Promise<unknown>): Promise<boolean> {
  const { documents } = office.deps;
  const send = documents.send.bind(documents);
  let said = 0;
  let died = false;
  const dying = async (...given: Parameters<typeof send>) => {
    said += 1;
    if (died || (said === place && moment === "before")) {
      died = true;
      throw new Error("killed");
    }
    const answer = await send(...given);
    if (said === place) {
      died = true;
      throw new Error("killed");
    }
    return answer;
  };
  Object.assign(documents, { send: dying });
  try {
    await work().catch(() => undefined);
  } finally {
    Object.assign(documents, { send });
  }
  return died;
}

describe("the function is killed between any two steps", () => {
  it.each(["before", "after"] as const)(
    "of an approval (%s): the voucher is approved as a whole or not at all",
    async (moment) => {
      for (let place = 1; ; place += 1) {
        const { id } = await submitted(office, { ...INCOME, documentNo: `R-${place}` });
        const held = await balance(office);
        const path = `/ledger/vouchers/${id}/approve`;
        const died = await dyingAt(place, moment, () => office.director("POST", path));
        const { body } = await office.director("GET", `/registers/vouchers/records/${id}`);
        const isApproved = body.values.state === "approved";
        expect([body.values.no !== undefined, body.values.hash !== undefined]).toEqual([isApproved, isApproved]);
        expect((await balance(office)).cashFen - held.cashFen).toBe(isApproved ? INCOME.amountFen : 0);
        const again = await office.director("POST", path);
        expect(again.status).toBe(isApproved ? 409 : 200);
        expect((await office.director("GET", "/ledger/chain")).body).toEqual({
          holds: true,
          vouchers: place,
          gaps: [],
        });
        if (!died) return;
      }
    },
  );

  it.each(["before", "after"] as const)(
    "of a payment (%s): the money is out and the voucher paid, or neither",
    async (moment) => {
      await approved(office, INCOME);
      for (let place = 1; ; place += 1) {
        const { id } = await approved(office, EXPENSE);
        const held = await balance(office);
        const path = `/ledger/vouchers/${id}/pay`;
        const died = await dyingAt(place, moment, () => office.cashier("POST", path));
        const { body } = await office.director("GET", `/registers/vouchers/records/${id}`);
        const isPaid = body.values.state === "paid";
        expect(held.cashFen - (await balance(office)).cashFen).toBe(isPaid ? EXPENSE.amountFen : 0);
        expect((await office.cashier("POST", path)).status).toBe(isPaid ? 409 : 200);
        expect(held.cashFen - (await balance(office)).cashFen).toBe(EXPENSE.amountFen);
        if (!died) return;
      }
    },
  );

  it("of an approval asked for under a key: asked again, it answers the voucher once approved", async () => {
    for (let place = 1; place <= 12; place += 1) {
      const { id } = await submitted(office, { ...INCOME, documentNo: `R-${place}` });
      const approve = () =>
        office.director("POST", `/ledger/vouchers/${id}/approve`, {}, { "idempotency-key": `k${place}` });
      await dyingAt(place, "after", approve);
      const again = await approve();
      expect([again.status, voucherOf(again).no]).toEqual([200, `收${String(place).padStart(4, "0")}`]);
    }
  });

  it("of a reversal: the old voucher and the new one change together", async () => {
    await approved(office, { ...INCOME, amountFen: 100_000_000 });
    for (let place = 1; ; place += 1) {
      const { id } = await approved(office, EXPENSE);
      await acted(office.cashier, id, "pay");
      const held = await balance(office);
      const reverse = () => office.director("POST", `/ledger/vouchers/${id}/reverse`, { reason: "Wrong" });
      const died = await dyingAt(place, "after", reverse);
      await reverse();
      expect((await balance(office)).cashFen - held.cashFen).toBe(EXPENSE.amountFen);
      expect((await office.director("GET", "/ledger/chain")).body).toMatchObject({ holds: true });
      if (!died) return;
    }
  });

  it("of a past book's import: every voucher once, and the balance it closes at", async () => {
    const rows = Array.from({ length: 45 }, (_, index) => [
      `2025-0${1 + Math.floor(index / 9)}-15`,
      String(index + 1),
      "爱心捐款",
      "10",
      "",
      "",
    ]);
    const columns = ["日期", "凭证号", "摘要", "收入", "支出", "结余"].map((header) => ({
      header,
      type: "text" as const,
      width: 9,
    }));
    const file = await writeXlsx({ name: "现金日记账", columns, rows });
    for (let place = 1; ; place += 3) {
      office = await openOffice();
      const jobs = await openJobsPump(office, office.deps);
      const type = { "content-type": "application/octet-stream" };
      const { id } = (await office.cashier("POST", "/ledger/imports", file, type)).body;
      const died = await dyingAt(place, "after", async () => {
        await office.director("POST", `/ledger/imports/${id}/commit`);
        await jobs.step();
      });
      office.clock.now += 60_000;
      await office.director("POST", `/ledger/imports/${id}/commit`);
      // A change that woke a worker which died wakes it again: the stream repeats what was not taken.
      for (let turn = 0; turn < 6; turn += 1) {
        await jobs.run().catch(() => undefined);
        const { state } = (await office.director("GET", `/ledger/imports/${id}`)).body as unknown as { state: string };
        if (state === "done") break;
        const Keys = { pk: { S: "J#500100001001" }, sk: { S: id } };
        await runChangedJobs(office.deps, { Records: [{ dynamodb: { Keys } }] });
      }
      const { body } = await office.director("GET", "/ledger/vouchers?year=2025");
      const { vouchers } = body as unknown as { vouchers: { documentNo: string }[] };
      expect(new Set(vouchers.map(({ documentNo }) => documentNo)).size).toBe(45);
      expect(vouchers).toHaveLength(45);
      expect(await balance(office)).toEqual({ cashFen: 45_000, bankFen: 0 });
      const month = (await office.director("GET", "/ledger/months/2025-03")).body as unknown as {
        table: { incomeFen: number; vouchers: number };
      };
      expect([month.table.incomeFen, month.table.vouchers]).toEqual([9_000, 9]);
      if (!died) return;
    }
  });
});
