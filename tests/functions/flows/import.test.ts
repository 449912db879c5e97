import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "../imports/office.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.linli.engine.close());

const csv = (...rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => row.join(",")).join("\r\n"));
const HEAD = ["类型", "事由", "状态", "办理期限", "答复"];

test("a file's states are not taken: imported cases stand at the beginning and wait; undo takes them away whole", async () => {
  const done = await office.take(
    csv(
      HEAD,
      ["意见建议", "导入意见甲", "已办结", "2020-01-01", "早已答复"],
      ["纠纷调解", "导入纠纷乙", "已回访", "", ""],
    ),
    "cases",
    "text/csv",
  );
  expect(done).toMatchObject({ state: "done", counts: { new: 2 } });
  const made = await office.records("cases");
  expect(made.map(({ values }) => [values.cause, values.state, values.due, values.answer])).toEqual([
    ["导入意见甲", "received", "2026-11-26", undefined],
    ["导入纠纷乙", "received", "2026-11-26", undefined],
  ]);
  const waiting = await office.call("GET", "/today");
  expect(waiting.body).toMatchObject({ items: [{ title: "导入意见甲" }, { title: "导入纠纷乙" }] });
  await office.call("POST", `/registers/cases/imports/${done.id}/undo`);
  await office.pump.run();
  expect(await office.records("cases")).toEqual([]);
  expect((await office.call("GET", "/today")).body).toMatchObject({ items: [] });
});

test("an import is not taken back over a step that was taken since", async () => {
  const done = await office.take(csv(HEAD, ["意见建议", "导入意见丙", "", "", ""]), "cases", "text/csv");
  const [made] = await office.records("cases");
  const moved = await office.call("POST", `/registers/cases/records/${made?.id}/moves/classify`, {
    values: { addressee: ["town"] },
  });
  expect(moved.status).toBe(200);
  const undo = await office.call("POST", `/registers/cases/imports/${done.id}/undo`);
  expect([undo.status, undo.body.code]).toEqual([409, "undo-refused"]);
  const [left] = await office.records("cases");
  expect(left?.values.state).toBe("classified");
});
