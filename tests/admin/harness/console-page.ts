import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Linli } from "../../support/linli.ts";
import type { Person } from "./world.ts";

export type ConsolePage = Awaited<ReturnType<typeof openConsole>>;

/** The console before a clerk who has just signed in on the page, and the clerk's gestures. Rows count from 1. */
export async function openConsole(browser: Browser, linli: Pick<Linli, "url">, person: Person, list: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== linli.url) elsewhere.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  // Signed out, the address leads to the sign-in page and from there back.
  await page.goto(`${linli.url}/admin/#/${list}`);
  await page.fill("[name=login]", person.login);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  await page.waitForSelector("[role=grid]");
  const cell = (row: number, key: string) => page.locator(`[aria-rowindex="${row + 1}"] [data-key="${key}"]`);
  const pick = async (row: number, key: string) => {
    // Whoever scrolls sees the cell before pressing on it; a press in the same frame lands where it was.
    await cell(row, key).scrollIntoViewIfNeeded();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // Two presses on one cell in short order would open it for editing; Escape undoes that and nothing else.
    await cell(row, key).click();
    await page.keyboard.press("Escape");
    await cell(row, key).and(page.locator('[aria-selected="true"]')).waitFor();
  };
  return {
    page,
    context,
    errors,
    /** Requests that went to any other server than ours. */
    elsewhere,
    cell,
    /** Puts the selection on a cell. */
    pick,
    shows: (row: number, key: string, text: string) => cell(row, key).filter({ hasText: text }).waitFor(),
    /** All that was typed has reached the server. */
    saved: () => page.locator('[data-unsaved="0"]').waitFor(),
    type: async (row: number, key: string, text: string) => {
      await pick(row, key);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    paste: (text: string) => pasteInto(page, text),
    compose: (letters: string, text: string) => compose(context, page, letters, text),
  };
}

/** Pastes as the browser does after Ctrl+V, from another program's text. */
function pasteInto(page: Page, text: string): Promise<void> {
  return page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** An input method as the browser sees one: every key is 229, letters are composed, then the text is confirmed. */
async function compose(context: BrowserContext, page: Page, letters: string, text: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const key = (type: "rawKeyDown" | "keyUp") =>
    session.send("Input.dispatchKeyEvent", {
      type,
      key: "Process",
      windowsVirtualKeyCode: 229,
      nativeVirtualKeyCode: 229,
    });
  for (let end = 1; end <= letters.length; end += 1) {
    await key("rawKeyDown");
    await session.send("Input.imeSetComposition", {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
    await key("keyUp");
  }
  await key("rawKeyDown");
  await session.send("Input.insertText", { text });
  await key("keyUp");
}
