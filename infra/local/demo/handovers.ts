import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";

type Hands = { readonly director: Client; readonly street: Client };

const LIST = {
  seals: "财务专用章 1 枚",
  books: "现金日记账、银行存款日记账各 1 本，凭证 12 册",
  assets: "保险柜 1 个、点钞机 1 台，见固定资产清单",
  files: "财务档案 2018-2025 年，8 盒",
  openCases: "无",
  accounts: "对公账户 1 个，网银 U 盾 1 个",
};

/** A handover that is complete, and one that is listed and waits for the street (移交, W08): predecessors of those in office. */
export async function addHandovers({ director, street }: Hands, community: string, today: string): Promise<void> {
  const base = `/api/communities/${community}`;
  // What lies in the till is what the books say.
  const { cashFen } = (await director.call("GET", `${base}/ledger/balance?date=${today}`)) as { cashFen: number };
  const list = { ...LIST, cashFen };
  const leaves = async (person: string, post: string, ended: string, taker: string): Promise<string> => {
    const given = { person, post, from: addDays(ended, -1500) };
    const { id } = (await director.call("POST", `${base}/posts/grant`, given)) as { id: string };
    const leaving = { post: id, ended, endReason: "term", taker };
    return ((await director.call("POST", `${base}/handovers`, leaving)) as { id: string }).id;
  };
  const move = (who: Client, id: string, name: string, values: object, reason?: string) =>
    who.call("POST", `${base}/registers/handovers/records/${id}/moves/${name}`, { values, ...(reason && { reason }) });

  const left = addDays(today, -20);
  const signed = addDays(today, -13);
  const complete = await leaves("陈国强", "cashier", left, "吴秀珍");
  await move(director, complete, "list", list);
  await move(street, complete, "audit", {
    auditor: "清溪街道财政所",
    auditReport: `清街审〔${signed.slice(0, 4)}〕3 号`,
    auditFindings: "账款相符",
    audited: addDays(left, 4),
  });
  await move(street, complete, "giveFor", {}, "纸面签字，原件存档");
  await move(street, complete, "takeFor", {}, "纸面签字，原件存档");
  await move(street, complete, "close", { supervised: signed });

  const due = await leaves("马丽华", "accountant", addDays(today, -3), "郑海燕");
  await move(director, due, "list", list);
}
