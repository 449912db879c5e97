import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordKey } from "../../../functions/store/table.ts";
import { type Answer, type Caller, COMMUNITY } from "../../support/api.ts";
import {
  acted,
  approved,
  codesOf,
  EXPENSE,
  entered,
  INCOME,
  type Office,
  openOffice,
  paid,
  submitted,
} from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.engine.close());

async function made(list: string, values: object, who: Caller = office.director): Promise<string> {
  const answer = await who("POST", `/registers/${list}/records`, { values });
  if (answer.status !== 201) throw new Error(`${list}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

const read = async <T>(path: string) => (await office.council("GET", path)).body as unknown as T;
const recordOf = async (list: string, id: string) =>
  (await office.director("GET", `/registers/${list}/records/${id}`)).body.values;
const refusal = (answer: Answer) => [answer.status, ...codesOf(answer)];
type Funds = { funds: { name: string; inFen: number; outFen: number; balanceFen: number }[] };

const GIFT = { ...INCOME, line: "donation", source: "3", counterparty: undefined };

describe("money given for a purpose", () => {
  let fund: string;
  let donation: string;
  beforeEach(async () => {
    fund = await made("restricted-funds", { name: "楼道扶手", kind: "donation" });
    donation = await made(
      "donations",
      {
        donor: "王小明",
        publishName: true,
        date: "2026-06-01",
        amountFen: 100_000,
        restricted: true,
        fund,
        purpose: "装扶手",
      },
      office.cashier,
    );
    await approved(office, { ...INCOME, documentNo: "R-0" });
  });

  it("S2.6 (L14) a donation's voucher takes donor, wish and purpose from it, and no more than was given arrives", async () => {
    const gift = await approved(office, { ...GIFT, donation, amountFen: 60_000, documentNo: "R-9" });
    expect(gift).toMatchObject({ counterparty: "王小明", publishName: true, restrictedFund: fund, purpose: "装扶手" });
    expect(await recordOf("donations", donation)).toMatchObject({ receivedFen: 60_000, receiptNo: "R-9" });
    const more = await submitted(office, { ...GIFT, donation, amountFen: 40_001, documentNo: "R-10" });
    const refused = await office.director("POST", `/ledger/vouchers/${more.id}/approve`);
    expect(refusal(refused)).toEqual([409, "amountFen more-than-given"]);
    await acted(office.director, gift.id, "reverse", { reason: "Not arrived" });
    expect(await recordOf("donations", donation)).toMatchObject({ receivedFen: 0 });
    expect((await read<Funds>("/ledger/restricted-funds")).funds).toMatchObject([{ inFen: 0, balanceFen: 0 }]);
    const stray = await office.cashier("POST", "/ledger/vouchers", { ...EXPENSE, donation });
    expect(refusal(stray)).toEqual([422, "donation income-only"]);
  });

  it("S2.6 (L14) a restricted fund is spent for its purpose and never below zero: of two expenses at once one is refused", async () => {
    await approved(office, { ...GIFT, donation, amountFen: 100_000 });
    const spend = { ...EXPENSE, line: "maintenance", restrictedFund: fund, amountFen: 60_000 };
    const twins = await Promise.all([submitted(office, spend), submitted(office, spend)]);
    const answers = await Promise.all(twins.map(({ id }) => office.director("POST", `/ledger/vouchers/${id}/approve`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.flatMap(codesOf)).toEqual(["restrictedFund overdrawn-restricted"]);
    const view = { name: "楼道扶手", inFen: 100_000, outFen: 60_000, balanceFen: 40_000 };
    expect(await read<Funds>("/ledger/restricted-funds")).toEqual({ funds: [{ id: fund, ...view }] });
    const kept = twins.find((_, index) => answers[index]?.status === 200)?.id ?? "";
    await acted(office.director, kept, "reverse", { reason: "Not needed" });
    const again = await submitted(office, { ...spend, amountFen: 100_000 });
    expect((await acted(office.director, again.id, "approve")).state).toBe("approved");
    const [gift] = (await read<{ vouchers: { id: string; donation?: string }[] }>("/ledger/vouchers")).vouchers.filter(
      (one) => one.donation === donation,
    );
    const back = await office.director("POST", `/ledger/vouchers/${gift?.id}/reverse`, { reason: "Back" });
    expect(refusal(back)).toEqual([409, "restrictedFund overdrawn-restricted"]);
    expect(await read("/ledger/chain")).toMatchObject({ holds: true });
  });

  it("a restricted donation names its fund, and one that is not restricted goes into none", async () => {
    const given = { donor: "甲", publishName: false, date: "2026-06-01", amountFen: 100 };
    const bare = await office.director("POST", "/registers/donations/records", {
      values: { ...given, restricted: true },
    });
    expect(refusal(bare)).toEqual([422, "fund required"]);
    const loose = await office.director("POST", "/registers/donations/records", { values: { ...given, fund } });
    expect(refusal(loose)).toEqual([422, "restricted fund-of-unrestricted"]);
    const used = await office.director("DELETE", `/registers/restricted-funds/records/${fund}`, undefined, {
      "if-match": '"1"',
    });
    expect(used.status).toBe(409);
  });
});

describe("money due for a task", () => {
  it("S9.24 (L15) what vouchers bring for a task stands against what is due; the rest is in the unfunded list", async () => {
    const clerk = await office.as(["clerk"]);
    const task = await made("tasks", { department: "environment", title: "污染源普查", fundsDue: 500_000 }, clerk);
    const income = { ...INCOME, line: "project-fund", task };
    const first = await approved(office, { ...income, amountFen: 300_000 });
    type Tasks = { tasks: { title: string; dueFen: number; bookedFen: number; openFen: number }[] };
    const open = async () => (await read<Tasks>("/ledger/task-funds")).tasks;
    expect(await open()).toMatchObject([
      { title: "污染源普查", dueFen: 500_000, bookedFen: 300_000, openFen: 200_000 },
    ]);
    await approved(office, { ...income, amountFen: 200_000, documentNo: "R-2" });
    expect(await open()).toMatchObject([{ bookedFen: 500_000, openFen: 0 }]);
    await acted(office.director, first.id, "reverse", { reason: "Bounced" });
    expect(await open()).toMatchObject([{ bookedFen: 200_000, openFen: 300_000 }]);
    const history = await clerk("GET", `/registers/tasks/records/${task}/history`);
    expect(history.body.filter(({ action }) => action === "move")).toHaveLength(3);
    const typed = await clerk(
      "PATCH",
      `/registers/tasks/records/${task}`,
      { values: { fundsBooked: 1 } },
      { "if-match": '"4"' },
    );
    expect(typed.status).toBe(422);
  });
});

describe("a year's budget", () => {
  const year = 2026;
  const line = (values: object) => made("budget-lines", { year, ...values });
  const decide = (id: string, decidedBy: string) =>
    office.director("POST", `/registers/budget-lines/records/${id}/moves/decide`, { values: { decidedBy } });

  /** A proposal that the meeting adopted, as its flow leaves it. */
  async function adopted(group: string): Promise<string> {
    const id = await made("proposals", { title: `Proposal ${group}`, class: group, text: "Text" });
    await office.deps.documents.send(
      new UpdateCommand({
        TableName: office.deps.tables.records,
        Key: recordKey("proposals", COMMUNITY, id),
        UpdateExpression: "SET #values.#state = :adopted, #values.decidedBy = :rule",
        ExpressionAttributeNames: { "#values": "values", "#state": "state" },
        ExpressionAttributeValues: { ":adopted": "adopted", ":rule": "V5" },
      }),
    );
    return id;
  }

  it("S9.20 (L16) is decided by a budget proposal; over a line is warned of, and approved only with a decision", async () => {
    const [budget, works] = [await adopted("budget"), await adopted("works")];
    const drafted = await made("proposals", { title: "Later", class: "budget", text: "Text" });
    const id = await line({ line: "water-power", plannedFen: 20_000 });
    await approved(office, INCOME);
    await paid(office, { ...EXPENSE, amountFen: 15_000 });
    expect(refusal(await decide(id, works))).toEqual([422, "decidedBy not-a-budget"]);
    expect(refusal(await decide(id, drafted))).toEqual([422, "decidedBy not-a-budget"]);
    expect((await decide(id, budget)).status).toBe(200);
    const over = await entered(office, { ...EXPENSE, amountFen: 6_000 });
    expect(over.warnings).toMatchObject([{ code: "over-budget", message: expect.stringContaining("10.00") }]);
    await acted(office.cashier, over.id, "submit");
    const refused = await office.director("POST", `/ledger/vouchers/${over.id}/approve`);
    expect(refusal(refused)).toEqual([409, "overBudget over-budget"]);
    const unadopted = await submitted(office, { ...EXPENSE, amountFen: 6_000, overBudget: drafted });
    expect(refusal(await office.director("POST", `/ledger/vouchers/${unadopted.id}/approve`))).toEqual([
      409,
      "overBudget not-adopted",
    ]);
    const twins = await Promise.all([1, 2].map(() => submitted(office, { ...EXPENSE, amountFen: 3_000 })));
    const answers = await Promise.all(
      twins.map(({ id: one }) => office.director("POST", `/ledger/vouchers/${one}/approve`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await approved(office, { ...EXPENSE, amountFen: 6_000, overBudget: works })).state).toBe("approved");
  });

  it("S6.3 S9.20 shows what the higher government set and paid, and each line's actual against its plan", async () => {
    const set = { source: "1", setBy: "区财政局" };
    const fundLine = await line({ line: "office-fund", plannedFen: 2_000_000, ...set });
    expect((await decide(fundLine, await adopted("budget"))).status).toBe(200);
    await line({ line: "water-power", plannedFen: 50_000 });
    await approved(office, INCOME);
    const wrong = await paid(office, EXPENSE);
    await paid(office, { ...EXPENSE, amountFen: 10_000 });
    await acted(office.director, wrong.id, "reverse", { reason: "Twice" });
    expect(await read("/ledger/years/2026")).toMatchObject({
      income: [
        {
          line: "office-fund",
          plannedFen: 2_000_000,
          actualFen: 1_000_000,
          percent: 50,
          decided: true,
          setBy: "区财政局",
        },
      ],
      expense: [{ line: "water-power", plannedFen: 50_000, actualFen: 10_000, percent: 20, decided: false }],
      sources: [{ source: "1", amountFen: 1_000_000 }],
      incomeFen: 1_000_000,
      expenseFen: 10_000,
    });
    const transfer = await office.director("POST", "/registers/budget-lines/records", {
      values: { year, line: "deposit", plannedFen: 1 },
    });
    expect(refusal(transfer)).toEqual([422, "line line-of-other-kind"]);
  });
});
