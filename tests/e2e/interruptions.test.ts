import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { type ConsolePage, openConsole } from "../admin/harness/console-page.ts";
import { isOpenToAll } from "../admin/harness/visit.ts";
import { settle, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Killable, startKillable } from "../support/killable.ts";

type Records = { records: { id: string; version: number; values: Record<string, unknown> }[] };

let linli: Killable;
let browser: Browser;
let world: World;
let bodies: ConsolePage;
let posts: Page;
let form: string;

const records = async (list: string) =>
  (await world.director.call<Records>("GET", `/api/communities/${world.community}/registers/${list}/records`)).records;
const holders = async () => (await records("posts")).map(({ values }) => values.person);
const dialog = () => posts.getByRole("dialog", { name: "办理任职" });
const person = () => dialog().getByRole("textbox", { name: "姓名" });
const confirm = () => dialog().getByRole("button", { name: "确定" }).click();

/** Fills in the dialog that grants an honorary post. */
async function fillIn(name: string): Promise<void> {
  await posts.getByRole("button", { name: "办理任职" }).click();
  await person().fill(name);
  await dialog().getByRole("combobox", { name: "职务" }).click();
  await posts.getByRole("option", { name: "居民代表" }).click();
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

beforeAll(async () => {
  [linli, browser] = await Promise.all([startKillable(["site", "api", "auth", "form"]), launchBrowser()]);
  world = await settle(linli);
  const add = (list: string, values: object) =>
    world.director.call<{ id: string }>("POST", `/api/communities/${world.community}/registers/${list}/records`, {
      values,
    });
  await add("bodies", { name: "Choir" });
  const day = addDays(dayOf(Date.now()), 10);
  const event = {
    title: "Trip",
    kind: "trip",
    gather: `${day}T07:00`,
    end: `${day}T15:00`,
    capacity: 9,
    place: "Gate",
    minAge: 18,
    perPhoneMax: 3,
  };
  const { id } = await add("events", event);
  form = (
    await world.director.call<{ url: string }>("POST", `/api/communities/${world.community}/forms`, {
      kind: "sign-up",
      record: id,
    })
  ).url;
  bodies = await openConsole(browser, linli, world.director, "bodies");
  posts = await bodies.context.newPage();
  posts.setDefaultTimeout(20_000);
  await posts.goto(`${linli.url}/admin/#/posts`);
  await posts.getByRole("button", { name: "办理任职" }).waitFor();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

describe("whoever types into the console", () => {
  test("loses nothing when the server is killed: rows are saved once it is back, a dialog is sent once", async () => {
    await fillIn("Sun Yong");
    await linli.kill();
    await bodies.type(1, "contact", "Zhao");
    await bodies.type(2, "name", "Reading club");
    await bodies.page.getByText("连接已断开，2 行尚未保存").waitFor();
    await shot(bodies.page, "killed-sheet");
    await confirm();
    await dialog().getByText("不知道是否办成").waitFor();
    await dialog().getByText("连接已断开").waitFor();
    await shot(posts, "killed-dialog");
    await linli.restart();
    await bodies.saved();
    await expect
      .poll(async () => (await records("bodies")).map(({ values }) => values.contact ?? values.name))
      .toEqual(["Zhao", "Reading club"]);
    await dialog().getByText("连接已断开").waitFor({ state: "detached" });
    await confirm();
    await dialog().waitFor({ state: "detached" });
    expect((await holders()).filter((name) => name === "Sun Yong")).toHaveLength(1);
  });

  test("presses again after an answer that was lost, and it was done once", async () => {
    const path = (url: URL) => url.pathname.endsWith("/posts/grant");
    await posts.route(path, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await fillIn("Li Si");
    await confirm();
    await dialog().getByText("已经办成的不会重复办理").waitFor();
    await posts.unroute(path);
    await confirm();
    await dialog().waitFor({ state: "detached" });
    expect((await holders()).filter((name) => name === "Li Si")).toHaveLength(1);
  });

  test("signs in again in another window when the session has ended, and goes on where the dialog stands", async () => {
    await fillIn("Wang Wu");
    await bodies.context.clearCookies();
    await confirm();
    const ended = posts.getByRole("dialog", { name: "登录已过期" });
    await ended.waitFor();
    await shot(posts, "ended");
    const [door] = await Promise.all([
      posts.waitForEvent("popup"),
      ended.getByRole("button", { name: "在新窗口登录" }).click(),
    ]);
    await door.fill("[name=login]", world.director.login);
    await door.fill("[name=password]", world.director.password);
    await Promise.all([door.waitForEvent("close"), door.press("[name=password]", "Enter")]);
    await ended.waitFor({ state: "detached" });
    expect(await person().inputValue()).toBe("Wang Wu");
    await confirm();
    await dialog().waitFor({ state: "detached" });
    expect(await holders()).toContain("Wang Wu");
  });

  test("closes a dialog by mistake, goes elsewhere and back, and finds in it what was typed", async () => {
    await fillIn("Zhou Qi");
    await posts.keyboard.press("Escape");
    await posts.getByText("“办理任职”填了一半").waitFor();
    await shot(posts, "unfinished");
    await isOpenToAll(posts, "unfinished");
    await posts.getByRole("menuitem", { name: "今日" }).click();
    await posts.getByRole("heading", { name: "您好" }).waitFor();
    await posts.getByRole("button", { name: "去原处" }).click();
    await posts.getByRole("button", { name: "办理任职" }).click();
    expect(await person().inputValue()).toBe("Zhou Qi");
    await dialog().getByRole("button", { name: "重新填写" }).click();
    expect(await person().inputValue()).toBe("");
    await dialog().getByRole("button", { name: "取消" }).click();
    await dialog().waitFor({ state: "detached" });
    expect(await posts.getByText("填了一半").count()).toBe(0);
  });

  test("works in two tabs: what one could not save the other leaves to it, and takes over once it is closed", async () => {
    const block = (url: URL) => url.pathname.endsWith("/patches");
    const tab = await bodies.context.newPage();
    tab.setDefaultTimeout(20_000);
    const open = async (page: Page) => {
      await page.goto(`${linli.url}/admin/#/bodies`);
      await page.locator('[data-key="name"]', { hasText: "Choir" }).waitFor();
    };
    const named = async (name: string) => (await records("bodies")).filter(({ values }) => values.name === name).length;
    await bodies.type(3, "name", "Tea house");
    await bodies.saved();
    await tab.route(block, (route) => route.abort());
    await open(tab);
    await tab.locator('[aria-rowindex="5"] [data-key="name"]').click();
    await tab.keyboard.type("Smithy");
    await tab.keyboard.press("Enter");
    await tab.getByText("连接已断开，1 行尚未保存").waitFor();
    await bodies.page.reload();
    await bodies.shows(3, "name", "Tea house");
    // Longer than it takes to ask the other tab and to send what a closed one would have left.
    await bodies.page.waitForTimeout(1_000);
    expect(await named("Smithy")).toBe(0);
    await tab.close();
    await bodies.page.reload();
    await bodies.shows(4, "name", "Smithy");
    await bodies.saved();
    expect([await named("Smithy"), await named("Tea house")]).toEqual([1, 1]);
  });

  test("loads the page again when another version was installed, and cells and dialog are as they were typed", async () => {
    await fillIn("Zheng Ba");
    await posts.keyboard.press("Escape");
    const block = (url: URL) => url.pathname.endsWith("/patches");
    await bodies.page.route(block, (route) => route.abort());
    await bodies.type(1, "contact", "Qian");
    await bodies.page.getByText("连接已断开").waitFor();
    await linli.renew();
    await bodies.page.unroute(block);
    // The form of a file to take in is a part of the older version, and is not there any more.
    await bodies.page.route(block, (route) => route.abort());
    await bodies.page.getByRole("button", { name: "导入", exact: true }).click();
    await posts.evaluate(() => {
      window.location.hash = "#/rules";
    });
    await posts.getByText("邻里已更新").waitFor();
    await shot(posts, "newer");
    expect(await bodies.cell(1, "contact").textContent()).toContain("Qian");
    await bodies.page.unroute(block);
    await bodies.page.getByRole("button", { name: /立即重试/ }).click();
    await bodies.page.getByText("邻里已更新").waitFor();
    await bodies.page.getByRole("button", { name: "重新载入" }).click();
    await bodies.shows(1, "contact", "Qian");
    await bodies.saved();
    await posts.getByRole("button", { name: "重新载入" }).click();
    await posts.getByRole("button", { name: "去原处" }).click();
    await posts.getByRole("button", { name: "办理任职" }).click();
    await dialog().getByText("上次没有办完的填写").waitFor();
    expect(await person().inputValue()).toBe("Zheng Ba");
    await shot(posts, "resumed");
    await confirm();
    await dialog().waitFor({ state: "detached" });
    expect(await holders()).toContain("Zheng Ba");
    expect(bodies.errors).toEqual([]);
  });
});

describe("a resident before a form, on a telephone without scripts", () => {
  test("sends it after the server was killed and renewed: Back keeps the entries, and there is one sign-up", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
    const phone = await context.newPage();
    phone.setDefaultTimeout(20_000);
    await phone.goto(form);
    await phone.fill("[name=name]", "孙勇");
    await phone.fill("[name=phone]", "138 1234 5601");
    await phone.check("[name=consent]");
    await linli.kill();
    // What happens meanwhile takes longer than nobody needs to fill a page in.
    await phone.click("form button").catch(() => undefined);
    await linli.renew();
    await phone.goBack();
    expect(await phone.inputValue("[name=name]")).toBe("孙勇");
    expect(await phone.inputValue("[name=phone]")).toBe("138 1234 5601");
    expect(await phone.isChecked("[name=consent]")).toBe(true);
    await phone.waitForTimeout(3_100);
    await phone.click("form button");
    expect(await phone.getAttribute("main", "data-state")).toBe("ok");
    expect((await records("sign-ups")).map(({ values }) => values.name)).toEqual(["孙勇"]);
    await context.close();
  });
});
