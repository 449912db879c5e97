import type { Client } from "./client.ts";
import { addRecords, listRecords } from "./records.ts";

type Hands = { readonly cashier: Client; readonly director: Client; readonly accountant: Client };

/** A receipt book in hand: its numbers one after another, and giving it back when they are used. */
export type DemoReceipts = { readonly next: () => string; readonly giveBack: () => Promise<void> };

const BOOK_SIZE = 50;
const SPOILT = 8;

/** A receipt book as the street hands it out (收据本): opened by the accountant, one receipt of it spoilt and voided. */
export async function openReceipts(
  { cashier, accountant }: Hands,
  community: string,
  day: string,
): Promise<DemoReceipts> {
  const no = (place: number) => `渝民${String(1_200_000 + place).padStart(8, "0")}`;
  const range = { first: no(1), last: no(BOOK_SIZE), issued: day, issuedBy: "清溪街道财政所" };
  const [id] = await addRecords(accountant, community, "receipt-books", [range]);
  const moves = `/api/communities/${community}/registers/receipt-books/records/${id}/moves`;
  await accountant.call("POST", `${moves}/open`, { values: { opened: day } });
  await cashier.call("POST", `${moves}/void`, { values: { voidNo: no(SPOILT) }, reason: "金额写错" });
  let place = 0;
  return {
    next: () => {
      place += place + 1 === SPOILT ? 2 : 1;
      return no(place);
    },
    giveBack: async () => {
      await accountant.call("POST", `${moves}/settle`, {});
    },
  };
}

/** What a donor gave for one purpose (指定用途捐助): the fund it goes into and the donation itself. */
export async function addRestricted({ cashier, director }: Hands, community: string, date: string) {
  const [fund = ""] = await addRecords(director, community, "restricted-funds", [
    { name: "三号楼楼道扶手", kind: "donation", note: "为老人加装楼道扶手，专款专用，按月公布。" },
  ]);
  const given = { donor: "演示热心商户", publishName: true, purpose: "给三号楼老人装扶手", restricted: true, fund };
  const [donation = ""] = await addRecords(cashier, community, "donations", [{ ...given, date, amountFen: 50_000 }]);
  return { fund, donation };
}

/** Lines of the year's budget, in yuan, and who sets and pays what comes in. */
const LINES: readonly (readonly [line: string, yuan: number, setBy?: string])[] = [
  ["office-fund", 132_000, "区财政局"],
  ["rent", 24_000],
  ["donation", 12_000],
  ["service", 18_000],
  ["telephone", 60_000],
  ["pay-supplement", 60_000],
  ["printing", 20_000],
  ["vehicle", 20_000],
];
/** Still to be decided. */
const OPEN: readonly (readonly [line: string, yuan: number])[] = [["training", 5_000]];

/** The year's budget (年度预算): decided by the proposal that the representatives adopted, one line still open. */
export async function addBudget(
  { director }: Pick<Hands, "director">,
  community: string,
  today: string,
): Promise<void> {
  const year = Number(today.slice(0, 4));
  const decided = LINES.map(([line, yuan, setBy]) => ({
    year,
    line,
    plannedFen: yuan * 100,
    ...(setBy !== undefined && { source: "1", setBy }),
  }));
  const open = OPEN.map(([line, yuan]) => ({ year, line, plannedFen: yuan * 100 }));
  const ids = await addRecords(director, community, "budget-lines", [...decided, ...open]);
  const proposals = await listRecords(director, community, "proposals");
  const decidedBy = proposals.find(({ values }) => values.title === "本年度财务预算")?.id;
  const path = `/api/communities/${community}/registers/budget-lines/records`;
  for (const id of ids.slice(0, decided.length)) {
    await director.call("POST", `${path}/${id}/moves/decide`, { values: { decidedBy } });
  }
}
