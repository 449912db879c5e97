import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { addRecords, listRecords } from "./records.ts";

type Hands = { readonly clerk: Client; readonly cashier: Client; readonly director: Client; readonly street: Client };

/** Assets that were counted, one of them damaged; an audit that was signed off; pay of last month; a left cadre (资产、审计、工资). */
export async function addAssetsAndPay(hands: Hands, community: string, today: string): Promise<void> {
  await addAssets(hands, community, today);
  await addAudit(hands, community, today);
  await addPay(hands, community, today);
}

const mover = (community: string) => (who: Client, list: string, id: string, name: string, values: object) =>
  who.call("POST", `/api/communities/${community}/registers/${list}/records/${id}/moves/${name}`, { values });

async function addAssets({ clerk, cashier, director }: Hands, community: string, today: string): Promise<void> {
  const move = mover(community);
  const vouchers = await listRecords(cashier, community, "vouchers");
  const bought = vouchers.filter(({ values }) => values.line === "equipment" && values.state === "paid");
  const held = await listRecords(clerk, community, "posts");
  const counters = held
    .filter(({ values }) => ["clerk", "secretary"].includes(String(values.post)))
    .map(({ id }) => id);
  const old = { source: "2", place: "办公室", ...(counters[0] && { keeper: counters[0] }) };
  const rows = [
    { no: "ZC-001", name: "会议桌椅一套", bought: "2019-06-01", value: 860_000, ...old },
    { no: "ZC-002", name: "复印机", bought: "2020-03-12", value: 1_250_000, ...old },
    { no: "ZC-003", name: "音响设备", bought: "2021-09-01", value: 540_000, ...old, place: "活动室" },
    ...bought.slice(0, 1).map(({ id, values }) => ({
      ...{ no: "ZC-004", name: "活动室电脑", bought: String(values.date), value: Number(values.amountFen) },
      ...{ source: String(values.source ?? "1"), voucher: id, place: "活动室" },
    })),
  ];
  const ids = await addRecords(clerk, community, "assets", rows);
  const started = addDays(today, -2);
  const [count = ""] = await addRecords(clerk, community, "asset-counts", [{ started, counters }]);
  for (const [index, id] of ids.entries()) {
    const found = index === 1 ? { found: "damaged", countNote: "进纸器损坏，已报修" } : { found: "found" };
    await move(clerk, "assets", id, "count", found);
  }
  await move(clerk, "asset-counts", count, "finish", {});
  await move(director, "asset-counts", count, "confirm", { treatment: "复印机送修，年底前修复" });
}

async function addAudit({ director, cashier, street }: Hands, community: string, today: string): Promise<void> {
  const move = mover(community);
  const year = Number(today.slice(0, 4)) - 1;
  const period = { kind: "regular", from: `${year}-01-01`, until: `${year}-12-31` };
  const [id = ""] = await addRecords(director, community, "audits", [period]);
  await move(street, "audits", id, "report", {
    auditor: "清溪街道财政所",
    auditors: "龚建平、邹晓梅",
    reportNo: `清街审〔${year + 1}〕1 号`,
    findings: "账款相符，两张发票缺验收签字",
    corrections: "补齐验收签字",
  });
  await move(cashier, "audits", id, "correct", { corrected: "已补签，附复印件" });
  await move(street, "audits", id, "sign", {});
}

async function addPay({ cashier, director }: Hands, community: string, today: string): Promise<void> {
  const move = mover(community);
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const held = await listRecords(cashier, community, "posts");
  const paid = ["director", "secretary", "clerk"].flatMap((post) =>
    held.filter(({ values }) => values.post === post).slice(0, 1),
  );
  const lines = paid.map(({ id, values }) => ({
    ...{ month, person: id, insured: true },
    ...{ leader: values.post !== "clerk", gross: values.post === "clerk" ? 420_000 : 480_000 },
  }));
  const ids = await addRecords(cashier, community, "pay-sheets", lines);
  for (const id of ids.slice(0, 2)) await move(director, "pay-sheets", id, "approve", {});
  const service = { from: "1996-03-01", until: "2012-02-28", office: "director", hasPension: false, hasIncome: false };
  await addRecords(cashier, community, "left-cadres", [{ person: "涂德明", since: month, ...service }]);
}
