import { afterAll, beforeAll, expect, it } from "vitest";
import { seal, unseal } from "../../../functions/records/seal.ts";
import type { Field } from "../../../shared/schema/field.ts";
import { COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

const FIELD: Field = { kind: "identityNumber", label: { zh: "身份证号", en: "ID number" }, sealed: true };
const NUMBER = "11010519491231002X";
const PLACE = { community: COMMUNITY, register: "residents", id: "r1", field: "idNo" };

let test: TestApi;
beforeAll(async () => {
  test = await openTestApi();
});
afterAll(() => test.engine.close());

it("opens where it was sealed and nowhere else, and not once a bit of it has changed", async () => {
  const sealed = await seal(test.deps, PLACE, NUMBER, FIELD);
  expect(await unseal(test.deps, PLACE, sealed)).toBe(NUMBER);
  const elsewhere = [
    { ...PLACE, community: OTHER_COMMUNITY },
    { ...PLACE, register: "employees" },
    { ...PLACE, id: "r2" },
    { ...PLACE, field: "phone" },
  ];
  for (const place of elsewhere) await expect(unseal(test.deps, place, sealed)).rejects.toThrow();
  const mark = sealed.box.lastIndexOf(".") + 1;
  const bytes = Buffer.from(sealed.box.slice(mark), "base64");
  expect(bytes.length).toBe(12 + NUMBER.length + 16);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const box = sealed.box.slice(0, mark) + changed.toString("base64");
    await expect(unseal(test.deps, PLACE, { ...sealed, box })).rejects.toThrow();
  }
});

it("never looks the same twice, though the same number is found again", async () => {
  const [one, two] = [await seal(test.deps, PLACE, NUMBER, FIELD), await seal(test.deps, PLACE, NUMBER, FIELD)];
  expect(one.box).not.toBe(two.box);
  expect(one.hash).toBe(two.hash);
  expect(JSON.stringify([one, two])).not.toContain(NUMBER);
});
