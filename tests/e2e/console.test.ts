import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConsolePage, openConsole } from "../admin/harness/console-page.ts";
import { standsStill } from "../admin/harness/visit.ts";
import { settle, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";
import { people, plainRoster } from "../support/workbooks.ts";

type Records = { records: { id: string; version: number; values: Record<string, unknown> }[] };

let linli: Linli;
let browser: Browser;
let world: World;
let bodies: ConsolePage;

const records = async (list: string) =>
  (await world.director.call<Records>("GET", `/api/communities/${world.community}/registers/${list}/records`)).records;
const named = async (name: string) => (await records("bodies")).find(({ values }) => values.name === name);
/** What the server has in the end: a list read a moment after a write may still be the one before it. */
const keeps = (name: string, key: string, value: unknown) =>
  expect.poll(async () => (await named(name))?.values[key], { timeout: 20_000 }).toBe(value);
const counts = (list: string, length: number) =>
  expect.poll(async () => (await records(list)).length, { timeout: 20_000 }).toBe(length);
const add = (list: string, ...rows: object[]) =>
  world.director.call<{ id: string; version: number }[]>(
    "POST",
    `/api/communities/${world.community}/registers/${list}/patches`,
    { patches: rows.map((values) => ({ values })) },
  );

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["site", "api", "auth", "jobs"] }), launchBrowser()]);
  world = await settle(linli);
  // One after the other, because rows of one request stand in no certain order.
  await add("bodies", { name: "Reading club", memberCount: 4 });
  await add("bodies", { name: "Choir" });
  await add("groups", { no: 1 });
  await add("groups", { no: 2 });
  bodies = await openConsole(browser, linli, world.clerks[0], "bodies");
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

