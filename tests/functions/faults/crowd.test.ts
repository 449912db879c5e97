import { expect, test } from "vitest";
import { type FaultPlan, noFaults, seededFaults } from "../../../infra/local/dynamodb/faults.ts";
import { openTestSurveys } from "../surveys/surveys.ts";

const ANSWERS = 200;
const RATES = { throttled: 0.1, transactionConflict: 0.1, droppedConnection: 0.1, answerLostAfterWrite: 0.1 };

test("200 answers at once on a database that fails: who is told to come again comes again, and each counts once", async () => {
  let plan: FaultPlan = noFaults;
  const linli = await openTestSurveys({ faults: { next: (...asked) => plan.next(...asked) } });
  try {
    const { id, code } = await linli.survey();
    const page = await linli.page(code);
    const pages = await Promise.all(Array.from({ length: ANSWERS - 1 }, () => linli.page(code)));
    plan = seededFaults(RATES, 7);
    const answers = await Promise.all(
      [page, ...pages].map(async (hidden) => {
        const heard: number[] = [];
        while (heard.length < 40) {
          const { status } = await linli.send(code, hidden, { use: "没去过" });
          heard.push(status);
          if (status < 500) break;
        }
        return heard;
      }),
    );
    plan = noFaults;
    expect(new Set(answers.map((heard) => heard.at(-1)))).toEqual(new Set([303]));
    expect(new Set(answers.flatMap((heard) => heard.slice(0, -1)))).toEqual(new Set([503]));
    const results = await linli.results(id);
    expect(results.answers).toBe(ANSWERS);
    expect(results.questions[0]?.options.map(({ count }) => count)).toEqual([0, ANSWERS]);
  } finally {
    await linli.engine.close();
  }
});
