import { beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "../../support/api.ts";
import { addOne, edit, grant, move, moved, problems, refused } from "../documents/desk.ts";
import { approved, EXPENSE, entered, INCOME, type Office, openOffice, paid } from "./office.ts";

let office: Office;
let clerk: Caller;
let person: string;
let other: string;
beforeAll(async () => {
  office = await openOffice();
  clerk = await office.as(["clerk"]);
  person = await grant(clerk, "group-leader", "王文书");
  other = await grant(clerk, "group-leader", "李社工");
  await approved(office, { ...INCOME, amountFen: 10_000_000 });
});

const decision = { decision: "街道文件", decidedOn: "2026-01-01" };
const rule = async (name: string, value: unknown, from: string) => {
  const { status, body } = await office.director("POST", `/rules/${name}`, { value, from, ...decision });
  if (status !== 201) throw new Error(JSON.stringify(body));
};
const MAY = { month: "2026-05", leader: true };

describe("the pay sheet", () => {
  test("S9.15 S9.16 asks for what no rule gives, then works out contributions and what is paid by the numbers of the month", async () => {
    expect(await refused(office.cashier, "pay-sheets", { ...MAY, person })).toEqual(["month pay-missing"]);
    expect(
      (await office.director("POST", "/rules/preset", { value: "seed", from: "2026-01-01", ...decision })).status,
    ).toBe(201);
    expect(await refused(office.cashier, "pay-sheets", { ...MAY, person })).toEqual(["month average-wage-missing"]);
    await rule("pay.averageYear", 2_400_000, "2026-01-01");
    expect(await refused(office.cashier, "pay-sheets", { ...MAY, person, paid: 1 })).toEqual(["paid by-action-only"]);
    const id = await addOne(office.cashier, "pay-sheets", { ...MAY, person });
    const { values } = (await office.accountant("GET", `/registers/pay-sheets/records/${id}`)).body;
    expect(values).toMatchObject({
      gross: 110_000,
      base: 120_000,
      pensionUnit: 24_000,
      pensionPerson: 9_600,
      medicalUnit: 10_800,
      medicalPerson: 2_600,
      deducted: 12_200,
      unitCost: 34_800,
      paid: 97_800,
    });
    expect(await refused(office.cashier, "pay-sheets", { ...MAY, person })).toEqual([
      "month not-unique",
      "person not-unique",
    ]);
    // A number of a later month changes nothing of this one.
    await rule("pay.averageYear", 3_600_000, "2026-06-01");
    await edit(office.cashier, "pay-sheets", id, { leader: false, gross: 100_000 });
    const after = (await office.director("GET", `/registers/pay-sheets/records/${id}`)).body.values;
    expect(after).toMatchObject({ gross: 100_000, base: 120_000, paid: 87_800 });
    const june = await addOne(office.cashier, "pay-sheets", { month: "2026-06", leader: true, person });
    expect((await office.director("GET", `/registers/pay-sheets/records/${june}`)).body.values).toMatchObject({
      base: 180_000,
    });
  });

  test("S9.17 who cannot be insured gets the unit's part with the pay, and nothing is left over from before", async () => {
    const id = await addOne(office.cashier, "pay-sheets", { ...MAY, person: other });
    await edit(office.cashier, "pay-sheets", id, { insured: false });
    const { values } = (await office.director("GET", `/registers/pay-sheets/records/${id}`)).body;
    expect(values).toMatchObject({ base: 120_000, direct: 34_800, paid: 144_800 });
    for (const column of ["deducted", "pensionPerson", "medicalPerson", "pensionUnit", "unitCost"]) {
      expect(values).not.toHaveProperty(column);
    }
  });

  test("S9.15 is approved by the director, never by who wrote it, and paid with a voucher that covers it", async () => {
    const { records } = (await office.director("GET", "/registers/pay-sheets/records")).body;
    const lines = records.filter(({ values }) => values.month === "2026-05").map(({ id }) => id);
    const [first = "", second = ""] = lines;
    expect((await move(office.cashier, "pay-sheets", first, "approve")).status).toBe(403);
    for (const line of lines) await moved(office.director, "pay-sheets", line, "approve");
    expect(problems(await edit(office.cashier, "pay-sheets", first, { gross: 900_000 }))).toContain("gross locked");
    const payroll = {
      ...EXPENSE,
      book: "cash",
      line: "pay-supplement",
      documentKind: "payroll",
      amountFen: 150_000,
      documentNo: "P-1",
    };
    const draft = await entered(office, payroll);
    expect(problems(await move(office.cashier, "pay-sheets", first, "pay", { voucher: draft.id }))).toEqual([
      "voucher voucher-not-paid",
    ]);
    const voucher = await paid(office, { ...payroll, documentNo: "P-2" });
    expect((await move(office.director, "pay-sheets", first, "pay", { voucher: voucher.id })).status).toBe(403);
    await moved(office.cashier, "pay-sheets", first, "pay", { voucher: voucher.id });
    // 878.00 and 1,448.00 yuan are more than the voucher's 1,500.00.
    expect(problems(await move(office.cashier, "pay-sheets", second, "pay", { voucher: voucher.id }))).toEqual([
      "voucher voucher-too-small",
    ]);
  });

  test("pay and subsidies are seen by director, cashier and accountant, and by nobody else", async () => {
    const street = await office.as([], { areas: [{ code: "500100001", role: "street" }] });
    const others = await Promise.all(
      ["clerk", "secretary", "deputy", "social-security", "supervision"].map((post) => office.as([post])),
    );
    for (const list of ["pay-sheets", "left-cadres"]) {
      for (const who of [street, office.council, ...others]) {
        expect((await who("GET", `/registers/${list}/records`)).status).toBe(403);
        expect((await who("GET", `/registers/${list}/changes`)).status).toBe(403);
        expect((await who("GET", `/registers/${list}/export.xlsx`)).status).toBe(403);
      }
      for (const who of [office.director, office.cashier, office.accountant]) {
        expect((await who("GET", `/registers/${list}/records`)).status).toBe(200);
      }
      expect((await office.accountant("POST", `/registers/${list}/records`, { values: {} })).status).toBe(403);
    }
  });
});

describe("subsidies of cadres who left", () => {
  const CADRE = { person: "周老主任", since: "2026-05", office: "director", hasPension: false, hasIncome: false };
  const of = async (values: object) => {
    const id = await addOne(office.cashier, "left-cadres", { ...CADRE, ...values });
    return (await office.director("GET", `/registers/left-cadres/records/${id}`)).body.values;
  };

  test("S9.18 S9.19 grade, amount and payer follow from service, office and income: 9 years 70 yuan, 15 years 100, below by the document", async () => {
    const nine = { from: "1990-01-01", until: "1999-01-01" };
    expect(await of(nine)).toMatchObject({ years: 9, grade: "lower", amount: 7000, payer: "street" });
    expect(await of({ person: "甲一", from: "1990-01-01", until: "2005-01-01" })).toMatchObject({
      years: 15,
      grade: "upper",
      amount: 10_000,
      payer: "street",
    });
    expect(await of({ person: "甲二", from: "1990-01-01", until: "2004-12-31" })).toMatchObject({
      years: 14,
      grade: "lower",
    });
    const below = await of({ person: "甲三", from: "1990-01-01", until: "1998-12-31", byDocument: 5000 });
    expect(below).toMatchObject({ years: 8, grade: "below", byDocument: 5000 });
    expect(below).not.toHaveProperty("amount");
    expect(await of({ person: "甲四", ...nine, office: "member" })).toMatchObject({ grade: "none", amount: 0 });
    expect(await of({ person: "甲五", ...nine, hasIncome: true })).toMatchObject({ grade: "none", amount: 0 });
    const wrong = { ...CADRE, person: "甲六", from: "1999-01-01", until: "1990-01-01" };
    expect(await refused(office.cashier, "left-cadres", wrong)).toEqual(["since ends-before-start"]);
  });
});
