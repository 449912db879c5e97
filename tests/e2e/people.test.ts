import { TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST_ROLES } from "../../shared/guard/roles.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { isOpenToAll, visit } from "../admin/harness/visit.ts";
import { settle, takeUp, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

const PASSWORD = "a long password for tests";

let linli: Linli;
let browser: Browser;
let world: World;
let api: string;

const dialog = (page: Page) => page.getByRole("dialog").last();
const choose = async (page: Page, field: string | RegExp, option: string | RegExp) => {
  await dialog(page).getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option, ...(typeof option === "string" && { exact: true }) }).click();
};
const closed = async (page: Page, work: () => Promise<void>) => {
  const name = (await dialog(page).getByRole("heading").first().textContent()) ?? "";
  await work();
  await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
};
const send = (page: Page) => closed(page, () => dialog(page).locator("button[type=submit]").click());

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["site", "api", "auth", "jobs"] }), launchBrowser()]);
  world = await settle(linli);
  api = `/api/communities/${world.community}`;
  await world.director.call("POST", `${api}/registers/groups/records`, { values: { no: 1 } });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

describe("a district before its area", { timeout: 180_000 }, () => {
  test("sets up a street, a community, a program and an account below it, by keyboard", async () => {
    const page = await visit(browser, linli, world.district, "/area");
    await page.getByRole("heading", { name: "统计接口" }).waitFor();
    await isOpenToAll(page, "area");
    const ask = async (button: string, name: string, code?: string) => {
      await page.getByRole("button", { name: button }).press("Enter");
      await page.keyboard.type(name);
      if (code) await dialog(page).getByLabel("区划代码").fill(code);
      await page.keyboard.press("Enter");
    };
    await ask("添加街道", "新街", "5001");
    await page.getByText("应为 9 位街道代码").waitFor();
    await dialog(page).getByLabel("区划代码").fill("500100004");
    await send(page);
    await ask("添加社区", "新一社区", "500100004001");
    for (const name of ["新街", "新一社区"]) await page.getByRole("rowheader", { name, exact: true }).waitFor();

    await ask("添加统计接口", "大屏");
    const shown = await dialog(page).getByText("client_secret").textContent();
    await isOpenToAll(page, "credentials");
    await page.getByRole("button", { name: "复制凭据" }).press("Enter");
    await page.getByText("已复制").waitFor();
    await closed(page, () => dialog(page).getByRole("button", { name: "关闭" }).press("Enter"));
    expect(await page.content()).not.toContain(shown?.split(" ")[1]);
    // What was copied is what was shown: pasted into a name it stands there.
    await page.getByRole("button", { name: "改名称" }).click();
    await page.keyboard.press("Control+v");
    expect(await dialog(page).getByLabel("名称").inputValue()).toContain(shown);
    await closed(page, () => page.keyboard.press("Escape"));

    await page.getByRole("button", { name: "停用: 大屏" }).click();
    await page.getByText("“大屏”将立即不能再读取统计数据").waitFor();
    await send(page);
    await page.getByRole("button", { name: "停用: 大屏" }).waitFor({ state: "detached" });

    await ask("邀请街道或区账号", "新街街道办", "500100004");
    const link = await dialog(page).getByText("/auth/invitation/").textContent();
    expect((await fetch(link ?? "")).status).toBe(200);
    await page.context().close();
  });
});

describe("a street before its communities", { timeout: 180_000 }, () => {
  test("S3.22 lands on its page, supervises a handover there by keyboard, prints its list, and its signature ends the post", async () => {
    const { path } = await world.district.call<{ path: string }>("POST", "/api/areas/500100001/invitations", {
      name: "街道办",
    });
    const street = await takeUp(linli, path, "street");
    const grant = { person: "马丽华", post: "cashier", from: "2024-01-01" };
    const { id: post } = await world.director.call<{ id: string }>("POST", `${api}/posts/grant`, grant);
    const leaving = { post, ended: dayOf(Date.now()), endReason: "resign", taker: "吴秀珍" };
    const { id } = await world.director.call<{ id: string }>("POST", `${api}/handovers`, leaving);
    const values = {
      seals: "1 枚",
      books: "2 本",
      cashFen: 500,
      assets: "无",
      files: "8 盒",
      openCases: "无",
      accounts: "1 个",
    };
    await world.director.call("POST", `${api}/registers/handovers/records/${id}/moves/list`, { values });

    const page = await visit(browser, linli, street, "/");
    await page.getByRole("heading", { level: 1, name: "First street" }).waitFor();
    await page.getByText("1 件等街道办理").first().waitFor();
    await page.getByText("主任 Zhou Min").waitFor();
    await isOpenToAll(page, "street");
    const step = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
    await step("登记离任审计");
    await dialog(page).getByLabel("审计单位").fill("财政所");
    await dialog(page).getByLabel("审计报告文号").fill("审 1 号");
    await send(page);
    for (const [name, taker] of [["登记移交人纸面签字"], ["登记接收人纸面签字", "吴秀珍"]] as const) {
      await step(name);
      if (taker) await dialog(page).getByLabel("接收人").fill(taker);
      await dialog(page).getByLabel("原因").fill("纸面签字，原件存档");
      await send(page);
    }
    await page.evaluate(() => {
      window.print = () => {
        document.title = document.querySelector(".linli-office-paper")?.textContent ?? "";
      };
    });
    await step("打印移交清单");
    await page.waitForFunction(() => document.title.includes("审 1 号"));
    expect(await page.title()).toMatch(/印章1 枚.*实点 5.00 元.*相差 5.00 元.*移交人（纸面签字）/);
    await step("监交人签字，移交完成");
    await send(page);
    await page.getByText("1 件等街道办理").first().waitFor({ state: "detached" });
    const held = await world.director.call<{ values: object }>("GET", `${api}/registers/posts/records/${post}`);
    expect(held.values).toMatchObject({ endReason: "resign", until: leaving.ended });
    await page.setViewportSize({ width: 360, height: 740 });
    await isOpenToAll(page, "street on a phone");
    await page.context().close();
  });
});

