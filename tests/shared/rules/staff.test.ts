import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import { educationBand, STAFF_POSTS, staffChangesOn, staffFacts, staffOn } from "../../../shared/rules/staff.ts";
import type { Values } from "../../../shared/schema/field.ts";

const DAY = "2026-10-20";
const date = fc.integer({ min: -1_000, max: 500 }).map((days) => addDays(DAY, days));
const birth = fc.constantFrom("1961-02-28", "1980-10-21", "1991-01-01");
const post = fc
  .record({
    post: fc.constantFrom(...STAFF_POSTS),
    from: date,
    days: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    endReason: fc.constantFrom("resign", "pay", "death"),
    birth: fc.option(birth, { nil: undefined }),
    sex: fc.option(fc.constantFrom("1", "2"), { nil: undefined }),
  })
  .map(
    ({ days, endReason, birth: born, sex, ...held }): Values => ({
      ...held,
      ...(days !== undefined && { until: addDays(held.from, days), endReason }),
      ...(born !== undefined && { birth: born }),
      ...(sex !== undefined && { sex }),
    }),
  );
const posts = fc.array(post, { minLength: 1, maxLength: 5 });

test("whatever the order in which posts are read, the same persons are counted, and none twice", () => {
  fc.assert(
    fc.property(posts, fc.infiniteStream(fc.nat()), (held, chance) => {
      const shuffled = held
        .map((one) => ({ one, order: chance.next().value ?? 0 }))
        .sort((a, b) => a.order - b.order)
        .map(({ one }) => one);
      expect(staffOn(shuffled, DAY)).toEqual(staffOn(held, DAY));
      const births = new Set(held.map(({ birth: born }) => born).filter((born) => born !== undefined));
      expect(staffOn(held, DAY)).toHaveLength(Math.max(1, births.size));
    }),
  );
});

test("nobody counts otherwise before one of their posts says so", () => {
  fc.assert(
    fc.property(posts, (held) => {
      const changes = held.flatMap((one) => staffChangesOn(one, DAY) ?? []).sort();
      const last = addDays(changes[0] ?? "2140-01-01", -1);
      expect(staffOn(held, last)).toEqual(staffOn(held, DAY));
    }),
  );
});

test("who still holds a post has not left, and who has left is not in office", () => {
  fc.assert(
    fc.property(posts, (held) => {
      for (const member of staffOn(held, DAY)) expect(member.isHeld && member.left !== undefined).toBe(false);
    }),
  );
});

test("bands of education follow the national codes; posts that help or oversee are not of the staff", () => {
  expect(["10", "21", "31", "41", "61", "71", "81", "90", undefined].map(educationBand)).toEqual([
    ...["college", "college", "college", "middle", "middle", "middle", "primary", "illiterate"],
    "unstated",
  ]);
  for (const other of ["council", "supervision", "group-leader", "accountant", "intern"]) {
    expect(staffFacts({ post: other, from: DAY })).toBeUndefined();
  }
});
