import { beforeAll, describe, expect, test } from "vitest";
import { type Caller, COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

let linli: TestApi;
let clerk: Caller;
let director: Caller;
let accountant: Caller;
let street: Caller;

const STREET = COMMUNITY.slice(0, 9);
const tasks = "/registers/tasks/records";

beforeAll(async () => {
  linli = await openTestApi();
  clerk = await linli.as(["clerk"]);
  director = await linli.as(["director"]);
  accountant = await linli.as(["accountant"]);
  street = await linli.as([], { areas: [{ code: STREET, role: "street" }] });
});

const move = (who: Caller, id: string, name: string, values: object = {}, reason?: string) =>
  who("POST", `${tasks}/${id}/moves/${name}`, { values, ...(reason !== undefined && { reason }) });
const fields = ({ body }: Awaited<ReturnType<Caller>>) => (body.fields ?? []).map(({ path, code }) => [path, code]);

async function received(values: object): Promise<string> {
  const made = await clerk("POST", tasks, { values: { department: "emergency", ...values } });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}

async function checked(values: object, found: object): Promise<string> {
  const id = await received(values);
  const answer = await move(clerk, id, "check", found);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

const fine = { uniform: true, withinDuty: true };
const area = async (who: Caller) => {
  const { status, body } = await who("GET", `/api/areas/${STREET}/tasks`);
  return { status, communities: (body as unknown as { communities: Tasks[] }).communities };
};
type Tasks = {
  code: string;
  tasks: number;
  departments: number;
  refused: number;
  objected: number;
  unpaid: number;
  fundsOpenFen: number;
  lines: { parameter: string; reached: boolean }[];
  items: { id: string; title: string; ground: string | null; decision: string | null }[];
};

describe("a task that a department hands down", () => {
  test("S2.3 shows its authority before it is accepted: checked by the clerk, decided by the director alone", async () => {
    const id = await received({ title: "污染源普查", fundsDue: 500_000 });
    expect(fields(await move(clerk, id, "check", { uniform: true }))).toEqual([["withinDuty", "required"]]);
    expect((await move(director, id, "accept")).body.fields).toMatchObject([{ path: "state", code: "not-in-state" }]);
    const { body } = await move(clerk, id, "check", fine);
    // Three working days: Tuesday to Thursday.
    expect(body.values).toMatchObject({ state: "checked", answerBy: "2026-06-04" });
    expect((await move(clerk, id, "accept")).status).toBe(403);
    const accepted = (await move(director, id, "accept", { due: "2026-09-30" })).body.values;
    expect(accepted).toMatchObject({
      state: "accepted",
      decision: "accept",
      decided: "2026-06-01",
      answerBy: "2026-09-30",
    });
    const typed = { values: { decision: "refuse" } };
    expect((await clerk("PATCH", `${tasks}/${id}`, typed, { "if-match": "3" })).status).toBe(422);
  });

  test("S8.5 may be refused where it is not uniformly arranged or outside the duties, with reason; missing money is but an objection", async () => {
    const why = "未经区政府统一安排，请按准入程序报批";
    const id = await checked({ title: "代发广告" }, { uniform: false, withinDuty: true });
    expect(fields(await move(director, id, "refuse", { ground: "not-uniform" }))).toEqual([["why", "required"]]);
    expect(fields(await move(director, id, "refuse", { ground: "no-funds", why }))).toEqual([
      ["ground", "no-ground-to-refuse"],
    ]);
    // What the check found must bear the refusal out.
    expect(fields(await move(director, id, "refuse", { ground: "outside", why }))).toEqual([
      ["ground", "check-says-otherwise"],
    ]);
    const both = await Promise.all([1, 2].map(() => move(director, id, "refuse", { ground: "not-uniform", why })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const locked = await clerk("PATCH", `${tasks}/${id}`, { values: { title: "别的" } }, { "if-match": "3" });
    expect(fields(locked)).toEqual([["title", "locked"]]);
    const objected = await checked({ title: "用工调查", fundsDue: 80_000 }, fine);
    expect((await move(director, objected, "object", { ground: "no-funds", why: "经费未随任务下达" })).status).toBe(
      200,
    );
  });

  test("S9.24 closes when its funds are paid or waived, and until then stands among the unpaid", async () => {
    const id = await checked({ title: "流动人口核查", fundsDue: 120_000 }, fine);
    await move(director, id, "accept");
    await move(clerk, id, "start");
    expect((await move(clerk, id, "finish", { result: "核查 312 人", fundsPaid: 50_000 })).status).toBe(200);
    const early = await move(accountant, id, "close");
    expect([early.status, ...fields(early)]).toEqual([422, ["fundsPaid", "funds-due"]]);
    expect(early.body.fields[0]?.message).toContain("700.00");
    expect((await area(street)).communities[0]).toMatchObject({ unpaid: 3, fundsOpenFen: 500_000 + 80_000 + 70_000 });
    expect((await move(accountant, id, "close", { fundsPaid: 120_000 })).body.values).toMatchObject({
      state: "closed",
    });
    const other = await checked({ title: "文明城市创建", fundsDue: 10_000 }, fine);
    await move(director, other, "accept");
    await move(clerk, other, "finish", { result: "完成" });
    expect(fields(await move(director, other, "waive"))).toEqual([["reason", "required"]]);
    expect((await move(accountant, other, "waive", {}, "免")).status).toBe(403);
    expect((await move(director, other, "waive", {}, "区里统一采购，无需拨款")).body.values.waived).toBe(true);
  });

  test("S8.5 S9.23 the street sees what was refused or objected to and its own, counts of tasks and departments, and nothing else", async () => {
    await received({ title: "街道交办", department: "street" });
    await received({ title: "普通任务", department: "health" });
    const [first, second] = (await area(street)).communities;
    expect(first).toMatchObject({ code: COMMUNITY, tasks: 7, departments: 3, refused: 1, objected: 1 });
    expect(first?.items.map(({ title }) => title).sort()).toEqual(["代发广告", "用工调查", "街道交办"]);
    expect(first?.lines).toMatchObject([
      { parameter: "tasks.departmentsLine", value: 22, reached: false },
      { parameter: "tasks.tasksLine", value: 40, reached: false },
    ]);
    expect(second).toMatchObject({ code: OTHER_COMMUNITY, tasks: 0, items: [] });
    expect((await street("GET", tasks)).status).toBe(403);
    expect((await area(clerk)).status).toBe(404);
    const district = await linli.as([], { areas: [{ code: COMMUNITY.slice(0, 6), role: "district" }] });
    expect((await area(district)).status).toBe(403);
  });

  test("S9.23 twenty-two departments or more than forty tasks are marked as too much", async () => {
    const patches = Array.from({ length: 41 }, (_, index) => ({
      values: { title: `任务 ${index}`, department: "fire" },
    }));
    const other = await linli.as(["clerk"], { community: OTHER_COMMUNITY });
    expect((await other("POST", "/registers/tasks/patches", { patches: patches.slice(1) })).status).toBe(200);
    const lines = async () => (await area(street)).communities[1]?.lines.map(({ reached }) => reached);
    expect(await lines()).toEqual([false, false]);
    await other("POST", "/registers/tasks/patches", { patches: patches.slice(0, 1) });
    expect(await lines()).toEqual([false, true]);
  });
});
