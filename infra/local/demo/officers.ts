import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { addRecords } from "./records.ts";

/** Officers of the duty lines, who work without an account of their own here, and one who has left over pay. */
export async function addOfficers(
  { clerk, director }: { readonly clerk: Client; readonly director: Client },
  community: string,
  today: string,
): Promise<void> {
  const base = `/api/communities/${community}/posts`;
  const before = (days: number) => addDays(today, -days);
  const born = (age: number) => `${Number(today.slice(0, 4)) - age}-03-12`;
  const grant = async (given: object) => ((await director.call("POST", `${base}/grant`, given)) as { id: string }).id;
  const officer = { sex: "2", from: before(1_100), education: "31" };
  await grant({ ...officer, person: "甘雨晴", post: "low-income", birth: born(31), origin: "street" });
  await grant({
    ...officer,
    person: "蓝志远",
    post: "social-security",
    sex: "1",
    birth: born(28),
    origin: "village-cadre",
  });
  await grant({
    ...officer,
    person: "柴文静",
    post: "floating",
    birth: born(42),
    origin: "unemployed",
    education: "61",
  });
  const gone = await grant({
    ...officer,
    person: "滕海峰",
    post: "health",
    sex: "1",
    birth: born(26),
    origin: "street",
  });
  await director.call("POST", `${base}/${gone}/end`, { until: before(95), endReason: "pay" });
  // The one who was first in the reserve list took the place.
  const list = { batch: `${Number(today.slice(0, 4)) - 1}年公开招聘`, listed: before(200) };
  await addRecords(clerk, community, "recruits", [
    { ...list, rank: 1, person: "庞若兰", sex: "2", birth: born(29), education: "21", score: 84.5 },
    { ...list, rank: 2, person: "阮学军", sex: "1", birth: born(33), education: "31", score: 82 },
    { ...list, rank: 3, person: "骆小燕", sex: "2", birth: born(25), education: "21", score: 80.25 },
  ]);
  const next = { person: "庞若兰", sex: "2", birth: born(29), education: "21", origin: "recruited" };
  await grant({ ...next, post: "health", from: before(90) });
}
