import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../support/api.ts";
import { acted, approved, codesOf, entered, INCOME, type Office, openOffice, submitted } from "./office.ts";

let office: Office;
let book: string;
beforeEach(async () => {
  office = await openOffice();
  book = await opened("A0001", "A0003");
});
afterEach(() => office.engine.close());

const books = "/registers/receipt-books/records";
type Receipts = { next: string | null; books: { used: number; voided: number; free: number; takenBack: string[] }[] };
const receipts = async () => (await office.cashier("GET", "/ledger/receipts")).body as unknown as Receipts;
const submit = (id: string) => office.cashier("POST", `/ledger/vouchers/${id}/submit`);
const refusal = ({ status, body }: Answer) => [
  status,
  ...(body.fields ?? []).map(({ path, code }) => `${path} ${code}`),
];
const income = (documentNo: string, more: object = {}) => ({ ...INCOME, documentNo, ...more });

async function opened(first: string, last: string): Promise<string> {
  const made = await office.accountant("POST", books, { values: { first, last, issuedBy: "Street" } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const open = await office.accountant("POST", `${books}/${made.body.id}/moves/open`, {});
  if (open.status !== 200) throw new Error(JSON.stringify(open.body));
  return made.body.id;
}

describe("receipts out of the street's books", () => {
  it("S8.19 (L2) an income without a receipt, with a number outside every book, or used twice is refused, field by field", async () => {
    expect((await receipts()).next).toBe("A0001");
    const bare = await entered(office, income("", { documentNo: undefined }));
    expect(bare.warnings).toMatchObject([{ code: "receipt-next", message: expect.stringContaining("A0001") }]);
    expect(refusal(await submit(bare.id))).toEqual([422, "documentNo document-missing"]);
    const slip = await entered(office, income("B-9", { documentKind: "bank-slip" }));
    expect(refusal(await submit(slip.id))).toEqual([422, "documentKind receipt-needed"]);
    const outside = await entered(office, income("A0004"));
    expect(refusal(await submit(outside.id))).toEqual([422, "documentNo receipt-outside"]);
    expect((await office.director("POST", `/ledger/vouchers/${outside.id}/submit`)).status).toBe(403);
    await approved(office, income("A0001"));
    const again = await entered(office, income("a 1"));
    expect(refusal(await submit(again.id))).toEqual([422, "documentNo receipt-used"]);
    expect(await receipts()).toMatchObject({ next: "A0002", books: [{ used: 1, free: 2 }] });
    const interest = income("B-1", { documentKind: "bank-slip", line: "interest", source: "9" });
    expect((await approved(office, interest)).state).toBe("approved");
  });

  it("S8.19 (L2) of two clerks who use one receipt at the same moment one is refused", async () => {
    const twins = await Promise.all([entered(office, income("A0002")), entered(office, income("A0002"))]);
    const answers = await Promise.all(twins.map(({ id }) => submit(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(answers.flatMap(codesOf)).toEqual(["documentNo receipt-used"]);
    expect(await receipts()).toMatchObject({ books: [{ used: 1, free: 2 }] });
  });

  it("S8.19 (L2) a spoilt receipt is voided with a reason and never used; one that an income stands on is not voided", async () => {
    const path = `${books}/${book}/moves/void`;
    expect(refusal(await office.cashier("POST", path, { values: { voidNo: "A0001" } }))).toEqual([
      422,
      "reason required",
    ]);
    const voided = await office.cashier("POST", path, { values: { voidNo: "1A0001" }, reason: "Spoilt" });
    expect(refusal(voided)).toEqual([422, "voidNo receipt-outside"]);
    const done = await office.cashier("POST", path, { values: { voidNo: "A1" }, reason: "Spoilt" });
    expect([done.status, done.body.values.voided]).toEqual([200, "A0001"]);
    const { id } = await entered(office, income("A0001"));
    expect(refusal(await submit(id))).toEqual([422, "documentNo receipt-void"]);
    expect(await receipts()).toMatchObject({ next: "A0002", books: [{ used: 0, voided: 1, free: 2 }] });
    await submitted(office, income("A0002"));
    const late = await office.cashier("POST", path, { values: { voidNo: "A0002" }, reason: "Spoilt" });
    expect(refusal(late)).toEqual([422, "voidNo receipt-used"]);
    const history = await office.accountant("GET", `${books}/${book}/history`);
    expect(history.body.map(({ reason }) => reason).filter(Boolean)).toEqual(["Spoilt"]);
  });

  it("a receipt is free again when its voucher is returned; of one taken back another voucher may stand on it, once", async () => {
    const { id } = await submitted(office, income("A0001"));
    await acted(office.director, id, "return", { reason: "Whose?" });
    expect((await receipts()).next).toBe("A0001");
    await acted(office.cashier, id, "submit");
    await acted(office.director, id, "approve");
    await acted(office.director, id, "reverse", { reason: "Wrong amount" });
    expect(await receipts()).toMatchObject({ next: "A0002", books: [{ used: 0, free: 2, takenBack: ["A0001"] }] });
    const twins = await Promise.all([entered(office, income("A0001")), entered(office, income("A0001"))]);
    const answers = await Promise.all(twins.map((one) => submit(one.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await receipts()).toMatchObject({ books: [{ used: 1, free: 2, takenBack: [] }] });
  });

  it("while no book is in hand income is entered with a warning, and its numbers count once a book is opened", async () => {
    await submitted(office, income("A0001"));
    await office.accountant("POST", `${books}/${book}/moves/settle`, {});
    const gone = await entered(office, income("A0003"));
    expect(refusal(await submit(gone.id))).toEqual([422, "documentNo receipt-gone-back"]);
    const early = await entered(office, income("C0005"));
    expect(early.warnings).toMatchObject([{ code: "no-receipt-book" }]);
    expect((await submit(early.id)).status).toBe(200);
    await opened("C0001", "C0010");
    const twice = await entered(office, income("C0005"));
    expect(refusal(await submit(twice.id))).toEqual([422, "documentNo receipt-used"]);
    expect(await receipts()).toMatchObject({ next: "C0001", books: [{}, { used: 1, free: 9 }] });
  });

  it("a book's range stays as it was opened, and only the accountant enters one", async () => {
    const patch = { values: { last: "A0099" } };
    const held = await office.accountant("PATCH", `${books}/${book}`, patch, { "if-match": '"2"' });
    expect(refusal(held)).toEqual([422, "last locked"]);
    for (const who of [office.cashier, office.director]) {
      expect((await who("POST", books, { values: { first: "X1", last: "X2" } })).status).toBe(403);
    }
    const wrong = await office.accountant("POST", books, { values: { first: "X9", last: "X2" } });
    expect(refusal(wrong)).toEqual([422, "last no-range"]);
  });
});
