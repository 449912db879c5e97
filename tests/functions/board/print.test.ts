import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPoster } from "../../../functions/poster/app.ts";
import type { Drawing } from "../../../functions/poster/drawing.ts";
import { type Fonts, loadFonts } from "../../../functions/poster/fonts.ts";
import { publicationLayout } from "../../../functions/poster/publication/layout.ts";
import { drawingSvg } from "../../../functions/poster/svg.ts";
import { readPublic } from "../../../functions/publications/public.ts";
import { COMMUNITY } from "../../support/api.ts";
import { launchBrowser } from "../../support/browser.ts";
import { glyphInk } from "../poster/pdf-ink.ts";
import { type Bitmap, inkIn, pixelsOf } from "../poster/pixels.ts";
import { type Desk, done, NOTICE, openDesk, posted, stepped, TRIP } from "../publications/desk.ts";

let desk: Desk;
let browser: Browser;
let fonts: Fonts;
const ORIGIN = "https://linli.example.cn";

const font = (file: string) =>
  fileURLToPath(new URL(`../../../node_modules/@expo-google-fonts/noto-sans-sc/${file}`, import.meta.url));

beforeAll(async () => {
  [desk, browser, fonts] = await Promise.all([
    openDesk(),
    launchBrowser(),
    loadFonts({
      regular: font("400Regular/NotoSansSC_400Regular.ttf"),
      bold: font("700Bold/NotoSansSC_700Bold.ttf"),
    }),
  ]);
  const { body } = await done(desk.clerk("POST", "/registers/events/records", { values: TRIP }), 201);
  await posted(desk, { kind: "notice", event: body.id });
});
afterAll(async () => {
  await browser?.close();
  desk?.engine.close();
});

const print = (query = "", no = 1) =>
  createPoster(desk.deps, async () => fonts).request(`${ORIGIN}/p/${COMMUNITY}-${no}.pdf${query}`);

async function sheets(no: number): Promise<Drawing[]> {
  const page = await readPublic(desk.deps, COMMUNITY, no);
  if (!page || "gone" in page) throw new Error(`No. ${no} is not on display`);
  return publicationLayout({ content: page.content, no, to: page.to, origin: ORIGIN, language: "zh" }, fonts);
}

async function drawn(drawing: Drawing): Promise<Bitmap> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  try {
    const svg = drawingSvg(drawing, fonts).replace('width="210mm" height="297mm"', 'width="794"');
    await page.setContent(`<body style="margin:0">${svg}`);
    return await pixelsOf(page, await page.screenshot());
  } finally {
    await page.close();
  }
}

const textsOf = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));

describe("a notice on paper", () => {
  test("S1.8 is one A4 sheet in large type with sign-up box, code, signature and date, in ink", async () => {
    const [sheet, ...more] = await sheets(1);
    if (!sheet) throw new Error("There is no sheet");
    expect(more).toEqual([]);
    const said = textsOf(sheet).join("");
    for (const one of ["老年人居民朋友：", "023-67890001", "果园路 8 号", "2026年6月1日（星期一）", "购物自愿"]) {
      expect(said).toContain(one);
    }
    const sizes = sheet.marks.flatMap((mark) =>
      mark.kind === "text" && mark.y < 700 && mark.y > 60 ? [mark.size] : [],
    );
    expect(Math.min(...sizes)).toBeGreaterThan(12);
    const bitmap = await drawn(sheet);
    expect(decodeQR(crop(bitmap, 0, 0.86))).toMatch(/^https:\/\/linli\.example\.cn\/f\/[0-9a-z]+$/);
    expect(decodeQR(crop(bitmap, 0.88, 1))).toBe(`${ORIGIN}/c/${COMMUNITY}/1`);
    expect(inkIn(bitmap, { left: 0.5, right: 0.95, top: 0.905, bottom: 0.95 }).columns).toBeGreaterThan(60);
  });

  test("is a file of A4 or A3 whose letters have outlines", async () => {
    for (const [query, width] of [
      ["", "595.28"],
      ["?size=a3", "841.85"],
    ] as const) {
      const answer = await print(query);
      const pdf = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
      expect(/MediaBox \[0 0 ([\d.]+)/.exec(pdf.toString("latin1"))?.[1]).toContain(width.slice(0, 5));
      const inks = glyphInk(pdf);
      expect(inks.length).toBeGreaterThan(0);
      for (const { used, empty } of inks) expect(empty).toBeLessThan(used * 0.2);
    }
    expect((await print("?size=a7")).status).toBe(404);
  });

  test("goes on to a second sheet rather than shrink below what old eyes read", async () => {
    const body = Array.from(
      { length: 60 },
      (_, at) => `第${at + 1}条，请各位居民互相转告并遵守本社区的居民公约。`,
    ).join("\n");
    await posted(desk, { ...NOTICE, body });
    const long = await sheets(2);
    expect(long.length).toBeGreaterThan(1);
    expect(long.flatMap(textsOf).join("")).toContain("第60条");
  });

  test("printed while it is withdrawn is the whole sheet or none, and from then on none", async () => {
    const { id, values } = await posted(desk);
    const no = Number(values.no);
    const [before, withdrawn, ...during] = await Promise.all([
      print("", no),
      stepped(desk.director, id, "withdraw", { reason: "改期" }),
      print("", no),
      print("?paper=a3", no),
    ]);
    expect(withdrawn.values.state).toBe("withdrawn");
    for (const answer of [before, ...during]) {
      if (answer.status === 404) continue;
      const file = Buffer.from(await answer.arrayBuffer()).toString("latin1");
      expect([answer.status, file.slice(0, 5), file.trimEnd().slice(-5)]).toEqual([200, "%PDF-", "%%EOF"]);
    }
    expect((await print("", no)).status).toBe(404);
  });

  test("is not printed any more once it was withdrawn", async () => {
    const { id, values } = await posted(desk);
    const no = Number(values.no);
    expect((await print("", no)).status).toBe(200);
    await stepped(desk.director, id, "withdraw", { reason: "改期" });
    expect((await print("", no)).status).toBe(404);
  });
});

function crop({ width, height, data }: Bitmap, top: number, bottom: number): Bitmap {
  const [from, to] = [Math.floor(top * height), Math.floor(bottom * height)];
  return { width, height: to - from, data: data.subarray(from * width * 4, to * width * 4) };
}
