import JSONstat from "jsonstat-toolkit";
import { beforeAll, expect, test } from "vitest";
import { code, openDistrict } from "./district.ts";

const ONE = code(1, 1);
const TWO = code(1, 2);
let district: Awaited<ReturnType<typeof openDistrict>>;

beforeAll(async () => {
  district = await openDistrict({ [ONE]: "One", [TWO]: "Two" }, "2026-10-20T09:00");
  await district.put(ONE, "committees", "c", { name: "x", premises: "own", founded: "2010-01-01" });
  await district.put(TWO, "committees", "c", { name: "y", premises: "own", founded: "2026-01-01" });
  // A month is kept of a community in which somebody lives.
  for (const one of [ONE, TWO]) {
    for (let n = 0; n < 10; n += 1) await district.put(one, "residents", `r${n}`, { live: "here", sex: "1" });
  }
});

test("S7.5 periods made public and in time of those due, several items of one counting once", async () => {
  const item = { class: "targets", state: "posted", inTime: true };
  const quarter = { period: "2026-Q3", until: "2026-09-30" };
  for (const [id, values] of Object.entries({
    first: { ...item, ...quarter },
    again: { ...item, ...quarter, inTime: false, state: "archived" },
    late: { ...item, period: "2026-Q2", until: "2026-06-30", inTime: false, state: "answered" },
    begun: { class: "funds", state: "approved", ...quarter },
    old: { ...item, period: "2025-Q3", until: "2025-09-30" },
    month: { ...item, class: "finance", period: "2026-09", until: "2026-09-30" },
  })) {
    await district.put(ONE, "open-affairs", id, values);
  }
  await district.settle();
  district.clock.now = Date.parse("2026-11-01T00:05:00+08:00");
  await district.pump.handler({});
  district.clock.now += 5_000;
  const ask = await district.program();
  const read = async (area: string) => {
    const { status, text, json } = await ask(`/statistics/v1/data/T23?by=class&area=${area}`);
    if (status !== 200) throw new Error(text);
    return JSONstat(json());
  };
  const data = await read(ONE);
  const of = (affairs: string) =>
    ["due", "posted", "inTime", "inTimeShare"].map((measure) => data.Data({ measure, class: affairs }).value);
  expect(of("targets")).toEqual([4, 2, 1, 25]);
  expect(of("finance").slice(0, 3)).toEqual([12, 1, 1]);
  expect(of("funds").slice(0, 3)).toEqual([4, 0, 0]);
  expect(of("decided").slice(0, 3)).toEqual([0, 0, 0]);
  // A committee of this year does not owe a year.
  expect((await read(TWO)).Data({ measure: "due", class: "targets" }).value).toBe(0);
});
