import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EVERY_MS, IDLE_MS, whileActive } from "../../admin/app/while-active.ts";

/** A window of its own, which nobody has touched since it was opened. */
let page: EventTarget & { visibilityState: string };
let asked: boolean[];
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", page);
  asked = [];
  end = whileActive((isBack) => asked.push(isBack), { everyMs: EVERY_MS });
});

afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const happens = (name: string) => window.dispatchEvent(new Event(name));

describe("a page that is left open costs nothing", () => {
  test("it asks every 15 seconds until a minute after the last touch, and then no more", () => {
    vi.advanceTimersByTime(10 * IDLE_MS);
    expect(asked).toEqual(Array(IDLE_MS / EVERY_MS).fill(false));
  });

  test.each(["pointermove", "pointerdown", "keydown", "wheel"])("%s keeps it asking", (touch) => {
    for (let minute = 0; minute < 10; minute += 1) {
      vi.advanceTimersByTime(IDLE_MS / 2);
      happens(touch);
    }
    expect(asked).toEqual(Array((10 * IDLE_MS) / 2 / EVERY_MS).fill(false));
  });

  test("whoever comes back sees at once what is new", () => {
    vi.advanceTimersByTime(10 * IDLE_MS);
    asked.length = 0;
    happens("pointermove");
    expect(asked).toEqual([true]);
    happens("keydown");
    expect(asked).toEqual([true]);
    happens("focus");
    expect(asked).toEqual([true, true]);
  });

  test("hidden it does not ask, whatever happens, and at once when it is seen again", () => {
    page.visibilityState = "hidden";
    page.dispatchEvent(new Event("visibilitychange"));
    for (const event of ["pointermove", "focus", "keydown"]) happens(event);
    vi.advanceTimersByTime(10 * IDLE_MS);
    expect(asked).toEqual([]);
    page.visibilityState = "visible";
    page.dispatchEvent(new Event("visibilitychange"));
    expect(asked).toEqual([true]);
  });

  test("once it is left it asks no more", () => {
    end();
    for (const event of ["pointermove", "focus"]) happens(event);
    vi.advanceTimersByTime(IDLE_MS);
    expect(asked).toEqual([]);
  });
});
