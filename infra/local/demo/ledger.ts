import { setTimeout } from "node:timers/promises";
import { writeXlsx } from "../../../shared/files/write-file.ts";
import { addDays } from "../../../shared/rules/calendar.ts";
import { yuan } from "../../../shared/rules/ledger/day-close.ts";
import type { Client } from "./client.ts";
import { addRestricted, type DemoReceipts, openReceipts } from "./funds.ts";
import { type DemoVoucher, demoMonths, demoYear, OPENING } from "./ledger-year.ts";
import { addRecords } from "./records.ts";

/** Whoever has to do with the books of a community. */
export type Bookkeepers = {
  readonly cashier: Client;
  readonly director: Client;
  readonly accountant: Client;
  readonly reviewers: readonly Client[];
  readonly directorName: string;
};

/** So many of the latest months went through all hands; what was before them is a past book. */
const LIVE_MONTHS = 3;
/** Acts at the same time: of people, not of a machine. */
const AT_ONCE = 6;

/**
 * The books of the populated community: nine months as past books, three with every voucher submitted, approved, paid,
 * every day closed and the months reviewed (the last one waits), and what is on the desks today.
 */
export async function addLedger(hands: Bookkeepers, community: string, today: string): Promise<void> {
  const year = demoYear(today);
  const months = demoMonths(today);
  const live = months.slice(-LIVE_MONTHS);
  const past = year.filter(({ day }) => !live.includes(day.slice(0, 7)));
  for (const book of ["cash", "bank"] as const) await addPastBook(hands, community, book, past, months[0] ?? "");
  const begins = `${live[0]}-01`;
  const receipts = await openReceipts(hands, community, begins);
  for (const [index, month] of live.entries()) {
    const vouchers = year.filter(({ day }) => day.startsWith(month));
    await addMonth(hands, community, month, vouchers, index, receipts);
    for (const reviewer of index < LIVE_MONTHS - 1 ? hands.reviewers : []) {
      await reviewer.call("POST", `/api/communities/${community}/ledger/months/${month}/review`, {});
    }
  }
  await receipts.giveBack();
  await addDesk(hands, community, today);
}

async function addPastBook(
  { cashier, director }: Bookkeepers,
  community: string,
  book: "cash" | "bank",
  vouchers: readonly DemoVoucher[],
  first: string,
): Promise<void> {
  let balanceFen: number = OPENING[book];
  const rows = vouchers
    .filter((voucher) => voucher.book === book)
    .map(({ day, kind, summary, amountFen }, index) => {
      balanceFen += kind === "in" ? amountFen : -amountFen;
      const no = `${kind === "in" ? "收" : "付"}字${String(index + 1).padStart(4, "0")}`;
      const [income, expense] = kind === "in" ? [yuan(amountFen), ""] : ["", yuan(amountFen)];
      return [day, no, summary, income, expense, yuan(balanceFen)];
    });
  const headings = ["日期", "凭证号", "摘要", "收入（元）", "支出（元）", "结余（元）"];
  const file = await writeXlsx({
    name: book === "cash" ? "现金日记账" : "银行存款日记账",
    columns: headings.map((header) => ({ header, type: "text" as const, width: 14 })),
    rows: [[`${first}-01`, "", "上年结转", "", "", yuan(OPENING[book])], ...rows],
  });
  const path = `/api/communities/${community}/ledger/imports`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const { id } = (await cashier.call("POST", path, file, { "content-type": type })) as { id: string };
  await director.call("POST", `${path}/${id}/commit`);
  for (;;) {
    const { state } = (await director.call("GET", `${path}/${id}`)) as { state: string };
    if (state === "done") return;
    if (state === "failed") throw new Error(`The past ${book} book of the demo was not taken`);
    await setTimeout(50);
  }
}

async function addMonth(
  hands: Bookkeepers,
  community: string,
  month: string,
  vouchers: readonly DemoVoucher[],
  index: number,
  receipts: DemoReceipts,
): Promise<void> {
  const { cashier, accountant, directorName } = hands;
  const path = `/api/communities/${community}/ledger`;
  // One claim of the year is the director's own, which the review looks at first.
  const own = index === 1 ? vouchers.findIndex(({ line }) => line === "vehicle" || line === "office") : -1;
  const restricted = index === 0 ? await restrictedOf(hands, community, vouchers) : new Map<number, object>();
  const values = vouchers.map((voucher, place) => ({
    ...valuesOf(voucher, month, place, place === own ? directorName : undefined),
    ...(voucher.kind === "in" && { documentNo: receipts.next() }),
    ...restricted.get(place),
  }));
  const ids = await addRecords(cashier, community, "vouchers", values);
  const entries = vouchers.map((voucher, place) => ({ voucher, id: ids[place] ?? "" }));
  // Money comes in before it is spent.
  for (const kind of ["in", "out"] as const) {
    const some = entries.filter(({ voucher }) => voucher.kind === kind);
    await inGroups(some, ({ id, voucher }) => throughAllHands(hands, path, id, voucher));
  }
  for (const day of [...new Set(vouchers.map((voucher) => voucher.day))].sort()) {
    const { cashFen } = (await cashier.call("GET", `${path}/balance?date=${day}`)) as { cashFen: number };
    await cashier.call("POST", `${path}/days/${day}/close`, { countedFen: cashFen });
  }
  const { bankFen } = (await accountant.call("GET", `${path}/balance?date=${month}-28`)) as { bankFen: number };
  await accountant.call("POST", `${path}/months/${month}/close`, { bankFen, items: [] });
}

