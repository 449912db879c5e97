import { expect, test } from "vitest";
import { code, DISTRICT, openDistrict } from "./district.ts";

const NAMES = { [code(1, 1).slice(0, 9)]: "Street <One>", [code(1, 1)]: "Alpha", [code(1, 2)]: "Beta" };

async function opened() {
  const district = await openDistrict(NAMES);
  for (let n = 0; n < 9; n += 1) {
    await district.put(code(1, 1), "residents", `r${n}`, { live: "here", sex: "1", birth: "1980-01-01" });
  }
  await district.settle();
  return district;
}

test("somebody who is not signed in is sent to the door and comes back to the same question", async () => {
  const { stranger } = await opened();
  const answer = await stranger("/statistics/?indicator=T02");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/auth/sign-in?to=%2Fstatistics%2F%3Findicator%3DT02");
  expect((await stranger("/statistics")).headers.get("location")).toBe("/statistics/");
});

test("an account of a community is told where its own figures are", async () => {
  const { person } = await opened();
  const answer = await (await person(""))("/statistics/");
  expect(answer.status).toBe(403);
  expect(answer.text).toContain("/admin/");
});

test("the page shows the figures of the areas below, the chart's words and the files, in either language", async () => {
  const { person } = await opened();
  const ask = await person();
  const english = await ask(`/statistics/?area=${code(1, 1).slice(0, 9)}&lang=en`);
  expect(english.status).toBe(200);
  expect(english.text).toContain('<td class="number">9</td>');
  expect(english.text).toContain("Street &lt;One&gt;");
  expect(english.text).not.toContain("Street <One>");
  expect(english.text).toContain("format=xlsx");
  expect((await ask("/statistics/")).text).toContain("居民小组");
});

test("a question without an answer says why and keeps what was chosen", async () => {
  const { person } = await opened();
  const ask = await person();
  const answer = await ask("/statistics/?indicator=T02&by=sex,ageBand&period=2026-10", { "accept-language": "en" });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("There are no figures of this area for this month");
  expect(answer.text).toMatch(/<option value="T02" selected/);
  expect((await ask("/statistics/?area=500103001001")).status).toBe(403);
  expect((await ask("/statistics/?indicator=%00&by=a,b&period=x")).status).toBeLessThan(500);
});

test("files may be fetched with the page's own session", async () => {
  const { person } = await opened();
  const answer = await (await person(DISTRICT))("/statistics/v1/data/T01?format=csv");
  expect(answer.status).toBe(200);
});
