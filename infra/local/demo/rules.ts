import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";

/** Two numbers the committee decided for itself (本居委会规则): an odd number of members, and the wage that pay goes by. */
export async function addRules(director: Client, community: string, today: string): Promise<void> {
  const decidedOn = addDays(today, -120);
  const from = addDays(today, -90);
  const decided = [
    ["bodies.committeeOdd", true, "居民代表会议纪要第 3 号：本届居委会成员为单数"],
    ["pay.averageYear", 9_600_000, "街道转发的上年社会平均工资通知（演示数字）"],
  ] as const;
  for (const [name, value, decision] of decided) {
    await director.call("POST", `/api/communities/${community}/rules/${name}`, { value, from, decision, decidedOn });
  }
}
