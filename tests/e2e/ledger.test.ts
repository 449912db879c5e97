import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "../../shared/rules/calendar.ts";
import { ledgerWords } from "../../shared/words/ledger.ts";
import { openConsole } from "../admin/harness/console-page.ts";
import { type Person, settle, takeUp, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

type Voucher = { id: string; state: string; no?: string; summary: string };

let linli: Linli;
let browser: Browser;
let world: World;
let cashier: Person;
const words = ledgerWords.zh;
const today = dayOf(Date.now());
const ledger = () => `/api/communities/${world.community}/ledger`;

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["site", "api", "auth"] }), launchBrowser()]);
  world = await settle(linli);
  const invitations = `/api/communities/${world.community}/invitations`;
  const asked = await world.director.call<{ path: string }>("POST", invitations, { name: "Wu", posts: ["cashier"] });
  cashier = await takeUp(linli, asked.path, "cashier");
  const voucher = { kind: "in", book: "cash", date: today, line: "donation", source: "3", documentKind: "receipt" };
  const gift = { ...voucher, documentNo: "R-1", counterparty: "A shop", publishName: true, amountFen: 50_000 };
  for (const summary of ["First gift", "Second gift", "Third gift"]) {
    const { id } = await cashier.call<Voucher>("POST", `${ledger()}/vouchers`, { ...gift, summary });
    await cashier.call("POST", `${ledger()}/vouchers/${id}/submit`, {});
  }
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

const vouchers = async () =>
  (await cashier.call<{ vouchers: Voucher[] }>("GET", `${ledger()}/vouchers`)).vouchers.map(({ summary, state, no }) =>
    [summary, state, no].filter(Boolean).join(" "),
  );

async function signedIn(person: Person, hash: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" })).newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(`${linli.url}/admin/#/${hash}`);
  await page.fill("[name=login]", person.login);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  return page;
}

describe("the ledger in the console", () => {
  test("S8.17 the director sees one voucher at a time and approves it by keyboard; the next one comes", async () => {
    const page = await signedIn(world.director, "ledger/desk");
    await page.getByText(words.place(1, 3)).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await page.getByText(words.place(1, 2)).waitFor();
    expect((await vouchers()).filter((line) => line.includes("approved"))).toHaveLength(1);
    await page.getByRole("button", { name: words.return, exact: true }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("Whose signature?");
    await page.getByRole("dialog").getByRole("button", { name: "确定" }).click();
    await page.getByText(words.place(1, 1)).waitFor();
    const { violations } = await new AxeBuilder({ page }).include(".linli-ledger").analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  test("S8.15 what waits for the director is locked in the cashier's sheet, and its amount stands at the right", async () => {
    const sheet = await openConsole(browser, linli, cashier, "vouchers");
    const row = sheet.page.locator('[role="row"]').filter({ hasText: "待审批" }).first();
    const summary = row.locator('[data-key="summary"]');
    await expect.poll(() => summary.getAttribute("aria-readonly")).toBe("true");
    const before = await vouchers();
    await summary.click();
    await sheet.page.keyboard.type("x");
    await sheet.page.keyboard.press("Enter");
    expect(await vouchers()).toEqual(before);
    const align = await row.locator('[data-key="amountFen"]').evaluate((cell) => {
      const { textAlign, justifyContent } = getComputedStyle(cell);
      return [textAlign, justifyContent].join(" ");
    });
    expect(align).toMatch(/right|end/);
    await sheet.context.close();
  });

  test("S8.16 the cashier closes the day: cash that differs needs a reason", async () => {
    const [waiting] = (await cashier.call<{ vouchers: Voucher[] }>("GET", `${ledger()}/vouchers?state=submitted`))
      .vouchers;
    await world.director.call("POST", `${ledger()}/vouchers/${waiting?.id}/approve`, {});
    const page = await signedIn(cashier, "ledger/days");
    await page.getByRole("button", { name: words.closeDay }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1,000.00").waitFor();
    const confirm = dialog.getByRole("button", { name: "确定" });
    await dialog.getByLabel(words.counted).fill("999.50");
    await dialog.getByText("\u22120.50").waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel(words.reason).fill("找零差错");
    await confirm.click();
    await page.getByText("找零差错").waitFor();
    const { days } = await cashier.call<{ days: { closed?: object }[] }>("GET", `${ledger()}/days`);
    expect(days).toMatchObject([{ closed: { countedFen: 99_950, differenceFen: -50 } }]);
    await page.context().close();
  });
});
