import fc from "fast-check";
import { parseCsv, readXlsx } from "hucre";
import { beforeAll, describe, expect, test } from "vitest";
import { exportXlsx } from "../../../functions/imports/export-list.ts";
import type { Refusal } from "../../../shared/contract/refusal.ts";
import { rightsOf } from "../../../shared/guard/rights.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { COMMUNITY } from "../../support/api.ts";
import { people, plainRoster } from "../../support/workbooks.ts";
import { BYTES, type Office, openOffice } from "./office.ts";

const LISTS = ["residents", "households", "dwellings", "groups", "bodies", "events", "service-targets"];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.take(await plainRoster(people(24)));
  const [one, two] = await office.records("residents");
  const add = async (list: string, values: Record<string, unknown>) => {
    const made = await office.clerk("POST", `/registers/${list}/records`, { values });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  };
  await add("bodies", { name: "=1+1", layer: "unit", contact: "'-quoted", memberCount: 12 });
  await add("events", {
    title: "+一日游",
    kind: "trip",
    gather: "2026-12-01T07:30",
    end: "2026-12-01T17:00",
    place: "东门",
    fee: 1050,
    stops: [
      { time: "08:00", place: "果园", activity: "采摘" },
      { time: "12:00", place: "食堂" },
    ],
    vehicles: [{ plate: "渝A12345", seats: 45 }],
    target: ["elderly"],
  });
  for (const resident of [one, two]) {
    await add("service-targets", { resident: resident?.id, kind: "alone-old", from: "2026-01-01" });
  }
  await office.clerk(
    "PATCH",
    `/registers/residents/records/${one?.id}`,
    { values: { name: "王伟" } },
    match(one?.version),
  );
  await office.clerk(
    "PATCH",
    `/registers/residents/records/${two?.id}`,
    { values: { name: "王伟" } },
    match(two?.version),
  );
});
const match = (version = 1) => ({ "if-match": String(version) });
const exported = async (path: string, language = "zh") => {
  const answer = await office.clerk("GET", path, undefined, { "accept-language": language });
  return { ...answer, bytes: answer.body as unknown as Uint8Array };
};

describe("an export", () => {
  test("S5.4 imported again says same for every row, of every list, in both languages and both kinds of file", async () => {
    for (const list of LISTS) {
      for (const language of ["zh", "en"]) {
        for (const ending of ["xlsx", "csv"]) {
          const { bytes, status } = await exported(`/registers/${list}/export.${ending}`, language);
          expect(status).toBe(200);
          const { body } = await office.send(`/registers/${list}/imports`, bytes, BYTES);
          const count = (await office.records(list)).length;
          expect([list, language, ending, body.counts, body.rows]).toEqual([
            list,
            language,
            ending,
            { new: 0, changed: 0, same: count, error: 0 },
            [],
          ]);
        }
      }
    }
  });

  test("shows words instead of codes, titles instead of ids, masks instead of numbers", async () => {
    const { bytes } = await exported("/registers/residents/export.csv");
    const [heads = [], ...rows] = parseCsv(new TextDecoder().decode(bytes));
    expect(heads.slice(0, 4)).toEqual(["id", "姓名", "性别", "出生日期"]);
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).startsWith("\ufeff")).toBe(true);
    const household = heads.indexOf("户");
    expect(rows.map((row) => row[household])).toContain("3");
    for (const row of rows) {
      expect(["男", "女"]).toContain(row[heads.indexOf("性别")]);
      expect(row[heads.indexOf("身份证号")]).toMatch(/^\d{3}\*{11}\d{3}[\dX]$/);
    }
  });

  test("holds only what the caller may see", async () => {
    const { bytes } = await exported("/registers/residents/export.csv");
    expect(new TextDecoder().decode(bytes)).not.toContain("政治面貌");
    const director = await office.linli.as(["director"]);
    const whole = (await director("GET", "/registers/residents/export.csv")).body as unknown as Uint8Array;
    expect(new TextDecoder().decode(whole)).toContain("政治面貌");
    const cashier = await office.linli.as(["cashier"]);
    expect((await cashier("GET", "/registers/dwellings/export.csv")).status).toBe(403);
    expect((await office.clerk("GET", "/registers/nothing/export.xlsx")).status).toBe(404);
  });

  test("calculates nothing when it is opened, and keeps telephone numbers and codes as text", async () => {
    const { bytes } = await exported("/registers/bodies/export.xlsx");
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows[1]?.[1]).toBe("'=1+1");
    expect([...(sheets[0]?.cells?.values() ?? [])].some(({ formula }) => formula)).toBe(false);
    const { bytes: list } = await exported("/registers/residents/export.xlsx");
    const [heads = [], row = []] = (await readXlsx(list)).sheets[0]?.rows ?? [];
    expect(typeof row[heads.indexOf("联系电话")]).toBe("string");
    expect(row[heads.indexOf("出生日期")]).toBeInstanceOf(Date);
  });

  test("carries a file name in the reader's language", async () => {
    const { headers } = await exported("/registers/residents/export.xlsx");
    expect(headers.get("content-disposition")).toContain(`filename*=UTF-8''${encodeURIComponent("居民.xlsx")}`);
  });

  test("that was edited brings back exactly the edited cells", async () => {
    const { bytes } = await exported("/registers/residents/export.csv");
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const phone = people(6)[5]?.phone ?? "";
    const edited = new TextEncoder().encode(text.replace(phone, "13912345678"));
    const { body } = await office.send("/registers/residents/imports", edited, BYTES);
    expect(body.counts).toEqual({ new: 0, changed: 1, same: 23, error: 0 });
    const star = new TextEncoder().encode(text.replace(/500\*{11}/, "511***********"));
    const masked = await office.send("/registers/residents/imports", star, BYTES);
    expect(masked.body.rows[0]?.problems.map(({ code }) => code)).toEqual(["masked"]);
  });
});

