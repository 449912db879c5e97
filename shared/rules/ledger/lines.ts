/** Kind of a voucher: money in, money out, or between the two books. */
export type VoucherKind = "in" | "out" | "transfer";
export type Book = "cash" | "bank";

/**
 * The lines of each kind (收支项目), in the order of the income-expense table, with words that summaries of past books
 * use for them and, for income, the source that a line usually has (S9.14).
 */
export const LINES: Readonly<Record<string, { kind: VoucherKind; source?: string; words?: RegExp }>> = {
  "office-fund": { kind: "in", source: "1", words: /办公经费|工作经费|运转经费|拨付|拨款|补助/ },
  "project-fund": { kind: "in", source: "1", words: /专项|项目(资金|经费)|费随事转/ },
  rent: { kind: "in", source: "2", words: /租金|房租|出租/ },
  donation: { kind: "in", source: "3", words: /捐/ },
  service: { kind: "in", source: "4", words: /服务/ },
  interest: { kind: "in", source: "9", words: /利息/ },
  "other-in": { kind: "in", source: "9" },
  "water-power": { kind: "out", words: /水电|水费|电费|燃气|取暖/ },
  telephone: { kind: "out", words: /电话|宽带|网络|通讯|通信|话费/ },
  relief: { kind: "out", words: /慰问|救助|补助|困难/ },
  activity: { kind: "out", words: /活动|演出|比赛|旅游|联欢/ },
  maintenance: { kind: "out", words: /维修|修缮|修理|维护/ },
  sanitation: { kind: "out", words: /卫生|保洁|垃圾|清扫|消杀|绿化/ },
  equipment: { kind: "out", words: /设备|电脑|打印机|桌椅|购置/ },
  training: { kind: "out", words: /培训|学习/ },
  "pay-supplement": { kind: "out", words: /补贴|津贴|误工|加班/ },
  printing: { kind: "out", words: /印刷|宣传|展板|横幅|打印|复印/ },
  vehicle: { kind: "out", words: /车辆|汽油|租车|交通|油费/ },
  office: { kind: "out", words: /办公|文具|纸/ },
  "other-out": { kind: "out" },
  deposit: { kind: "transfer", words: /存入|存现|缴存|送存/ },
  draw: { kind: "transfer", words: /提取|提现|取现|备用金/ },
};

/** Lines of a kind, in order. */
export function linesOf(kind: VoucherKind): readonly string[] {
  return Object.keys(LINES).filter((line) => LINES[line]?.kind === kind);
}

/** The book that money leaves by a transfer: a deposit takes it from the till, a draw from the bank. */
export function leaves(line: string): Book | undefined {
  if (line === "deposit") return "cash";
  return line === "draw" ? "bank" : undefined;
}

/** The line that a past book's summary means, and its usual source; what no word tells is "other". */
export function proposedLine(kind: "in" | "out", summary: string): { line: string; source?: string } {
  return withSource(linesOf(kind).find((one) => LINES[one]?.words?.test(summary)) ?? `other-${kind}`);
}

/** A line with the source it usually has. */
export function withSource(line: string): { line: string; source?: string } {
  const source = LINES[line]?.source;
  return source === undefined ? { line } : { line, source };
}
