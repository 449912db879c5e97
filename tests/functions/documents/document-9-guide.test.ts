import { beforeAll, expect, test } from "vitest";
import { createBoard } from "../../../functions/board/app.tsx";
import { COMMUNITY } from "../../support/api.ts";
import { drafted, stepped } from "../publications/desk.ts";
import { add, type Desk, grant, openDesk, problems } from "./desk.ts";

/** Document 9: the service hall, where everything is asked for at one desk. */
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

test("S9.10 the guide makes public who answers for each item, its papers, its way, its time and its price, as they were approved", async () => {
  const empty = await drafted(desk.clerk, { kind: "guide", title: "办事指南" });
  expect(problems(await desk.clerk("POST", `/publications/${empty.id}/submit`))).toEqual(["kind no-service-items"]);
  const owner = await grant(desk.director, "low-income", "孙低保");
  const item = { owner, papers: "身份证\n户口簿", limitDays: 3 };
  await add(desk.clerk, "service-items", [
    { ...item, name: "低保申请", procedure: "受理、入户、公示", limitDays: 30, priceClass: "free" },
    { ...item, name: "代办复印", priceClass: "low", fee: 50 },
  ]);
  const { id } = await drafted(desk.clerk, { kind: "guide", title: "办事指南", body: "一个窗口受理。" });
  await stepped(desk.clerk, id, "submit");
  await stepped(desk.director, id, "approve");
  const { values } = await stepped(desk.clerk, id, "post");
  expect(values.places).toEqual(["wall", "guide", "screen", "web"]);
  const read = async (language: string) =>
    (await createBoard(desk.deps).request(`/c/${COMMUNITY}/${values.no}?lang=${language}`)).text();
  const page = await read("zh");
  const shown = ["低保申请", "身份证；户口簿", "受理、入户、公示", "无偿", "低偿", "0.50", "低保员 孙低保", "30"];
  for (const word of shown) expect(page).toContain(word);
  expect(await read("en")).toContain("Minimum allowance officer 孙低保");
});