describe("a long list", () => {
  let long: Office;
  const titles = Array.from({ length: 200 }, (_, index) => `活动${index}`);
  beforeAll(async () => {
    long = await openOffice();
    const stops = () => Array.from({ length: 40 }, () => ({ place: noise(80), activity: noise(120) }));
    for (const title of titles) {
      const when = { gather: "2026-12-01T07:30", end: "2026-12-01T17:00" };
      const values = { title, kind: "trip", place: "东门", ...when, stops: stops() };
      await long.clerk("POST", "/registers/events/records", { values });
    }
  });

  test("comes as csv in pages of at most 4 MB, each a file with headings, until every record was there once", async () => {
    let path: string | undefined = "/registers/events/export.csv";
    const found: unknown[] = [];
    let pages = 0;
    for (; path && pages < 50; pages += 1) {
      const answer = await long.clerk("GET", path);
      const bytes = answer.body as unknown as Uint8Array;
      expect(bytes.length).toBeLessThan(4_100_000);
      const [heads = [], ...lines] = parseCsv(new TextDecoder().decode(bytes));
      expect(heads[0]).toBe("id");
      found.push(...lines.map((line) => line[1]));
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    }
    expect(pages).toBeGreaterThan(1);
    expect(found.sort()).toEqual(titles.sort());
    for (const cursor of ["x", "x.y"]) {
      expect((await long.clerk("GET", `/registers/events/export.csv?cursor=${cursor}`)).status).toBe(400);
    }
  });

  test("that is too large for one workbook is refused with the way that works", async () => {
    const register = registerNamed("events");
    if (!register) throw new Error("There are no events");
    const request = { register, community: COMMUNITY, rights: rightsOf(["clerk"]), language: "zh" } as const;
    const refused = await exportXlsx(long.linli.deps, request, 100_000).catch((error: Refusal) => error);
    expect(refused).toMatchObject({ status: 413, fields: [{ code: "xlsx-too-large" }] });
  });
});

let seed = 1;
/** Characters without an order, which no packing makes small. */
function noise(length: number): string {
  let text = "";
  for (let at = 0; at < length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += String.fromCharCode(0x4e00 + ((seed >> 8) % 20_000));
  }
  return text;
}

describe("any name of a body", () => {
  test("goes out and comes back as it was, whatever its signs", async () => {
    const fresh = await openOffice();
    const name = fc.stringMatching(/^[=+\-@|'＝＋"，, \u4e00-\u4e20a-z0-9]{0,10}[\u4e00-\u4e20]$/u);
    const names = fc.sample(fc.uniqueArray(name, { minLength: 40, maxLength: 40, selector: (text) => text.trim() }), {
      numRuns: 1,
      seed: 7,
    });
    for (const one of names[0] ?? []) await fresh.clerk("POST", "/registers/bodies/records", { values: { name: one } });
    const kept = await fresh.records("bodies");
    expect(kept.length).toBe(40);
    for (const ending of ["xlsx", "csv"]) {
      const { body } = await fresh.clerk("GET", `/registers/bodies/export.${ending}`);
      const preview = await fresh.send("/registers/bodies/imports", body as unknown as Uint8Array, BYTES);
      expect(preview.body.counts).toEqual({ new: 0, changed: 0, same: 40, error: 0 });
    }
  });
});
