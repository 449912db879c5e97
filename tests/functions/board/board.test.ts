import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { type Desk, NOTICE, openDesk, page, posted } from "../publications/desk.ts";

let desk: Desk;
const board = `/c/${COMMUNITY}`;
beforeAll(async () => {
  desk = await openDesk();
  await posted(desk);
  await posted(desk, { ...NOTICE, title: "Tomorrow's <b>news</b>", from: "2026-06-02" });
});
afterAll(() => desk?.engine.close());

describe("the public board", () => {
  test("shows what is in force and nothing before its day; markup in a title is only text", async () => {
    expect((await page(desk, board)).html).not.toContain("news");
    const early = await page(desk, `${board}/2`);
    expect([early.status, early.html.includes("尚未公布")]).toEqual([404, true]);
    desk.clock.now += 86_400_000;
    const { html } = await page(desk, board);
    expect(html).toContain("Tomorrow&#39;s &lt;b&gt;news&lt;/b&gt;");
    expect(html.indexOf("news")).toBeLessThan(html.indexOf(NOTICE.title));
  });

  test("is there for a community that has posted nothing, and for none that does not exist", async () => {
    const empty = await page(desk, `/c/${OTHER_COMMUNITY}`);
    expect([empty.status, empty.html.includes("Second community")]).toEqual([200, true]);
    for (const root of ["/c", "/kiosk"]) {
      expect((await page(desk, `${root}/500199001001`)).status).toBe(404);
      expect((await page(desk, `${root}/${OTHER_COMMUNITY}/1`)).status).toBe(404);
    }
  });

  test("runs no script, asks for nothing else, and is not sent again while it is the same", async () => {
    const first = await page(desk, board);
    expect(first.html).not.toMatch(/<script|<link rel="stylesheet"|src=|@import|url\(/);
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
    const etag = String(first.headers.get("etag"));
    const again = await page(desk, board, { "if-none-match": etag });
    expect([again.status, again.html]).toEqual([304, ""]);
    const english = await page(desk, `${board}?lang=en`, { "if-none-match": etag });
    expect([english.status, english.html.includes("Public board")]).toEqual([200, true]);
  });

  test("S7.6 on the touch screen nothing leads away, and every page returns to the start by itself", async () => {
    const start = await page(desk, `/kiosk/${COMMUNITY}`);
    const one = await page(desk, `/kiosk/${COMMUNITY}/1`);
    // At the start it only asks what is new, which is seldom.
    for (const [{ html }, seconds] of [
      [start, 300],
      [one, 60],
    ] as const) {
      const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).filter((href) => href !== "data:,");
      expect(links.filter((href) => !href?.startsWith(`/kiosk/${COMMUNITY}`))).toEqual([]);
      expect(html).toContain(`content="${seconds};url=/kiosk/${COMMUNITY}"`);
    }
  });

  test("answers whatever address and language with a page, never with a fault", async () => {
    const odd = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        "%00",
        "..",
        "%2e%2e",
        "1e3",
        "-1",
        "0",
        "00001",
        "9999999",
        "99999999999",
        "é",
        "%",
        "1.pdf",
        "👴",
      ),
    );
    const path = fc.tuple(fc.constantFrom("/c", "/kiosk"), fc.constantFrom(COMMUNITY, OTHER_COMMUNITY, "1", ""), odd);
    const language = fc.oneof(fc.constantFrom("zh", "en", "fr", "*", ";q="), fc.string({ maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(path, language, language, async ([root, community, rest], lang, accepted) => {
        const address = `${root}/${community}/${rest}?lang=${encodeURIComponent(lang)}&big=${encodeURIComponent(rest)}`;
        let request: Request;
        try {
          request = new Request(`http://localhost${address}`, { headers: { "accept-language": accepted } });
        } catch {
          return;
        }
        const response = await desk.board.request(request);
        const html = await response.text();
        expect([200, 400, 404, 410], address).toContain(response.status);
        expect(html).toMatch(/^<!doctype html>/);
      }),
      { numRuns: 300 },
    );
  });
});
