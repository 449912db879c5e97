import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";

type Hands = { readonly clerk: Client; readonly director: Client };
type Listed = { readonly id: string; readonly values: Readonly<Record<string, unknown>> };

/**
 * What hangs on the demo's board (公开栏): the notice of the trip made from its event, the finance table of the latest
 * reviewed month, two further notices; and one that waits for the director.
 */
export async function addPublications(hands: Hands, community: string, today: string): Promise<void> {
  const { clerk } = hands;
  const path = `/api/communities/${community}`;
  const [{ records }, { months }] = (await Promise.all([
    clerk.call("GET", `${path}/registers/events/records?limit=100`),
    hands.director.call("GET", `${path}/ledger/months`),
  ])) as [{ records: Listed[] }, { months: { month: string; signatures: number }[] }];
  const trip = records.find(({ values }) => values.kind === "trip" && values.status === "open");
  const reviewed = months.filter(({ signatures }) => signatures >= 2).at(-1);
  const until = (days: number) => addDays(today, days);
  const drafts: Record<string, unknown>[] = [
    {
      kind: "notice",
      title: "物业用房换锁通知",
      body: "本周六上午更换物业用房门锁。\n需要领取钥匙的楼栋长请于当天到居委会登记。",
      to: until(6),
    },
    {
      kind: "notice",
      title: "冬季用电用火安全提示",
      affairs: "decided",
      body: "天气转冷，请各家各户检查取暖设备。\n电动车不上楼、不在楼道充电；外出前关闭电源和燃气阀门。\n独居老人如需上门检查，请拨打居委会电话，网格员免费上门。",
      to: until(25),
    },
    ...(reviewed ? [{ kind: "finance", month: reviewed.month }] : []),
    ...(trip ? [{ kind: "notice", event: trip.id, places: ["wall", "board", "screen", "web"] }] : []),
  ];
  // One after another: the board shows the newest first.
  for (const draft of drafts) await posted(hands, path, draft);
  const waiting = {
    kind: "notice",
    title: "周末卫生日安排",
    body: "本周六上午九点，全体楼栋长到小广场集合。",
    to: until(8),
  };
  const { id } = (await clerk.call("POST", `${path}/publications`, waiting)) as { id: string };
  await clerk.call("POST", `${path}/publications/${id}/submit`, {});
}

async function posted({ clerk, director }: Hands, path: string, draft: Record<string, unknown>): Promise<void> {
  const { id } = (await clerk.call("POST", `${path}/publications`, draft)) as { id: string };
  await clerk.call("POST", `${path}/publications/${id}/submit`, {});
  await director.call("POST", `${path}/publications/${id}/approve`, {});
  await clerk.call("POST", `${path}/publications/${id}/post`, {});
}