describe("a director and a colleague", { timeout: 180_000 }, () => {
  test("who is invited takes it up on a phone and sees what the post allows, nothing else; when it ends, nothing", async () => {
    const director = await visit(browser, linli, world.director, "/members");
    await director.getByRole("table").waitFor();
    await isOpenToAll(director, "members");
    await director.getByRole("button", { name: "邀请", exact: true }).click();
    await director.keyboard.type("新同事");
    await choose(director, "职务", "监督小组成员");
    await director.keyboard.press("Escape");
    await director.getByRole("listbox").waitFor({ state: "detached" });
    await dialog(director).locator("button[type=submit]").click();
    const address = await dialog(director).getByText("/auth/invitation/").textContent();
    await closed(director, () => dialog(director).getByRole("button", { name: "关闭" }).click());

    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "zh-CN" });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(address ?? "");
    await isOpenToAll(page, "invitation");
    await page.fill("[name=login]", "colleague");
    for (const field of ["password", "repeat"]) await page.fill(`[name=${field}]`, PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "新同事，您好" }).waitFor();
    await isOpenToAll(page, "home");
    const lists = await page
      .locator("main a[href^='#/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")?.slice(2)));
    expect(lists.sort()).toEqual([...(POST_ROLES.supervision?.read ?? [])].sort());
    const status = (path: string) => page.evaluate(async (to) => (await fetch(to)).status, api + path);
    expect(await status("/registers/residents/records")).toBe(403);
    expect(await status("/accounts")).toBe(403);

    // A supervisor is nobody's clerk: the duties stay apart, and the director is told so.
    await director.goto(`${linli.url}/admin/#/posts`);
    const grant = async () => {
      await director.getByRole("button", { name: "办理任职" }).click();
      await choose(director, "账号", /新同事/);
      await choose(director, /职务/, "委员");
    };
    const end = async (post: string) => {
      type Posts = { records: { id: string; values: { person: string; post: string } }[] };
      const { records } = await world.director.call<Posts>("GET", `${api}/registers/posts/records`);
      const held = records.find(({ values }) => values.person === "新同事" && values.post === post);
      await director.goto(`${linli.url}/admin/#/posts?row=${held?.id}`);
      await director.getByRole("button", { name: "办理离任" }).click();
      await choose(director, /离任原因/, "辞职");
      await send(director);
      await director.getByRole("button", { name: "办理离任" }).waitFor({ state: "detached" });
      await director.goto(`${linli.url}/admin/#/posts`);
    };
    await grant();
    await dialog(director).locator("button[type=submit]").click();
    await director.getByText("监督小组成员不能由居委会成员、出纳或会计兼任").waitFor();
    await isOpenToAll(director, "grant");
    await closed(director, () => dialog(director).getByRole("button", { name: "取消" }).click());
    await end("supervision");
    expect(await status("/registers/groups/records")).toBe(404);

    await grant();
    await send(director);
    await page.reload();
    await page.locator("main a[href='#/groups']").click();
    await page.locator('[data-key="no"]').filter({ hasText: "1" }).waitFor();
    await end("member");
    expect(await status("/registers/groups/records")).toBe(404);
    // What stood open forgets the list as soon as the colleague comes back to it.
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.locator("[role=grid]").waitFor({ state: "detached" });
    expect(await page.locator('[data-key="no"]').count()).toBe(0);
    await Promise.all([context.close(), director.context().close()]);
  });

  test("protect an account with a second step, and enter by a code from paper when the phone is gone", async () => {
    const { login, password } = world.clerks[0];
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    const enter = async () => {
      await page.fill("#login", login);
      await page.fill("#password", password);
      await page.press("#password", "Enter");
    };
    await page.goto(`${linli.url}/auth/sign-in?to=/admin/`);
    await enter();
    await page.waitForURL(/admin/);
    await page.goto(`${linli.url}/auth/account`);
    await page.fill("#twoStepPassword", password);
    await page.press("#twoStepPassword", "Enter");
    await page.locator(".qr").waitFor();
    await isOpenToAll(page, "two-step");
    const secret = (await page.textContent(".key"))?.replaceAll(" ", "") ?? "";
    await page.fill("#code", new TOTP({ secret }).generate());
    await page.press("#code", "Enter");
    const code = await page.locator(".codes li").first().textContent();
    await isOpenToAll(page, "recovery");
    await page.context().clearCookies();
    await page.goto(`${linli.url}/auth/sign-in?to=/admin/`);
    await enter();
    await isOpenToAll(page, "second step");
    await page.fill("#code", String(code));
    await page.press("#code", "Enter");
    await page.waitForURL(/admin/);
    await page.context().close();
  });

  test("meet no barrier on their pages in English, on a phone", async () => {
    const look = { width: 360, locale: "en-US" } as const;
    const area = await visit(browser, linli, world.district, "/area", look);
    await area.getByRole("heading", { name: "Communities" }).waitFor();
    await isOpenToAll(area, "area");
    await area.getByRole("button", { name: "Add a street" }).click();
    await isOpenToAll(area, "street");
    const director = await visit(browser, linli, world.director, "/members", look);
    await director.getByRole("table").waitFor();
    await isOpenToAll(director, "members");
    await director.getByRole("button", { name: "Invite", exact: true }).click();
    await isOpenToAll(director, "invite");
    await Promise.all([area.context().close(), director.context().close()]);
  });
});
