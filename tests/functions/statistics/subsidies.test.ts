import JSONstat from "jsonstat-toolkit";
import { beforeAll, expect, test } from "vitest";
import { code, openDistrict } from "./district.ts";

const HOME = code(1, 1);
let district: Awaited<ReturnType<typeof openDistrict>>;
let ask: Awaited<ReturnType<(typeof district)["program"]>>;

beforeAll(async () => {
  district = await openDistrict({ [HOME]: "Community" }, "2026-10-20T09:00");
  const put = (id: string, values: Record<string, string | number>) =>
    district.put(HOME, "left-cadres", id, { since: "2026-01", ...values });
  await district.put(HOME, "committees", "c", { name: "x", premises: "own", founded: "2010-01-01" });
  for (let n = 0; n < 40; n += 1)
    await district.put(HOME, "residents", `r${n}`, { live: "here", sex: "1", birth: "1980-01-01" });
  for (let n = 0; n < 6; n += 1) await put(`lower${n}`, { grade: "lower", amount: 7000 });
  for (let n = 0; n < 5; n += 1) await put(`upper${n}`, { grade: "upper", amount: 10_000 });
  await put("below", { grade: "below", byDocument: 5000 });
  await put("none", { grade: "none", amount: 0 });
  await put("ended", { grade: "upper", amount: 10_000, last: "2026-09" });
  await put("later", { grade: "upper", amount: 10_000, since: "2027-01" });
  await district.settle();
  district.clock.now = Date.parse("2026-11-01T00:05:00+08:00");
  await district.pump.handler({});
  district.clock.now += 5_000;
  ask = await district.program();
});

test("S9.18 the district reads how many get a subsidy and what it comes to a month: who ended, is yet to begin or gets none is left out", async () => {
  const now = (await ask(`/statistics/v1/data/T21?area=${HOME}`)).text;
  expect(now).toContain('"persons"');
  // What it comes to is of closed months: two answers around one change would tell what one person gets.
  expect(now).not.toContain('"amount"');
  const { status, text, json } = await ask(`/statistics/v1/data/T21?area=${HOME}&period=2026-10`);
  expect(status, text).toBe(200);
  const read = JSONstat(json()) as unknown as { Data: (at: object) => { value: number | null } };
  expect(read.Data({ measure: "persons" }).value).toBe(12);
  expect(read.Data({ measure: "amount" }).value).toBe(6 * 70 + 5 * 100 + 50);
  // From closed months the grades too; the one who is paid by the document is not picked out.
  const byGrade = await ask(`/statistics/v1/data/T21?area=${HOME}&by=grade&period=2026-10`);
  const grades = JSONstat(byGrade.json()) as unknown as { Data: (at: object) => { value: number | null } };
  const persons = (grade: string) => grades.Data({ measure: "persons", grade }).value;
  expect(persons("below")).toBeNull();
  expect([persons("lower"), persons("upper")]).toContain(null);
});
