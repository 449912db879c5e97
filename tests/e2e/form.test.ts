import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, takeUp } from "../../infra/local/demo/client.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { pixelsOf } from "../functions/poster/pixels.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

const DISTRICT = "500112";
const COMMUNITY = "500112013001";
const PASSWORD = "a long password for tests";
const api = `/api/communities/${COMMUNITY}`;

let linli: Linli;
let browser: Browser;
let director: Client;
let form: { code: string; url: string; posterUrl: string };

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["api", "auth", "form", "poster"] }), launchBrowser()]);
  const invited = (await linli.invoke("auth", { invite: { area: DISTRICT, name: "District" } })) as { path: string };
  const district = await takeUp(linli.url, invited.path, "district", PASSWORD);
  await district.call("PUT", `/api/areas/${DISTRICT}`, { name: "渝北区" });
  await district.call("POST", `/api/areas/${DISTRICT}/streets`, { code: COMMUNITY.slice(0, 9), name: "街道" });
  await district.call("POST", `/api/areas/${DISTRICT}/communities`, { code: COMMUNITY, name: "测试社区" });
  const invitation = { name: "主任", posts: ["director"] };
  const path = (await district.call("POST", `${api}/invitations`, invitation)) as { path: string };
  director = await takeUp(linli.url, path.path, "director", PASSWORD);
  await director.call("POST", `${api}/registers/committees/records`, {
    values: {
      code: COMMUNITY,
      name: "测试社区居民委员会",
      nameEn: "Test Residents' Committee",
      phone: "023-67890123",
      address: "测试路 18 号一楼",
      premises: "own",
    },
  });
  form = await opened(await event("摘杏一日游"));
});
afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

async function event(title: string, values: Record<string, unknown> = {}): Promise<string> {
  const day = addDays(dayOf(Date.now()), 10);
  const made = await director.call("POST", `${api}/registers/events/records`, {
    values: {
      title,
      kind: "trip",
      gather: `${day}T07:00`,
      end: `${day}T15:00`,
      place: "社区服务站门口",
      capacity: 1,
      perPhoneMax: 3,
      minAge: 55,
      commercialStop: true,
      stops: [{ time: "13:00", place: "杏园", activity: "采摘" }],
      ...values,
    },
  });
  return (made as { id: string }).id;
}

const opened = async (record: string) =>
  (await director.call("POST", `${api}/forms`, { kind: "sign-up", record })) as typeof form;

/** An old phone: a narrow screen, scripts off. */
async function phone(
  work: (page: Page, context: BrowserContext) => Promise<void>,
  { scripts = false, width = 320 } = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 568 },
    javaScriptEnabled: scripts,
    locale: "zh-CN",
  });
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** How much wider than the screen a page is; measured from outside, because its own scripts are off. */
const sideways = async (page: Page) => {
  const box = await page.locator("body").evaluate((body) => ({
    wide: Math.max(body.scrollWidth, document.documentElement.scrollWidth),
    screen: window.innerWidth,
  }));
  return box.wide - box.screen;
};

async function fillIn(page: Page, address: string, entries: Record<string, string>): Promise<void> {
  await page.goto(address);
  for (const [name, value] of Object.entries(entries)) await page.fill(`[name=${name}]`, value);
  await page.check("[name=consent]");
  // Nobody fills a page in within three seconds.
  await page.waitForTimeout(3_100);
  await page.click("form button");
}

