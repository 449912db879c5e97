import { expect, test } from "vitest";
import { afterElection, campaigns, electionHeads } from "../../../shared/coverage/elections.ts";
import type { Lists, Row } from "../../../shared/schema/coverage.ts";
import type { Values } from "../../../shared/schema/field.ts";

const TODAY = "2026-12-30";
const lists =
  (rows: Readonly<Record<string, readonly Values[]>>): Lists =>
  (register) =>
    (rows[register] ?? []).map((values, index): Row => ({ id: `${register}${index}`, values }));
const number = () => null;
const why = (found: { readonly gaps: readonly { readonly why: { readonly zh: string } }[] }) =>
  found.gaps.map((gap) => gap.why.zh);

test("a leading group is preferably headed by the secretary in office; one that is not is named", () => {
  const leading = (head: string) => [
    { name: head, role: "head" },
    { name: "乙", role: "member" },
  ];
  const election = { title: "第二届", kind: "committee", state: "formed" };
  const posts: Values[] = [
    { person: "书记", post: "secretary", from: "2025-01-01" },
    { person: "前书记", post: "secretary", from: "2020-01-01", until: "2025-01-01" },
  ];
  const found = (head: string, more: Values = {}) =>
    electionHeads.of(lists({ elections: [{ ...election, leading: leading(head), ...more }], posts }), TODAY, number);
  expect(why(found("书记"))).toEqual([]);
  expect(why(found("前书记"))).toEqual(["组长不是现任书记"]);
  expect(why(found("乙"))).toEqual(["组长不是现任书记"]);
  expect(found("乙", { state: "reported" }).total).toBe(0);
});

test("a campaign with one election of two is named; earlier and cancelled ones are none", () => {
  const of = (kind: string, state = "planned") => ({ campaign: "2026", kind, state, from: "2026-11-01" });
  const found = (...elections: Values[]) => campaigns.of(lists({ elections }), TODAY, number);
  expect(why(found(of("committee")))).toEqual(["没有党组织换届"]);
  expect(why(found(of("party")))).toEqual(["没有居委会换届"]);
  // A second election of the same kind is none of the other.
  expect(why(found(of("committee"), of("committee")))).toEqual(["没有党组织换届"]);
  expect(found(of("committee"), of("party"))).toMatchObject({ total: 1, covered: 1 });
  expect(found(of("committee", "earlier"), of("party", "cancelled")).total).toBe(0);
});

test("what a new committee sets in order counts from the day it was elected, not from before", () => {
  const elections = [
    { kind: "committee", state: "announced", votedOn: "2026-12-26" },
    { kind: "committee", state: "earlier", votedOn: "2029-01-01" },
  ];
  const charter = { kind: "charter", state: "issued" };
  const found = (validFrom: string, more: Values = {}) =>
    afterElection.of(lists({ elections, documents: [{ ...charter, validFrom, ...more }] }), TODAY, number);
  expect(found("2026-12-25").covered).toBe(0);
  expect(found("2026-12-26").covered).toBe(1);
  expect(found("2026-12-26", { state: "draft" }).covered).toBe(0);
  const posts = (dutyLine?: readonly string[]) => ({
    elections,
    posts: [{ post: "member", from: "2026-12-26", ...(dutyLine && { dutyLine }) }],
  });
  expect(afterElection.of(lists(posts()), TODAY, number).covered).toBe(0);
  expect(afterElection.of(lists(posts(["health"])), TODAY, number).covered).toBe(1);
});
