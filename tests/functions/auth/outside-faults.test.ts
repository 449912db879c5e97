import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDirectly } from "../../../functions/auth/direct.ts";
import { subjectOf } from "../../../functions/auth/outside/link.ts";
import { subjectKey } from "../../../functions/guard/account-keys.ts";
import { readAccount } from "../../../functions/guard/actor.ts";
import { openItems } from "../../../functions/store/items.ts";
import { type FaultPlan, noFaults, seededFaults } from "../../../infra/local/dynamodb/faults.ts";
import { aVisitor } from "./an-issuer.ts";
import { call, cookieOf, PASSWORD } from "./installation.ts";
import { anOpenInstallation, type OpenInstallation } from "./outside.ts";

/** One request in seven, of each kind. */
const RATE = 0.15;
const RATES = {
  throttled: RATE,
  transactionConflict: RATE,
  internalServerError: RATE,
  droppedConnection: RATE,
  answerLostAfterWrite: RATE,
};
let plan: FaultPlan = noFaults;
let linli: OpenInstallation;

beforeAll(async () => {
  linli = await anOpenInstallation({ faults: { next: (...asked) => plan.next(...asked) } });
});
afterAll(() => linli.close());

/** Comes back from the issuer while the database fails. */
async function comeBack(back: string, cookie: string, seed: number): Promise<Response> {
  plan = seededFaults(RATES, seed);
  const answer = await call(linli.auth, back, { cookie });
  plan = noFaults;
  return answer;
}

/** Whether an account and the guard of a subject say the same: both that they are tied, or both that they are not. */
async function isTied(account: string, subject: string): Promise<boolean> {
  const { hash } = await subjectOf(linli.deps, linli.issuer.outside, subject);
  const guard = await openItems(linli.deps.documents, "accounts").get(subjectKey(hash));
  const found = await readAccount(linli.deps, account);
  expect([guard?.account === account, found?.subject === hash]).toEqual([guard !== undefined, guard !== undefined]);
  return guard !== undefined;
}

describe("coming back from the issuer while the database refuses, breaks off and forgets to answer", () => {
  it("ties an account whole or not at all, and doing it once more does it", async () => {
    const told = new Set<string>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const { account, cookie } = await linli.anAccount(`tied${seed}`);
      const given = { cookie, form: { outsidePassword: PASSWORD } };
      const subject = `tied-${seed}`;
      const { back, cookie: own } = await linli.setOut("/auth/outside/link", aVisitor(subject), given);
      const answer = await comeBack(back, `${own}; ${cookie}`, seed);
      expect([303, 409, 410, 503], String(seed)).toContain(answer.status);
      const was = await isTied(account, subject);
      told.add(`${answer.status} ${was}`);
      if (!was) await linli.link(cookie, subject);
      expect(await isTied(account, subject), String(seed)).toBe(true);
    }
    // Some went through, some did not, and none of it was a matter of course.
    expect(told).toContain("303 true");
    expect(told).toContain("503 false");
  });

  it("uses an invitation up and ties its account, or neither", async () => {
    const told = new Set<string>();
    for (let seed = 1; seed <= 25; seed += 1) {
      const invite = { area: "500112", name: "Somebody" };
      const { account, path } = (await answerDirectly(linli.deps, { invite })) as { account: string; path: string };
      const subject = `invited-${seed}`;
      const { back, cookie } = await linli.setOut(`${path}/outside`, aVisitor(subject));
      const answer = await comeBack(back, cookie, 1000 + seed);
      expect([303, 409, 410, 503], String(seed)).toContain(answer.status);
      const was = await isTied(account, subject);
      expect((await call(linli.auth, path)).status, String(seed)).toBe(was ? 410 : 200);
      told.add(`${answer.status} ${was}`);
      const again = was ? await linli.signIn(subject) : await linli.round(`${path}/outside`, aVisitor(subject));
      expect(cookieOf(again), String(seed)).toBeDefined();
    }
    expect(told).toContain("303 true");
    expect(told).toContain("503 false");
  });
});
