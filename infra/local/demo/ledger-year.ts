import { lastDayOf, monthBefore } from "../../../shared/rules/calendar.ts";
import { LINES } from "../../../shared/rules/ledger/lines.ts";
import { type Random, randomFrom } from "./random.ts";

/** A voucher of the demo's year, before it has been entered. */
export type DemoVoucher = {
  readonly day: string;
  readonly kind: "in" | "out";
  readonly book: "cash" | "bank";
  readonly line: string;
  readonly source?: string;
  readonly summary: string;
  readonly amountFen: number;
  readonly counterparty?: string;
  readonly reportNo?: string;
};

/** What each book begins the year with. */
export const OPENING = { cash: 150_000, bank: 800_000 } as const;

/** The days on which vouchers fall: few enough that each can be closed. */
const DAYS = ["03", "06", "10", "13", "17", "20", "24", "27"] as const;
const MONTHS = 12;

/** Petty expenses in cash, by the words a cashier uses for them. */
const PETTY: readonly (readonly [line: string, summary: string])[] = [
  ["office", "办公用品"],
  ["printing", "宣传展板制作"],
  ["activity", "便民活动材料"],
  ["relief", "慰问困难居民"],
  ["maintenance", "楼道照明维修"],
  ["sanitation", "卫生清扫工具"],
  ["vehicle", "公务交通费"],
];
const LARGER: readonly (readonly [line: string, summary: string])[] = [
  ["water-power", "水电费"],
  ["telephone", "电话宽带费"],
  ["pay-supplement", "网格员补贴"],
  ["maintenance", "活动室维修"],
  ["sanitation", "楼院保洁费"],
];
/** Two items that the town hears of before they are paid. */
const MAJOR: Readonly<Record<number, readonly [line: string, summary: string, amountFen: number, reportNo: string]>> = {
  9: ["equipment", "购置活动室电脑", 680_000, "清街备〔演示〕12号"],
  10: ["maintenance", "社区大门维修", 850_000, "清街备〔演示〕17号"],
};

/** The twelve months before this one, oldest first. */
export function demoMonths(today: string): string[] {
  const months = [monthBefore(today.slice(0, 7))];
  while (months.length < MONTHS) months.unshift(monthBefore(months[0] ?? ""));
  return months;
}

/**
 * A year of a committee's books: 260 vouchers, income 186,000.00 (subsidy 132,000, collective 24,000, donations 12,000,
 * services 18,000) and expense 171,300.00; the same for the same day.
 */
export function demoYear(today: string): DemoVoucher[] {
  const random = randomFrom(8_015);
  return demoMonths(today).flatMap((month, index) => monthOf(random, month, index));
}

function monthOf(random: Random, month: string, index: number): DemoVoucher[] {
  const income: DemoVoucher[] = [
    received(month, "03", "bank", "office-fund", "街道拨付办公经费", 1_100_000, "清溪街道办事处"),
    received(month, "06", "bank", "rent", "社区用房租金", 200_000, "演示便利店"),
    ...["03", "13"].map((day) => received(month, day, "cash", "donation", "爱心捐款", 50_000, "爱心居民")),
    ...["06", "10", "20"].map((day) => received(month, day, "cash", "service", "便民服务收入", 50_000)),
  ];
  const petty = amounts(random, 250_000, index % 3 === 2 ? 9 : 10).map((amountFen, place) =>
    spent(random, month, "cash", PETTY, amountFen, place),
  );
  const major = MAJOR[index];
  const larger = amounts(random, 1_050_000, major ? 4 : 5).map((amountFen, place) =>
    spent(random, month, "bank", LARGER, amountFen, place),
  );
  const reported = major
    ? [
        {
          day: `${month}-24`,
          kind: "out" as const,
          book: "bank" as const,
          line: major[0],
          summary: major[1],
          amountFen: major[2],
          reportNo: major[3],
        },
      ]
    : [];
  // Of one day, money comes in before it goes out.
  return [...income, ...petty, ...larger, ...reported].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function received(
  month: string,
  day: string,
  book: "cash" | "bank",
  line: string,
  summary: string,
  amountFen: number,
  counterparty?: string,
): DemoVoucher {
  const source = LINES[line]?.source;
  return {
    day: `${month}-${day}`,
    kind: "in",
    book,
    line,
    summary,
    amountFen,
    ...(source !== undefined && { source }),
    ...(counterparty !== undefined && { counterparty }),
  };
}

function spent(
  random: Random,
  month: string,
  book: "cash" | "bank",
  lines: typeof PETTY,
  amountFen: number,
  place: number,
): DemoVoucher {
  const [line, summary] = random.pick(lines);
  const day = DAYS[Math.min(place + 1, DAYS.length - 1)] ?? lastDayOf(month).slice(8);
  return { day: `${month}-${day}`, kind: "out", book, line, summary, amountFen };
}

/** A sum in so many different parts of whole jiao. */
function amounts(random: Random, totalFen: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => random.between(60, 140));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.slice(1).map((weight) => Math.round((totalFen * weight) / whole / 10) * 10);
  return [totalFen - parts.reduce((sum, part) => sum + part, 0), ...parts];
}
