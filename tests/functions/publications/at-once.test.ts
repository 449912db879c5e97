import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { planPublication } from "../../../functions/publications/plan-publication.ts";
import { commit } from "../../../functions/records/commit.ts";
import { itemsBetween } from "../../../functions/store/items.ts";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

let test: TestApi;
beforeEach(async () => {
  test = await openTestApi();
});
afterEach(() => test.engine.close());

const context = { actor: { account: "a1", name: "Head" }, action: "create" } as const;
const electionOf = (title: string) => ({
  community: COMMUNITY,
  title: { zh: title, en: title },
  madeFrom: "votes#v1",
  source: {
    figures: { present: 40, issued: 40, returned: 39, valid: 38, spoiled: 1, needed: 21 },
    candidates: [{ name: "Wang", office: "director", for: 30, against: 5, abstain: 3, elected: true }],
  },
});

async function publicItems(prefix: string) {
  const items = [];
  const range = { pk: `X#${COMMUNITY}`, from: prefix, to: `${prefix}~` };
  for await (const item of itemsBetween(test.deps, range)) items.push(item);
  return items;
}

describe("what is made public at once", () => {
  it("is on the board in the transaction that made it, with number, hash and the hash before it", async () => {
    const first = await planPublication(test.deps, "result", electionOf("First"), context);
    await commit(test.deps, [first]);
    const second = await planPublication(test.deps, "result", electionOf("Second"), context);
    await commit(test.deps, [second]);
    expect(first.record.values).toMatchObject({ state: "posted", no: 1, from: "2026-06-01", to: "2026-06-30" });
    expect(second.record.values).toMatchObject({ no: 2, previousHash: first.record.values.hash });
    expect(await publicItems("N#")).toHaveLength(2);
    const [page] = await publicItems("T#0000002");
    expect(page).toMatchObject({ no: 2, hash: second.record.values.hash, content: { signedOn: "2026-06-01" } });
  });

  it("stands on what was posted before: of two at the same moment one is made anew", async () => {
    const plans = await Promise.all(
      ["One", "Two"].map((title) => planPublication(test.deps, "result", electionOf(title), context)),
    );
    const outcomes = await Promise.allSettled(plans.map((plan) => commit(test.deps, [plan])));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject(new Refusal("stale"));
    expect(await publicItems("N#")).toHaveLength(1);
  });

  it("shows no column that its kind does not name", async () => {
    const wider = { ...electionOf("Wide"), source: { candidates: [{ name: "Wang", idNo: "110101190001011234" }] } };
    await expect(planPublication(test.deps, "result", wider, context)).rejects.toThrow("no column idNo");
  });
});
