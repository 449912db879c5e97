import { type Answer, type Caller, openTestApi, type TestApi } from "../../support/api.ts";

/** A voucher as the ledger's routes answer it. */
export type Voucher = {
  id: string;
  version: number;
  state: string;
  no?: string;
  hash?: string;
  previousHash?: string | null;
  amountFen: number;
  selfApproved?: boolean;
  bookedOn?: string;
  warnings?: { code: string; message: string }[];
  [column: string]: unknown;
};

export type Office = TestApi & { cashier: Caller; director: Caller; accountant: Caller; council: Caller };

/** A community's office with everybody who has to do with the books. */
export async function openOffice(): Promise<Office> {
  const test = await openTestApi();
  const [cashier, director, accountant, council] = await Promise.all([
    test.as(["cashier"], { name: "Cashier" }),
    test.as(["director"], { name: "Director" }),
    test.as(["accountant"], { name: "Accountant" }),
    test.as(["council"], { name: "Council" }),
  ]);
  return { ...test, cashier, director, accountant, council };
}

export const EXPENSE = {
  kind: "out",
  date: "2026-06-01",
  book: "cash",
  amountFen: 12_345,
  line: "water-power",
  source: "1",
  summary: "Water",
  documentKind: "invoice",
  documentNo: "F-1",
  counterparty: "Waterworks",
};
export const INCOME = {
  ...EXPENSE,
  kind: "in",
  amountFen: 1_000_000,
  line: "office-fund",
  summary: "Office fund",
  documentKind: "receipt",
  documentNo: "R-1",
  counterparty: "Street",
};

export const voucherOf = (answer: Answer) => answer.body as unknown as Voucher;
export const codesOf = ({ body }: Answer) => (body.fields ?? []).map(({ path, code }) => `${path} ${code}`);

/** Takes the act and answers the voucher; a refusal is the test's fault. */
export async function acted(caller: Caller, id: string, act: string, body?: unknown): Promise<Voucher> {
  const answer = await caller("POST", `/ledger/vouchers/${id}/${act}`, body);
  if (answer.status !== 200) throw new Error(`${act}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return voucherOf(answer);
}

export async function entered({ cashier }: Office, values: Record<string, unknown>): Promise<Voucher> {
  const answer = await cashier("POST", "/ledger/vouchers", values);
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return voucherOf(answer);
}

export async function submitted(office: Office, values: Record<string, unknown>): Promise<Voucher> {
  const { id } = await entered(office, values);
  return acted(office.cashier, id, "submit");
}

export async function approved(office: Office, values: Record<string, unknown>): Promise<Voucher> {
  const { id } = await submitted(office, values);
  return acted(office.director, id, "approve");
}

export async function paid(office: Office, values: Record<string, unknown>): Promise<Voucher> {
  const { id } = await approved(office, values);
  return acted(office.cashier, id, "pay");
}

export async function balance({ director }: Office, date?: string): Promise<{ cashFen: number; bankFen: number }> {
  const { body } = await director("GET", `/ledger/balance${date === undefined ? "" : `?date=${date}`}`);
  const { cashFen, bankFen } = body as unknown as { cashFen: number; bankFen: number };
  return { cashFen, bankFen };
}
