import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AccountPage } from "../../../functions/auth/views/AccountPage.tsx";
import { ForwardPage } from "../../../functions/auth/views/ForwardPage.tsx";
import { InvitationPage } from "../../../functions/auth/views/InvitationPage.tsx";
import { SignInPage } from "../../../functions/auth/views/SignInPage.tsx";
import { launchBrowser } from "../../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const role = (login: string) => ({
  login,
  label: { zh: "\u4e3b\u4efb", en: "Director of a community with a long name" },
});
const problems = [
  { path: "login", code: "login-taken" },
  { path: "password", code: "password-short", params: { min: 10 } },
];
const demo = ["a", "b", "c"].map(role);
const access = (["session", "bearer"] as const).map((kind) => {
  return { id: kind, kind, label: "Chrome, Windows", at: 0, expiresAt: 1, isHere: kind === "session" };
});
const label = { zh: "区统一身份认证平台", en: "the district's single sign-on with a long name" };
const open = { recoveryLeft: 9, access, outside: { label: label.zh, isLinked: false } };
const address = "https://sso.example.cn/auth";
const pages = [
  [
    "the door",
    "dark",
    SignInPage({ language: "en", to: "/admin/", login: "w", notice: "Wrong.", demo, outside: label }),
  ],
  [
    "the invitation",
    "light",
    InvitationPage({ language: "zh", path: "/auth/invitation/x", name: "W", problems, outside: label }),
  ],
  ["the account", "light", AccountPage({ language: "zh", name: "W", login: "w", isChanged: true, problems, ...open })],
  ["the way to the outside issuer", "dark", ForwardPage({ language: "en", label: label.en, address })],
] as const;

it.each(pages)(
  "the page of %s is usable on a small old phone and by a screen reader (%s)",
  async (_name, scheme, view) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme: scheme });
    try {
      const page = await context.newPage();
      // The one page that goes on by itself stays to be looked at.
      await page.setContent(String(await view).replace(/<meta http-equiv="refresh"[^>]*>/, ""));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      for (const box of await page.locator("button:visible, input:not([type=hidden]), a").all()) {
        expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    } finally {
      await context.close();
    }
  },
);
