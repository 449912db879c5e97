import JSONstat from "jsonstat-toolkit";
import { expect, test } from "vitest";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { monthOf } from "../counts/world.ts";
import { openDistrict } from "./district.ts";

const figures = (residents: number) => ({ at: {}, amounts: { committees: 1, groups: 4, households: 300, residents } });
const report = (indicator: string, cells: object[], period = "2026-09") => ({ period, indicator, cells });
const breakdown = (men: number, women: number) =>
  ["1", "2"].flatMap((sex) =>
    ["0-14", "15-59", "60-64", "65+"].map((ageBand) => ({
      at: { sex, ageBand },
      amounts: { residents: sex === "1" ? men : women },
    })),
  );

test("a director reports months of a community that keeps its lists elsewhere, and the district reads them", async () => {
  const { as, settle, program } = await openDistrict({});
  const director = await as(["director"]);
  const other = await as(["director"], { community: OTHER_COMMUNITY });
  expect((await director("POST", "/statistics/months", report("T01", [figures(900)]))).status).toBe(201);
  expect((await director("POST", "/statistics/months", report("T02", breakdown(100, 125)))).status).toBe(201);
  expect((await other("POST", "/statistics/months", report("T02", breakdown(50, 70)))).status).toBe(201);
  await settle();
  const ask = await program(COMMUNITY.slice(0, 6));
  const bySex = JSONstat((await ask("/statistics/v1/data/T02?by=sex&period=2026-09")).json());
  expect([bySex.Data({ sex: "1" }).value, bySex.Data({ sex: "2" }).value]).toEqual([600, 780]);
  const totals = JSONstat((await ask("/statistics/v1/data/T01?period=2026-09")).json());
  // Households come from one community alone, residents from both.
  expect(totals.Data({ measure: "residents" }).value).toBe(1380);
  expect(totals.Data({ measure: "households" }).value).toBe(300);
});

test("where one community told only its total, its street's breakdown is missing, not wrong", async () => {
  const { as, settle, program } = await openDistrict({ [COMMUNITY]: "Alpha", [OTHER_COMMUNITY]: "Beta" });
  const director = await as(["director"]);
  const other = await as(["director"], { community: OTHER_COMMUNITY });
  await director("POST", "/statistics/months", report("T02", breakdown(100, 125)));
  await other("POST", "/statistics/months", report("T01", [figures(480)]));
  await settle();
  const ask = await program(COMMUNITY.slice(0, 6));
  const own = (await ask(`/statistics/v1/data/T02?by=sex&period=2026-09&area=${COMMUNITY}`)).json();
  expect(own.value.slice(0, 2)).toEqual([400, 500]);
  const street = await ask(`/statistics/v1/data/T02?by=sex&period=2026-09&area=${COMMUNITY.slice(0, 9)}`);
  expect(street.status).toBe(422);
  const total = (await ask(`/statistics/v1/data/T02?period=2026-09&area=${COMMUNITY.slice(0, 9)}`)).json();
  expect(total.value).toEqual([1380]);
});

test("a reported month is frozen: reporting it again is 409 and changes nothing", async () => {
  const { as, deps } = await openDistrict({});
  const director = await as(["director"]);
  await director("POST", "/statistics/months", report("T01", [figures(900)]));
  const again = await director("POST", "/statistics/months", report("T01", [figures(1)]));
  expect(again.status).toBe(409);
  expect((await director("POST", "/statistics/months/2026-09/rebuild")).status).toBe(409);
  expect(await monthOf(deps, COMMUNITY, "T01", "2026-09")).toMatchObject({
    cells: { "T01.residents": 900 },
    origin: "reported",
  });
});

test("a month before the records began is counted afterwards as of its last day, once", async () => {
  const { as, put, deps, pump } = await openDistrict({});
  for (const [id, arrived] of [
    ["a", "2020-01-01"],
    ["b", "2026-09-30"],
    ["c", "2026-10-01"],
  ] as const) {
    await put(COMMUNITY, "residents", id, { live: "here", sex: "2", birth: "1961-09-30", arrived });
  }
  await pump.run();
  const director = await as(["director"]);
  expect((await director("POST", "/statistics/months/2026-09/rebuild")).status).toBe(201);
  expect(await monthOf(deps, COMMUNITY, "T02", "2026-09")).toMatchObject({
    cells: { "T02.residents.2.65+": 2 },
    origin: "rebuilt",
  });
  // Asked again it has the same figures; other ones come too late.
  expect((await director("POST", "/statistics/months/2026-09/rebuild")).status).toBe(201);
  await put(COMMUNITY, "residents", "d", { live: "here", sex: "2", birth: "1961-09-30", arrived: "2020-01-01" });
  expect((await director("POST", "/statistics/months/2026-09/rebuild")).status).toBe(409);
  expect((await director("POST", "/statistics/months/2026-11/rebuild")).status).toBe(422);
  expect((await director("POST", "/statistics/months/2026-9/rebuild")).status).toBe(422);
});

test("a clerk may not report, and every wrong figure of a report is named", async () => {
  const { as } = await openDistrict({});
  const clerk = await as(["clerk"]);
  expect((await clerk("POST", "/statistics/months", report("T01", [figures(900)]))).status).toBe(403);
  const director = await as(["director"]);
  const wrong = await director(
    "POST",
    "/statistics/months",
    report("T02", [
      { at: { sex: "1", ageBand: "0-14" }, amounts: { residents: 5 } },
      { at: { sex: "1", ageBand: "0-14" }, amounts: { residents: 5 } },
      { at: { sex: "3", ageBand: "0-14" }, amounts: { residents: 5, cats: 2 } },
      { at: { sex: "2", ageBand: "65+", age: "9" }, amounts: {} },
    ]),
  );
  expect(wrong.status).toBe(422);
  expect(wrong.body.fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
    "cells.1 repeated",
    "cells.2.at.sex not-in-list",
    "cells.2.amounts.cats unknown-field",
    "cells.3.amounts.residents required",
    "cells.3.at.age unknown-field",
  ]);
  expect((await director("POST", "/statistics/months", report("T01", [figures(-1)]))).status).toBe(422);
  expect((await director("POST", "/statistics/months", report("T01", [figures(9)], "2026-11"))).status).toBe(422);
  expect((await director("POST", "/statistics/months", report("T77", [figures(9)]))).status).toBe(422);
});