/** By its place, what a donation for one purpose adds to its voucher, and to the repair that is paid from it. */
async function restrictedOf(hands: Bookkeepers, community: string, vouchers: readonly DemoVoucher[]) {
  const gift = vouchers.findIndex(({ line }) => line === "donation");
  const repair = vouchers.findIndex(
    ({ kind, book, amountFen }) => kind === "out" && book === "cash" && amountFen <= (vouchers[gift]?.amountFen ?? 0),
  );
  const { fund, donation } = await addRestricted(hands, community, vouchers[gift]?.day ?? "");
  return new Map<number, object>([
    [gift, { donation }],
    [repair, { restrictedFund: fund, line: "maintenance", summary: "三号楼楼道扶手安装" }],
  ]);
}

async function throughAllHands(
  { cashier, director }: Bookkeepers,
  path: string,
  id: string,
  { kind, day, reportNo }: DemoVoucher,
): Promise<void> {
  const one = `${path}/vouchers/${id}`;
  await cashier.call("POST", `${one}/submit`);
  await director.call("POST", `${one}/approve`);
  if (kind === "in") return;
  if (reportNo !== undefined) await cashier.call("POST", `${one}/report`, { reportedOn: day, reportNo });
  await cashier.call("POST", `${one}/pay`);
}

function valuesOf(
  { day, kind, book, line, source, summary, amountFen, counterparty }: DemoVoucher,
  month: string,
  place: number,
  handler = "吴秀珍",
): Readonly<Record<string, unknown>> {
  return {
    date: day,
    kind,
    book,
    line,
    summary,
    amountFen,
    documentKind: kind === "in" ? "receipt" : "invoice",
    documentNo: `${kind === "in" ? "SJ" : "FP"}${month.replace("-", "")}${String(place + 1).padStart(3, "0")}`,
    attachments: kind === "in" ? 1 : 2,
    handler,
    witness: "何晓慧",
    ...(source !== undefined && { source }),
    ...(counterparty !== undefined && { counterparty }),
    ...(source === "3" && { publishName: place % 2 === 0 }),
  };
}

/** What lies on the desks today: vouchers for the director, one to pay, drafts, and one that was taken back. */
async function addDesk(hands: Bookkeepers, community: string, today: string): Promise<void> {
  const { cashier, director, directorName } = hands;
  const path = `/api/communities/${community}/ledger/vouchers`;
  const month = today.slice(0, 7);
  const day = today.slice(8) === "01" ? today : addDays(today, -1);
  const wanted: readonly (DemoVoucher & { readonly handler?: string; readonly until: string })[] = [
    {
      day,
      kind: "in",
      book: "bank",
      line: "office-fund",
      source: "1",
      summary: "街道拨付办公经费",
      amountFen: 1_100_000,
      counterparty: "清溪街道办事处",
      until: "approve",
    },
    {
      day,
      kind: "out",
      book: "bank",
      line: "water-power",
      summary: "水电费（重复报账）",
      amountFen: 68_240,
      until: "reverse",
    },
    { day, kind: "out", book: "bank", line: "telephone", summary: "电话宽带费", amountFen: 29_900, until: "approve" },
    {
      day: today,
      kind: "out",
      book: "bank",
      line: "equipment",
      summary: "购置会议室桌椅",
      amountFen: 560_000,
      counterparty: "演示家具店",
      until: "submit",
    },
    {
      day: today,
      kind: "out",
      book: "cash",
      line: "relief",
      summary: "重阳节慰问老人",
      amountFen: 43_600,
      until: "submit",
    },
    {
      day: today,
      kind: "out",
      book: "cash",
      line: "vehicle",
      summary: "到街道开会交通费",
      amountFen: 2_400,
      handler: directorName,
      until: "submit",
    },
    {
      day: today,
      kind: "in",
      book: "cash",
      line: "donation",
      source: "3",
      summary: "爱心捐款",
      amountFen: 50_000,
      counterparty: "爱心居民",
      until: "create",
    },
  ];
  const values = wanted.map((voucher, place) => valuesOf(voucher, month, place, voucher.handler));
  const ids = await addRecords(cashier, community, "vouchers", values);
  for (const [place, { until }] of wanted.entries()) {
    const one = `${path}/${ids[place]}`;
    if (until === "create") continue;
    await cashier.call("POST", `${one}/submit`);
    if (until === "submit") continue;
    await director.call("POST", `${one}/approve`);
    if (until !== "reverse") continue;
    await cashier.call("POST", `${one}/pay`);
    await director.call("POST", `${one}/reverse`, { reason: "与上月发票重复" });
  }
}

async function inGroups<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await Promise.all(all.slice(start, start + AT_ONCE).map(work));
  }
}
