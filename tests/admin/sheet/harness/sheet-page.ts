import type { Browser, CDPSession } from "playwright-core";
import type { CellEdit } from "../../../../admin/sheet/types.ts";

export type OpenOptions = {
  readonly rows?: number;
  readonly add?: "no";
  readonly lang?: "en";
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
};

export type Call = { readonly name: string; readonly edits?: readonly CellEdit[]; readonly detail?: unknown };

export type SheetPage = Awaited<ReturnType<typeof openSheet>>;

/** A page with one sheet, and the gestures of a clerk before it. Rows count from 1, as the sheet numbers them. */
export async function openSheet(browser: Browser, url: string, options: OpenOptions = {}) {
  const { width = 2560, height = 320, touch = false, ...query } = options;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  await page.goto(`${url}?${search}`);
  await page.waitForSelector(".ll-sheet-cell", { timeout: 30_000 });
  const cell = (row: number, key: string) => page.locator(`[aria-rowindex="${row + 1}"] [data-key="${key}"]`);
  const calls = (): Promise<readonly Call[]> => page.evaluate(() => window.harness?.calls ?? []);
  return {
    page,
    errors,
    cell,
    close: () => context.close(),
    text: async (row: number, key: string) => (await cell(row, key).textContent()) ?? "",
    click: (row: number, key: string, settings: { modifiers?: "Shift"[]; clickCount?: number } = {}) =>
      cell(row, key).click(settings),
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text: string) => page.keyboard.type(text),
    /** What the sheet reported as edits, newest last, as `reason` and the cells. */
    edits: async () => (await calls()).filter((call) => call.edits !== undefined),
    lastEdit: async () => (await calls()).filter((call) => call.edits !== undefined).at(-1),
    reports: async (name: string) => (await calls()).filter((call) => call.name === name).map((call) => call.detail),
    active: () =>
      page.evaluate(() => {
        const element = document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "");
        const row = element?.closest("[aria-rowindex]")?.getAttribute("aria-rowindex");
        return `${Number(row) - 1} ${element?.dataset.key}`;
      }),
    value: (row: number, key: string) =>
      page.evaluate(([at, name]) => window.harness?.rows()[Number(at) - 1]?.values[String(name)], [row, key]),
    rowCount: () => page.evaluate(() => window.harness?.rows().length),
    /** Pastes as the browser does after Ctrl+V, from another program's text. */
    paste: (text: string) =>
      page.evaluate((plain) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", plain);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      }, text),
    /** What a copy or cut would put on the clipboard. */
    copy: (kind: "copy" | "cut" = "copy") =>
      page.evaluate((type) => {
        const clipboardData = new DataTransfer();
        document.activeElement?.dispatchEvent(
          new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }),
        );
        return { text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
      }, kind),
    notice: () => page.locator(".ll-sheet > [role=status]").textContent(),
    inputMethod: async () => inputMethod(await context.newCDPSession(page)),
  };
}

/** An input method as the browser sees one: every key is 229, text is composed and then confirmed. */
function inputMethod(session: CDPSession) {
  const key = (type: "rawKeyDown" | "keyUp") =>
    session.send("Input.dispatchKeyEvent", {
      type,
      key: "Process",
      windowsVirtualKeyCode: 229,
      nativeVirtualKeyCode: 229,
    });
  const compose = async (text: string) => {
    await key("rawKeyDown");
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await key("keyUp");
  };
  return {
    compose,
    async composeLetters(letters: string) {
      for (let end = 1; end <= letters.length; end += 1) await compose(letters.slice(0, end));
    },
    /** Enter or Space on a candidate: the key belongs to the input method, the text arrives. */
    async confirm(text: string) {
      await key("rawKeyDown");
      await session.send("Input.insertText", { text });
      await key("keyUp");
    },
  };
}
