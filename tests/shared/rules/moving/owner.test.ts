import { describe, expect, test } from "vitest";
import { services } from "../../../../infra/services.ts";
import { ownerOfCount, ownerOfRecord } from "../../../../shared/rules/moving/owner.ts";

const HERE = "500100001001";
const homes = new Map([["event-1", HERE]]);
const of = (pk: string, sk = "x", more = {}) => ownerOfRecord({ pk, sk, ...more }, homes);

describe("whose an item is", () => {
  test.each([
    [`R#residents#${HERE}`, "id"],
    [`H#residents#${HERE}`, "0001#id"],
    [`Z#${HERE}`, "B#1"],
    [`V#${HERE}#meeting`, "roll"],
    ["C#500100", HERE],
    [`G#${HERE}`, "A#somebody"],
    ["G#of#somebody", HERE],
    [`F#of#${HERE}`, "sign-up#event-1"],
    ["N#event-1", "0000"],
    ["K#tally#event-1", "q1"],
    [`K#residents#${HERE}`, "id"],
    ["E#due#2026-06-01", `${HERE}#events#event-1#sign-ups`],
    ["E#pass#2026-06-01", `${HERE}#cases#id`],
  ])("a community's: %s %s", (pk, sk) => {
    expect(of(pk, sk)).toEqual({ community: HERE });
  });

  test("a form's and a receipt's is said by the item, a door's code by its survey", () => {
    expect(of("F#abcd", "FORM", { community: HERE })).toEqual({ community: HERE });
    expect(of("Q#hash", "RECEIPT", { community: HERE })).toEqual({ community: HERE });
    expect(of("Q#household-hash", "DOOR", { survey: "event-1" })).toEqual({ community: HERE });
  });

  test("streets, work under way, keys, counters and what belongs to an event that is gone stay where they are", () => {
    const staying = [of("C#500100", "500100001"), of(`J#${HERE}`), of("P#job"), of(`S#${HERE}`, "KEYS")];
    expect([...staying, of("Q#rate-x"), of("E#state"), of("N#gone")]).toEqual(Array(7).fill("nobody"));
    expect(ownerOfCount({ sk: "500100001" })).toBe("nobody");
    expect(ownerOfCount({ sk: `2026-05#${HERE}` })).toEqual({ community: HERE });
  });

  test("of a class that nobody knows is not told, and every class a function may write is known", () => {
    expect(of("?#new", "x")).toBeUndefined();
    const patterns = services.flatMap(({ grants }) =>
      grants.flatMap(({ table, keys = [] }) => (table === "records" ? keys : [])),
    );
    for (const pattern of new Set(patterns)) {
      const pk = pattern.replaceAll("*", HERE);
      const owner = ownerOfRecord({ pk, sk: `${HERE}#x`, community: HERE }, homes) ?? of(pk, HERE, { community: HERE });
      expect(owner, pattern).toBeDefined();
    }
  });
});