describe("a resident with an old phone", () => {
  test("S1.2 S1.4 signs up without any script, waits, and moves up when somebody cancels", async () => {
    await phone(async (first) => {
      await fillIn(first, form.url, { name: "孙勇", phone: "138 1234 5601" });
      expect(await first.getAttribute("main", "data-state")).toBe("ok");
      expect(await first.textContent("h1")).toBe("报名成功");
      await phone(async (second) => {
        await fillIn(second, form.url, { name: "李四", phone: "13812345602" });
        expect(await second.textContent("h1")).toBe("候补第 1 位");
        await first.click("summary");
        await first.click("form button");
        expect(await first.getAttribute("main", "data-state")).toBe("cancelled");
        await second.reload();
        expect(await second.getAttribute("main", "data-state")).toBe("ok");
        const code = (await second.textContent(".code")) ?? "";
        const receipt = second.url();
        await second.click("a[href^='/r/find']");
        await second.fill("[name=code]", code);
        await second.fill("[name=last]", "5602");
        await second.click("form button");
        expect(second.url()).toBe(receipt);
      });
    });
  });

  test("loads one page and nothing else, in less than 14 kB", async () => {
    await phone(async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const answer = await page.goto(form.url, { waitUntil: "networkidle" });
      expect(asked).toEqual([form.url]);
      expect((await answer?.body())?.length).toBeLessThan(14_000);
      expect(answer?.headers()["content-encoding"]).toBe("gzip");
    });
  });

  test("is told beside the question what is wrong, and loses nothing of what was entered", async () => {
    await phone(async (page) => {
      await page.goto(form.url);
      await page.fill("[name=phone]", "12");
      await page.fill("[name=emergency]", "儿子 13800000000");
      await page.locator("form").evaluate((element) => element.setAttribute("novalidate", ""));
      await page.waitForTimeout(3_100);
      await page.click("form button");
      const describedBy = async (name: string) => {
        const id = (await page.getAttribute(`[name=${name}]`, "aria-describedby")) ?? "";
        return (await Promise.all(id.split(" ").map((one) => page.textContent(`[id="${one}"]`)))).join(" ");
      };
      expect(await describedBy("name")).toContain("必须填写");
      expect(await describedBy("phone")).toContain("电话号码不正确");
      expect(await describedBy("consent")).toContain("请勾选同意");
      expect(await page.inputValue("[name=emergency]")).toBe("儿子 13800000000");
      expect(await page.inputValue("[name=phone]")).toBe("12");
    });
  });

  test("reads every page at 320 pixels without moving it sideways, in every language and size, with targets of 44 pixels", async () => {
    const receipt = await signedUp(await event("触摸测试", { capacity: 9 }));
    await phone(async (page) => {
      for (const query of ["", "?lang=en", "?big=1", "?lang=en&big=1"]) {
        for (const address of [form.url, receipt, `${linli.url}/r/find`]) {
          await page.goto(address + query);
          expect(await sideways(page)).toBeLessThanOrEqual(0);
          expect({ address, query, small: await smallTargets(page) }).toEqual({ address, query, small: [] });
        }
      }
    });
  });
});

/** Things to touch that are lower than 44 pixels. A tick is touched on its label, which is as wide as the page. */
const smallTargets = (page: Page) =>
  page.locator("body").evaluate((body) =>
    [...body.querySelectorAll<HTMLElement>("a, button, summary, input:not([type=hidden]), select, textarea")]
      .filter((target) => target.tabIndex >= 0 && target.getClientRects().length > 0)
      .map((target) => (target.matches("[type=checkbox]") ? (target.parentElement ?? target) : target))
      .filter((target) => target.getBoundingClientRect().height < 44)
      .map((target) => target.outerHTML.slice(0, 80)),
  );

/** A sign-up sent by a program, a receipt for the browser to look at. */
async function signedUp(record: string): Promise<string> {
  const { url } = await opened(record);
  const token = /name="token" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? "";
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  const body = new URLSearchParams({ token, name: "王芳", phone: "13812345699", consent: "1" });
  const answer = await fetch(url, { method: "POST", body, redirect: "manual" });
  return linli.url + (answer.headers.get("location") ?? "");
}

describe("accessibility", () => {
  test("no page has a fault that axe finds: forms, refused forms, receipts, look-up, closed, in both languages", async () => {
    const record = await event("无障碍检查", { capacity: 5 });
    const receipt = await signedUp(record);
    const shut = await opened(await event("已关闭"));
    await director.call("POST", `${api}/forms/${shut.code}/close`);
    await phone(
      async (page) => {
        const check = async (where: string) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect({ where, violations: violations.map(({ id, nodes }) => [id, nodes[0]?.html]) }).toEqual({
            where,
            violations: [],
          });
        };
        const others = [receipt, `${linli.url}/r/find`, shut.url, `${linli.url}/f/abcd3467`];
        const addresses = ["zh", "en", "zh&big=1"].map((lang) => `${form.url}?lang=${lang}`);
        for (const address of [...addresses, ...others]) {
          await page.goto(address);
          await check(address);
        }
        await page.goto(`${form.url}?lang=en`);
        await page.locator("form").evaluate((element) => element.setAttribute("novalidate", ""));
        await page.waitForTimeout(3_100);
        await page.click("form button");
        await check("refused");
        await page.goto(form.posterUrl);
        await check("poster");
      },
      { scripts: true, width: 360 },
    );
  }, 240_000);
});

describe("the poster on the wall", () => {
  test("S1.8 is scanned from the screen and leads to the form; its files come as PDF and SVG", async () => {
    await phone(
      async (page) => {
        await page.goto(form.posterUrl);
        const sheet = await page.locator("svg").screenshot();
        expect(decodeQR(await pixelsOf(await blank(page), sheet))).toBe(form.url);
      },
      { scripts: true, width: 820 },
    );
    const pdf = await fetch(`${form.posterUrl}.pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await fetch(`${form.posterUrl}.svg`)).headers.get("content-type")).toContain("image/svg+xml");
  });
});

/** The poster's own page may fetch nothing, not even to read a picture. */
async function blank(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto("about:blank");
  return other;
}
