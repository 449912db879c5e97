import { beforeAll, describe, expect, test } from "vitest";
import { openTestForms, type Page, type TestForms } from "./forms.ts";

let linli: TestForms;
let code: string;

const cases = "/registers/cases/records";
const ENTRIES = { type: "opinion", cause: "三单元楼道灯坏了两周", place: "3 号楼" };

beforeAll(async () => {
  linli = await openTestForms();
  const values = {
    code: "500100001001",
    name: "某某社区居委会",
    phone: "02312345678",
    address: "某路 1 号",
    premises: "own",
  };
  const committee = await linli.clerk("POST", "/registers/committees/records", { values });
  expect(committee.status).toBe(201);
  const opened = await linli.clerk("POST", "/forms", { kind: "opinion", record: committee.body.id });
  expect(opened.status).toBe(201);
  code = opened.body.code;
});

const send = (entries: Record<string, string>): Promise<Page> => linli.signUp(code, entries);
const shownState = async (location: string) =>
  /<main data-state="([a-z]+)"/.exec((await linli.get(location)).text)?.[1];
const all = async () => (await linli.clerk("GET", `${cases}?limit=3000`)).body.records;
const latest = async () => (await all()).at(-1) ?? Promise.reject(new Error("There is no case"));
const move = (id: string, name: string, values: Record<string, unknown>) =>
  linli.clerk("POST", `${cases}/${id}/moves/${name}`, { values });

async function answered(): Promise<{ id: string; receipt: string }> {
  const { location } = await send({ ...ENTRIES, cause: `灯坏了 ${Math.random()}` });
  const { id } = await latest();
  expect((await move(id, "classify", { addressee: ["property"] })).status).toBe(200);
  expect((await move(id, "answer", { answer: "物业今天更换。\n如再坏请致电。" })).status).toBe(200);
  return { id, receipt: location };
}

const rate = (receipt: string, satisfied: string) => linli.post(receipt, { action: "rate", satisfied });

