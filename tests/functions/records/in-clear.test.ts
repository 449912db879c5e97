import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { httpApp } from "../../../functions/http/http-app.ts";
import { openLog } from "../../../infra/local/log-file.ts";
import { checkCharacter, maskIdentityNumber } from "../../../shared/rules/identity-number.ts";
import { openTestEngine } from "../../support/engine.ts";
import { numbersIn, placesIn } from "../../support/in-clear/numbers.ts";
import { takeFound } from "../../support/in-clear/watch.ts";
import { createTables, TEST_TABLES } from "../../support/tables.ts";

const BODY = "11010519491231002";
const NUMBER = BODY + checkCharacter(BODY);
const OLD = "130503670401001";

test("a number left in an item is found where it was written and in the stream, though it is replaced at once", async () => {
  const { engine, client, documents } = openTestEngine({ throttles: { partialBatches: 0 } });
  await createTables(client);
  const put = (values: object) =>
    documents.send(new PutCommand({ TableName: TEST_TABLES.records, Item: { pk: "R#c#r", sk: "one", values } }));
  await put({ notes: [{ text: `has ${NUMBER}, it says` }] });
  await put({ notes: [] });
  await engine.close();
  const found = await takeFound();
  expect(found).toContainEqual(expect.stringMatching(/^table Records \(items\) R#c#r \| one: .*notes.*text.* 11…2X$/));
  expect(found).toContainEqual(expect.stringMatching(/^table Records \(records\)/));
  expect(found.join("\n")).not.toContain(NUMBER);
});

test("a number in an answer is found by its route: in JSON, packed, in a workbook, in a header, in a problem", async () => {
  const workbook = await writeXlsx({ sheets: [{ name: "S", rows: [["Nr"], [OLD]] }] });
  const app = httpApp()
    .get("/json", (c) => c.json({ rows: [{ idNo: NUMBER }] }))
    .get("/problem", () => {
      throw Object.assign(new SyntaxError(NUMBER), { name: "Shown" });
    })
    .get("/xlsx", (c) => c.body(new Uint8Array(workbook)))
    .get("/header", (c) => c.body(null, 200, { "x-of": NUMBER }))
    .get("/api/communities/1/registers/residents/records/1/reveal", (c) => c.json({ value: NUMBER }));
  for (const path of ["/json", "/xlsx", "/api/communities/1/registers/residents/records/1/reveal"]) {
    expect((await app.request(path)).status).toBe(200);
  }
  const found = await takeFound();
  expect(found).toEqual([
    "answer of GET /json: $.rows.0.idNo 11…2X",
    expect.stringMatching(/^answer of GET \/xlsx: xl\/\S+\.xml 13…01$/),
  ]);
  expect((await app.request("/header")).headers.get("x-of")).toBe(NUMBER);
  expect(await takeFound()).toEqual(["answer of GET /header, headers: 11…2X"]);
  // What broke is said to nobody by what it was given.
  await app.request("/problem");
  expect(await takeFound()).toEqual([]);
});

test("a number that a server sends, or that stands in a log, is found", async () => {
  const server = createServer((_, answer) => {
    answer.setHeader("content-encoding", "gzip");
    answer.end(gzipSync(JSON.stringify([NUMBER])));
  }).listen(0);
  await once(server, "listening");
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/list`);
  server.close();
  expect(await takeFound()).toEqual(["answer of GET /list: $.0 11…2X"]);
  const folder = await mkdtemp(join(tmpdir(), "linli-"));
  openLog(folder, "functions")(`asked for ${NUMBER}\n`);
  await rm(folder, { recursive: true });
  expect(await takeFound()).toEqual([`log ${join(folder, "functions.log")}: 11…2X`]);
});

const digit = fc.constantFrom(..."0123456789");
const born = fc.date({ min: new Date("1920-01-01"), max: new Date("2025-12-31"), noInvalidDate: true });
const number = fc.tuple(born, fc.array(digit, { minLength: 3, maxLength: 3 })).map(([day, serial]) => {
  const body = `500100${day.toISOString().slice(0, 10).replaceAll("-", "")}${serial.join("")}`;
  return body + checkCharacter(body);
});

test("any number is found in any text, masks and numbers that do not hold are not, and no message tells one", () => {
  const beside = fc.string().filter((text) => !/\d/.test(text));
  fc.assert(
    fc.property(number, beside, beside, (one, before, after) => {
      const text = `${before}${one}${after}`;
      expect(numbersIn(text)).toEqual([one]);
      const places = [...placesIn(text), ...placesIn(JSON.stringify({ [one]: { a: [text] } }))];
      expect(places.length).toBe(3);
      expect(places.join("\n")).not.toContain(one);
      expect(numbersIn(`${before} ${maskIdentityNumber(one)} ${after}`)).toEqual([]);
      const [first = ""] = one.slice(17);
      const other = first === "1" ? "2" : "1";
      expect(numbersIn(`${before}${one.slice(0, 17)}${other}${after}`)).toEqual([]);
    }),
  );
  expect(numbersIn(`born 1967: ${OLD}.`)).toEqual([OLD]);
  // A community and a number behind it, a time, and part of a hash.
  for (const none of ["500100001001001", "1780279200000123", `a${OLD}b`]) expect(numbersIn(none)).toEqual([]);
});