describe("a clerk before a list", () => {
  test("types a Chinese name with an input method, first key included, and it is saved", async () => {
    await bodies.shows(1, "name", "Reading club");
    await bodies.pick(1, "contact");
    await bodies.compose("lihua", "李华");
    await bodies.page.keyboard.press("Enter");
    await bodies.shows(1, "contact", "李华");
    await bodies.saved();
    await keeps("Reading club", "contact", "李华");
  });

  test("pastes a block of new rows from another program", async () => {
    await bodies.pick(3, "name");
    await bodies.paste("Tea house\t\tshop\r\nSmithy\t\tworkshop\r\n");
    await bodies.shows(4, "kind", "workshop");
    await bodies.saved();
    await keeps("Tea house", "kind", "shop");
    await keeps("Smithy", "kind", "workshop");
    await counts("bodies", 4);
  });

  test("undoes a change, and the server has what it had before", async () => {
    await bodies.type(1, "memberCount", "77");
    await bodies.saved();
    await keeps("Reading club", "memberCount", 77);
    await bodies.pick(1, "memberCount");
    await bodies.page.keyboard.press("Control+z");
    await bodies.shows(1, "memberCount", "4");
    await bodies.saved();
    await keeps("Reading club", "memberCount", 4);
  });

  test("sees beside the cell what the server refuses and why, and corrects it", async () => {
    const groups = await openConsole(browser, linli, world.clerks[0], "groups");
    await groups.shows(2, "no", "2");
    await groups.type(2, "no", "1");
    const refused = groups.cell(2, "no").and(groups.page.locator('[aria-invalid="true"]'));
    await refused.waitFor();
    expect(await refused.getAttribute("title")).toContain("已有相同的记录");
    await groups.type(2, "no", "5");
    await groups.saved();
    await expect
      .poll(async () => (await records("groups")).map(({ values }) => values.no).sort(), { timeout: 20_000 })
      .toEqual([1, 5]);
    await groups.context.close();
  });

  test("gets another clerk's change without asking for it", async () => {
    const record = await named("Choir");
    await world.clerks[1].call(
      "PATCH",
      `/api/communities/${world.community}/registers/bodies/records/${record?.id}`,
      { values: { contact: "Wang" } },
      { "if-match": `"${record?.version}"` },
    );
    await bodies.shows(2, "contact", "Wang");
  });

  test("loses nothing when the connection breaks: it says so, and saves when the line is back", async () => {
    await bodies.context.setOffline(true);
    await bodies.type(2, "contact", "Zhao");
    await bodies.page.getByText("连接已断开").waitFor();
    await bodies.shows(2, "contact", "Zhao");
    await keeps("Choir", "contact", "Wang");
    await bodies.context.setOffline(false);
    await bodies.saved();
    await keeps("Choir", "contact", "Zhao");
  });

  test("is asked when another clerk changed the same cell meanwhile, and decides", async () => {
    const record = await named("Choir");
    await bodies.context.setOffline(true);
    await bodies.type(2, "contact", "Mine");
    await bodies.page.getByText("连接已断开").waitFor();
    await world.clerks[1].call(
      "PATCH",
      `/api/communities/${world.community}/registers/bodies/records/${record?.id}`,
      { values: { contact: "Theirs" } },
      { "if-match": `"${record?.version}"` },
    );
    await bodies.context.setOffline(false);
    const conflict = bodies.cell(2, "contact").and(bodies.page.locator('[aria-invalid="true"]'));
    await conflict.waitFor();
    expect(await conflict.getAttribute("title")).toContain("Wang Fang已把这一格改为“Theirs”");
    await bodies.pick(2, "contact");
    await bodies.page.getByRole("button", { name: "用我的" }).click();
    await bodies.saved();
    await keeps("Choir", "contact", "Mine");
  });

  test("finds what was not saved after a reload, and it is saved then", async () => {
    const block = (url: URL) => url.pathname.endsWith("/patches");
    await bodies.page.route(block, (route) => route.abort());
    await bodies.type(2, "contact", "Qian");
    await bodies.page.getByText("连接已断开").waitFor();
    bodies.page.once("dialog", (dialog) => dialog.accept());
    await bodies.page.unroute(block);
    await bodies.page.reload();
    await bodies.shows(2, "contact", "Qian");
    await bodies.saved();
    await keeps("Choir", "contact", "Qian");
  });

  test("reads a record in full with its history in words", async () => {
    const choir = await named("Choir");
    await bodies.page.goto(`${linli.url}/admin/#/bodies?row=${choir?.id}`);
    const panel = bodies.page.getByRole("dialog", { name: "Choir" });
    await panel.getByText("联系人：Mine → Qian").waitFor();
    await panel.getByText("Wang Fang · 修改").first().waitFor();
    await bodies.page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  test("meets no barrier in the list, its dialogs and the first page that a screen reader would", async () => {
    const { page } = bodies;
    const problems: string[] = [];
    const look = async (place: string) => {
      // What is still fading in has no colours of its own yet.
      await standsStill(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) problems.push(`${place}: ${id}: ${nodes[0]?.html.slice(0, 200)}`);
    };
    await look("list");
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByRole("dialog", { name: "导入组织与单位" }).waitFor();
    await look("import");
    await page.keyboard.press("Escape");
    await page.goto(`${linli.url}/admin/#/`);
    await page.getByRole("heading", { name: /您好/ }).waitFor();
    await look("home");
    expect(problems).toEqual([]);
  });

  test("signs out and is asked to sign in again", async () => {
    await bodies.page.getByRole("button", { name: /账号/ }).click();
    await bodies.page.getByRole("menuitem", { name: "退出" }).click();
    await bodies.page.locator("[name=login]").waitFor();
    await bodies.page.goto(`${linli.url}/admin/#/bodies`);
    await bodies.page.locator("[name=login]").waitFor();
    expect(bodies.errors).toEqual([]);
  });

  test("has asked no server but the committee's own", () => {
    expect(bodies.elsewhere).toEqual([]);
  });
});

describe("a clerk with a roster from another program", () => {
  test("sees what each row becomes, takes the good ones in, and takes them back", async () => {
    const residents = await openConsole(browser, linli, world.clerks[0], "residents");
    const { page } = residents;
    const roster = people(4).map((person, row) =>
      row === 2 ? { ...person, idNo: `${person.idNo.slice(0, 17)}?` } : person,
    );
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.setInputFiles("input[type=file]", {
      name: "roster.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(await plainRoster(roster)),
    });
    await page.locator('[data-count="new"]').filter({ hasText: "3" }).waitFor();
    await page.locator('[data-count="error"]').filter({ hasText: "1" }).waitFor();
    await counts("residents", 0);
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("name");
    expect(await page.locator("dialog, [role=dialog]").textContent()).toContain("身份证号");

    await page.getByRole("button", { name: "导入 3 行" }).click();
    await page.getByText("已导入 3 行").waitFor();
    await counts("residents", 3);

    await page.getByRole("button", { name: "撤销这次导入" }).click();
    await page.getByText("已撤销这次导入").waitFor();
    await counts("residents", 0);
    expect(residents.errors).toEqual([]);
    await residents.context.close();
  });
});