describe("the opinion box", () => {
  test("S6.8 S8.7 a resident sends an opinion without a name, sees where it stands, its answer, and rates it once", async () => {
    const page = await linli.get(`/f/${code}?lang=zh`);
    expect(page.text).toContain("个人信息说明");
    expect(page.text).not.toContain("<script");
    const sent = await send(ENTRIES);
    expect(sent.location).toMatch(/^\/r\/[0-9a-z]{16,}$/);
    expect(await shownState(sent.location)).toBe("received");
    const { id, values } = await latest();
    expect(values).toMatchObject({ ...ENTRIES, channel: "qr", state: "received", received: "2026-06-03" });
    expect(values.parties).toBeUndefined();
    await move(id, "classify", { addressee: ["property"] });
    await move(id, "send", { sentTo: "物业公司" });
    expect(await shownState(sent.location)).toBe("sent");
    await move(id, "answer", { answer: "已更换" });
    const receipt = await linli.get(sent.location);
    expect(receipt.text).toContain("已更换");
    expect(receipt.text).not.toContain("Test clerk");
    const rated = await rate(sent.location, "5");
    expect([rated.status, rated.location]).toEqual([303, sent.location]);
    expect(await shownState(sent.location)).toBe("rated");
    const { body } = await linli.clerk("GET", `${cases}/${id}`);
    expect(body.values).toMatchObject({ satisfied: "5", state: "rated" });
  });

  test("rated twice: the same again changes nothing, another is refused and the first stands", async () => {
    const { id, receipt } = await answered();
    await rate(receipt, "2");
    expect((await rate(receipt, "2")).status).toBe(303);
    const other = await rate(receipt, "5");
    expect(other.status).toBe(422);
    expect(other.text).toContain("只能评价一次");
    expect((await linli.clerk("GET", `${cases}/${id}`)).body.values).toMatchObject({ satisfied: "2" });
  });

  test("a rating before the answer, of none of the five, or by two at once", async () => {
    const early = await send({ ...ENTRIES, cause: "还没有答复" });
    expect((await rate(early.location, "4")).status).toBe(422);
    expect(await shownState(early.location)).toBe("received");
    const { id, receipt } = await answered();
    for (const odd of ["", "6", "__proto__"]) expect((await rate(receipt, odd)).status).toBe(422);
    const both = await Promise.all([rate(receipt, "1"), rate(receipt, "5")]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await linli.clerk("GET", `${cases}/${id}`)).body.version).toBe(4);
  });

  test("name and phone are only for the committee; the printed code with the phone's last digits finds the receipt", async () => {
    const sent = await send({ ...ENTRIES, name: "王 芳", phone: "138 0000 5678" });
    const { values } = await latest();
    expect(values.parties).toEqual([{ name: "王芳", phone: "13800005678", role: "reporter" }]);
    const { text } = await linli.get(sent.location);
    expect(text).not.toContain("王芳");
    const printed = /class="code">([^<]+)</.exec(text)?.[1] ?? "";
    const found = await linli.post("/r/find", { code: printed, last: "5678" });
    expect([found.status, found.location]).toEqual([303, sent.location]);
    expect((await linli.post("/r/find", { code: printed, last: "0000" })).status).toBe(422);
  });

  test("the same page sent again, also at the same time, is one opinion with one receipt", async () => {
    const body = { ...(await linli.opened(code)), ...ENTRIES, cause: "同一页", consent: "1" };
    const sent = await Promise.all([linli.post(`/f/${code}`, body), linli.post(`/f/${code}`, body)]);
    const later = await linli.post(`/f/${code}`, body);
    expect(new Set([...sent, later].map(({ location }) => location)).size).toBe(1);
    expect((await all()).filter(({ values }) => values.cause === "同一页")).toHaveLength(1);
  });

  test("what is missing or wrong is said beside its question, and everything entered stays", async () => {
    const sent = await linli.post(`/f/${code}`, {
      ...(await linli.opened(code)),
      type: "mediation",
      cause: "",
      phone: "12",
      place: "三单元",
    });
    expect(sent.status).toBe(422);
    for (const id of ["type-wrong", "cause-wrong", "phone-wrong", "consent-wrong"])
      expect(sent.text).toContain(`id="${id}"`);
    expect(sent.text).toContain("三单元");
    const long = await send({ ...ENTRIES, cause: "长".repeat(10_000) });
    expect(long.status).toBe(422);
    expect(long.text).toContain('id="cause-wrong"');
  });

  test("emoji, markup and line breaks stay what was written", async () => {
    const cause = '👨‍👩‍👧 电梯😡坏了\n<b>三天</b> & "没人管"';
    const sent = await send({ ...ENTRIES, cause });
    expect((await latest()).values.cause).toBe(cause);
    const { text } = await linli.get(sent.location);
    expect(text).toContain("&lt;b&gt;三天&lt;/b&gt;");
    expect(text).not.toContain("<b>三天");
  });

  test("a guessed receipt, and one of another kind, lead nowhere", async () => {
    expect((await linli.get(`/r/${"0".repeat(26)}`)).status).toBe(404);
    expect((await rate(`/r/${"0".repeat(26)}`, "5")).status).toBe(404);
    const { receipt } = await answered();
    expect((await linli.post(receipt, { action: "cancel" })).status).toBe(400);
  });

  test("a closed box takes nothing new, but what was sent is still seen", async () => {
    const body = { ...(await linli.opened(code)), ...ENTRIES, cause: "关闭之前", consent: "1" };
    const sent = await linli.post(`/f/${code}`, body);
    await linli.clerk("POST", `/forms/${code}/close`);
    expect((await linli.get(`/f/${code}`)).status).toBe(410);
    expect((await linli.post(`/f/${code}`, body)).location).toBe(sent.location);
    expect((await linli.post(`/f/${code}`, { ...body, cause: "关闭之后" })).status).toBe(410);
    expect(await shownState(sent.location)).toBe("received");
    await linli.clerk("POST", `/forms/${code}/open`);
  });
});
