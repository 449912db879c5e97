import type { Page } from "playwright-core";

/** The event a gesture begins with, and the element whose text shows that it is done. */
type Effect = { readonly event: string; readonly at: string; readonly until?: string };

/** Milliseconds from a gesture's event until the page shows its effect and has drawn it. */
export async function measured(page: Page, effect: Effect, gesture: () => Promise<unknown>): Promise<number> {
  await page.evaluate(({ event, at, until }) => {
    const text = () => document.querySelector(at)?.textContent ?? "";
    const before = text();
    const isDone = () => (until === undefined ? text() !== before : new RegExp(until).test(text()));
    window.gesture = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`After ${event}, ${at} still shows "${text()}".`)), 60_000);
      const watch = (start: number) => {
        const look = () => {
          if (isDone()) requestAnimationFrame(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener(event, ({ timeStamp }) => watch(timeStamp), { capture: true, once: true });
    });
  }, effect);
  await gesture();
  return page.evaluate(() => window.gesture ?? Number.NaN);
}

/** Milliseconds of each frame while the wheel turns. */
export async function scrolled(page: Page, steps: number, stepPx: number): Promise<number[]> {
  const body = page.locator(".ll-sheet-scroll");
  await body.hover();
  await page.evaluate(() => {
    window.drawnAt = [];
    const tick = (time: number) => {
      if (!window.drawnAt) return;
      window.drawnAt.push(time);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, stepPx);
  const moments = await page.evaluate(() => {
    const drawn = window.drawnAt ?? [];
    window.drawnAt = undefined;
    return drawn;
  });
  const top = await body.evaluate((element) => element.scrollTop);
  if (top < (steps * stepPx) / 2) throw new Error(`The wheel moved the sheet by ${top} px only.`);
  return moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment));
}

declare global {
  interface Window {
    gesture?: Promise<number>;
    drawnAt?: number[] | undefined;
  }
}
