import type { Browser, Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { consoleWords } from "../../shared/words/console.ts";
import { openConsole } from "../admin/harness/console-page.ts";
import { isOpenToAll, visit } from "../admin/harness/visit.ts";
import { settle, type World } from "../admin/harness/world.ts";
import { pixelsOf } from "../functions/poster/pixels.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";
import { people } from "../support/workbooks.ts";

type Made = { id: string }[];

const SEATS = 40;
const PURPOSE = "投保出行意外险";
const roster = people(SEATS);
const [first, second, third] = roster;

let linli: Linli;
let browser: Browser;
let world: World;
let api: string;
let trip: string;
let talk: string;
let residents: Made;

const add = async (list: string, ...rows: object[]) =>
  world.director.call<Made>("POST", `${api}/registers/${list}/patches`, {
    patches: rows.map((values) => ({ values })),
  });
const event = async (values: object) => {
  const day = addDays(dayOf(Date.now()), 10);
  const when = { gather: `${day}T07:00`, end: `${day}T15:00` };
  return (await add("events", { kind: "trip", place: "社区服务站", ...when, ...values }))[0]?.id ?? "";
};
const at = (id: string) => `/events?row=${id}`;

beforeAll(async () => {
  [linli, browser] = await Promise.all([
    startLinli({ functions: ["site", "api", "auth", "jobs", "form", "poster"] }),
    launchBrowser(),
  ]);
  world = await settle(linli);
  api = `/api/communities/${world.community}`;
  const vehicles = [
    { plate: "渝A12345", seats: SEATS - 5 },
    { plate: "渝B67890", seats: 5 },
  ];
  trip = await event({ title: "果园一日游", capacity: SEATS, vehicles });
  talk = await event({ title: "健康讲座", kind: "lecture", capacity: 1 });
  const signUps = roster.map(({ name, phone }) => ({ event: trip, channel: "site", name, phone }));
  await add("sign-ups", ...signUps.slice(0, 1));
  await add("sign-ups", ...signUps.slice(1));
  const [group] = await add("groups", { no: 1 });
  const [dwelling] = await add("dwellings", { building: "1", room: "101", group: group?.id });
  const [household] = await add("households", { no: "1", dwelling: dwelling?.id });
  const common = { household: household?.id, relation: "unverified", consistency: "unverified" };
  const numbered = roster.slice(0, 2).map(({ name, idNo, birth, sex, phone }) => ({
    ...common,
    ...{ name, idNo, birth, phone, sex: sex === "男" ? "1" : "2" },
  }));
  // The third is known by name alone: staff say which of those with that name it is.
  const { name = "", idNo = "", birth = "" } = third ?? {};
  residents = await add("residents", ...numbered, { ...common, name, idNo, birth, sex: "2" });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

describe("a clerk before an event", { timeout: 180_000 }, () => {
  test("opens its form, has QR code and poster at hand, and closes it: residents are told so until it is resumed", async () => {
    const page = await visit(browser, linli, world.clerks[0], at(talk));
    await page.getByRole("button", { name: "开放扫码报名" }).click();
    const form = (await page.getByRole("link", { name: "打开报名页" }).getAttribute("href")) ?? "";
    const code = await page.getByRole("img", { name: "报名页二维码" }).screenshot();
    const resident = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    expect(decodeQR(await pixelsOf(resident, code))).toBe(form);
    for (const [name, type] of [
      ["海报", "text/html"],
      ["PDF", "application/pdf"],
      ["SVG", "image/svg+xml"],
    ] as const) {
      const link = page.getByRole("link", { name, exact: true });
      const answer = await fetch((await link.getAttribute("href")) ?? "");
      expect([answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
    }
    await isOpenToAll(page, "event");

    await page.getByRole("button", { name: "停止报名" }).click();
    await page.getByText("已停止报名").waitFor();
    expect((await resident.goto(form))?.status()).toBe(410);
    expect(await resident.textContent("h1")).toBe("报名已截止");
    await isOpenToAll(resident, "closed form");
    await page.getByRole("button", { name: "恢复报名" }).click();
    await page.getByRole("button", { name: "停止报名" }).waitFor();
    expect((await resident.goto(form))?.status()).toBe(200);
    await Promise.all([page.context().close(), resident.context().close()]);
  });

  test("S1.2 S1.4 keys in desk and telephone sign-ups: beyond the places they wait, and each keeps its channel", async () => {
    const sheet = await openConsole(browser, linli, world.clerks[0], "sign-ups");
    const { page } = sheet;
    await sheet.shows(1, "name", first?.name ?? "");
    // The first row is where a clerk begins, however long the list took.
    await page.locator('[aria-rowindex="2"] [data-key="name"][aria-selected="true"]').waitFor();
    await sheet.pick(1, "name");
    await page.keyboard.press("Control+End");
    for (const [row, name, channel, phone, state] of [
      [SEATS + 1, "郑一", "现场", "14490000001", "已报名"],
      [SEATS + 2, "钱二", "电话", "14490000002", "候补"],
    ] as const) {
      await sheet.pick(row, "name");
      for (const text of [name, "健康讲座", channel, phone]) {
        await page.keyboard.type(text);
        await page.keyboard.press("Tab");
      }
      await sheet.saved();
      await sheet.shows(row, "state", state);
      await sheet.shows(row, "channel", channel);
    }
    // The first cancels, by telephone; the clerk writes it down.
    await sheet.type(SEATS + 1, "state", "已取消");
    await sheet.shows(SEATS + 2, "state", "已报名");
    expect(sheet.errors).toEqual([]);
    await sheet.context.close();
  });

  test("S1.4 sees whom to phone after a cancellation, and ticks them off", async () => {
    const page = await visit(browser, linli, world.clerks[0], "/");
    // Today's own list says it first; the events below say it again.
    await page.getByText(consoleWords.zh.welcome.toPhone(1)).first().waitFor();
    await page.getByRole("link", { name: "健康讲座" }).first().click();
    await page.getByRole("link", { name: "14490000002" }).waitFor();
    await page.getByRole("button", { name: "已通知: 钱二" }).click();
    await page.getByText("没有需要通知的人").waitFor();
    await page.reload();
    await page.getByText("没有需要通知的人").waitFor();
    await page.context().close();
  });

  test.each([
    ["zh-CN", "乘车名单", "座位"],
    ["en-US", "Bus list", "Seat"],
  ] as const)(
    "S1.4 C12 prints the bus list on A4, every name and phone in it, no row cut (%s)",
    async (locale, name, seat) => {
      const console = await visit(browser, linli, world.clerks[0], at(trip), { locale });
      const [page] = await Promise.all([
        console.context().waitForEvent("page"),
        console.getByRole("link", { name }).click(),
      ]);
      await page.getByRole("columnheader", { name: seat }).first().waitFor();
      await isOpenToAll(page, name);
      for (const plate of ["渝A12345", "渝B67890"]) await page.getByRole("heading", { name: plate }).waitFor();
      expect(await printed(page)).toEqual({ size: [595, 842], pages: 2 });
      const rows = await page
        .locator("tbody tr")
        .evaluateAll((all) =>
          all.map((row) => ({ text: row.textContent ?? "", whole: getComputedStyle(row).breakInside })),
        );
      expect(rows.every(({ whole }) => whole === "avoid")).toBe(true);
      for (const { name: guest, phone } of roster) {
        expect(rows.filter(({ text }) => text.includes(guest) && text.includes(phone))).toHaveLength(1);
      }
      await console.context().close();
    },
  );

  test("prints the insurance list with full ID numbers after one purpose, and nothing of them stays behind", async () => {
    const page = await visit(browser, linli, world.clerks[0], at(trip));
    await page.getByRole("button", { name: "保险名单" }).click();
    await page.keyboard.type(PURPOSE);
    await page.keyboard.press("Enter");
    const list = page.getByRole("dialog", { name: "保险名单" });
    await list.getByText(second?.idNo ?? "").waitFor();
    await list.getByRole("combobox").selectOption({ label: third?.birth ?? "" });
    await list.getByText(third?.idNo ?? "").waitFor();
    await isOpenToAll(page, "insurance list");

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await list.getByRole("button", { name: "打印" }).click();
    await page.locator('[data-printed="yes"]').waitFor({ state: "attached" });
    expect(await printed(page)).toEqual({ size: [595, 842], pages: 2 });
    // As paper shows it: the list alone, one line a person.
    await page.emulateMedia({ media: "print" });
    const lines = page.locator(".linli-paper tbody tr");
    expect(await lines.count()).toBe(SEATS);
    expect(await lines.nth(0).innerText()).toContain(first?.idNo);
    expect(await page.locator(".linli-paper").innerText()).toContain(PURPOSE);
    expect(await list.isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });

    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    await list.press("Escape");
    await list.waitFor({ state: "detached" });
    const html = await page.content();
    for (const { idNo } of [first, second, third].filter((one) => one !== undefined)) {
      expect(stored + page.url()).not.toContain(idNo);
      expect(html).not.toContain(idNo);
    }
    for (const { id } of residents) {
      const path = `${api}/registers/residents/records/${id}/history`;
      const history = await world.director.call<{ action: string; by: string; reason?: string }[]>("GET", path);
      const read = history.filter(({ action }) => action === "reveal");
      expect(read).toMatchObject([{ by: "Li Hua", reason: PURPOSE }]);
    }
    await page.context().close();
  });
});

/** What a printer would get: the paper in points, and how many sheets. */
async function printed(page: Page): Promise<{ size: number[]; pages: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    size: [width, height].map((side) => Math.round(Number(side))),
    pages: Number(/\/Count (\d+)/.exec(pdf)?.[1]),
  };
}
