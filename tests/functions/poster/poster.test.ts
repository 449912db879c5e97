import { fileURLToPath } from "node:url";
import type { Hono } from "hono";
import type { Browser } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPoster } from "../../../functions/poster/app.ts";
import { loadFonts } from "../../../functions/poster/fonts.ts";
import { wrapText } from "../../../functions/poster/wrap.ts";
import { launchBrowser } from "../../support/browser.ts";
import { openTestForms, type TestForms } from "../form/forms.ts";
import { glyphInk } from "./pdf-ink.ts";
import { type Bitmap, inkIn, pixelsOf } from "./pixels.ts";

let linli: TestForms;
let poster: Hono;
let browser: Browser;
let code: string;

const font = (file: string) =>
  fileURLToPath(new URL(`../../../node_modules/@expo-google-fonts/noto-sans-sc/${file}`, import.meta.url));
const TITLE = "覃䶮采摘一日游";

beforeAll(async () => {
  [linli, browser] = await Promise.all([openTestForms(), launchBrowser()]);
  const fonts = loadFonts({
    regular: font("400Regular/NotoSansSC_400Regular.ttf"),
    bold: font("700Bold/NotoSansSC_700Bold.ttf"),
  });
  poster = createPoster(linli.deps, () => fonts);
  await linli.clerk("POST", "/registers/committees/records", {
    values: {
      code: "500100001001",
      name: "测试社区居民委员会",
      phone: "023-67890123",
      address: "测试路 18 号一楼",
      premises: "own",
    },
  });
  ({ code } = await linli.event({ title: TITLE, commercialStop: true }));
  await linli.signUp(code, { name: "郑爽秋", phone: "13812345678" });
});
afterAll(() => browser?.close());

const get = (path: string) => poster.request(`https://linli.example.cn${path}`);
const svgOf = async (which = code, query = "") => (await get(`/p/${which}.svg${query}`)).text();

/** A sheet as the browser draws it. */
async function drawn(html: string): Promise<Bitmap> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1 });
  try {
    await page.setContent(html);
    const box = await page.locator("svg").boundingBox();
    if (!box) throw new Error("There is no sheet");
    return await pixelsOf(page, await page.screenshot({ clip: box }));
  } finally {
    await page.close();
  }
}

const framed = (svg: string) => `<body style="margin:0">${svg.replace('width="210mm" height="297mm"', 'width="794"')}`;

describe("the poster", () => {
  test("S1.8 shows its Chinese letters in ink, though the sheet names no font", async () => {
    const svg = await svgOf();
    expect(svg).not.toMatch(/<text|font-family|@font-face/);
    const sheet = await drawn(framed(svg));
    // White on the red band; then title and facts, dark on white: every line has letters of many strokes.
    const across = { left: 0.07, right: 0.5 };
    for (const [top, bottom] of [
      [0.02, 0.055],
      [0.1, 0.19],
      [0.21, 0.25],
      [0.25, 0.3],
    ] as const) {
      const ink = inkIn(sheet, { ...across, top, bottom });
      expect(ink.share).toBeGreaterThan(0.03);
      expect(ink.share).toBeLessThan(0.7);
      expect(ink.columns).toBeGreaterThan(25);
    }
  });

  test("each rare character of the title has a shape of its own, none is an empty box", async () => {
    const fonts = await loadFonts({
      regular: font("400Regular/NotoSansSC_400Regular.ttf"),
      bold: font("700Bold/NotoSansSC_700Bold.ttf"),
    });
    const shapes = [...TITLE].map((letter) => fonts.outline(letter, "bold").path);
    expect(new Set(shapes).size).toBe(shapes.length);
    expect(shapes).not.toContain(fonts.outline("\u{f8ff}", "bold").path);
  });

  test("its code leads to the form, read from pixels as a phone does", async () => {
    const url = `https://linli.example.cn/f/${code}`;
    const page = await drawn(await (await get(`/p/${code}`)).text());
    expect(decodeQR(page)).toBe(url);
    expect(decodeQR(await drawn(framed(await svgOf())))).toBe(url);
  });

  test("S1.7 S1.8 says title, date with weekday, place, closing, phone, address in words, and is signed and dated", async () => {
    const said = /<desc id="d">([^<]*)/.exec(await svgOf())?.[1] ?? "";
    for (const words of [
      TITLE,
      "2026年6月10日（星期三）07:00",
      "社区服务站门口",
      "购物自愿",
      "2026年6月8日（星期一）24:00 前",
      `linli.example.cn/f/${code}`,
      "023-67890123",
      "测试路 18 号一楼",
      "测试社区居民委员会 2026年6月3日（星期三）",
    ]) {
      expect(said.replace(/\s+/g, " ")).toContain(words);
    }
    expect(said).not.toContain("郑爽秋");
  });

  test("as a PDF it is one A4 sheet that carries its letters, each with ink", async () => {
    const answer = await get(`/p/${code}.pdf`);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    const pdf = Buffer.from(await answer.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1")).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(pdf.length).toBeLessThan(200_000);
    const fonts = glyphInk(pdf);
    expect(fonts).toHaveLength(2);
    for (const { used, empty } of fonts) {
      expect(used).toBeGreaterThan(20);
      // The space is the one letter without ink.
      expect(empty).toBeLessThanOrEqual(1);
    }
  });

  test("a long itinerary still fits on the sheet, above the code", async () => {
    const stops = Array.from({ length: 24 }, (_, index) => ({
      time: `${String(7 + Math.floor(index / 3)).padStart(2, "0")}:00`,
      place: "门牙景区丝绸馆",
      activity: `第${index}站参观`,
    }));
    const long = await linli.event({ title: "夕阳红老年人春季采摘与丝绸文化体验一日游活动（含午餐）", stops });
    const said = /<desc id="d">([^<]*)/.exec(await svgOf(long.code))?.[1] ?? "";
    expect(said).toContain("第23站参观");
    expect(said).toContain("免费");
    expect(decodeQR(await drawn(framed(await svgOf(long.code))))).toBe(`https://linli.example.cn/f/${long.code}`);
  });

  test("is there in English, and an unknown one is not there", async () => {
    expect(await svgOf(code, "?lang=en")).toContain("Wednesday, 10 June 2026, 07:00");
    for (const path of ["/p/abcd3467", "/p/abcd3467.pdf", "/p/x.svg", `/p/${code}.png`, "/p/..%2f"]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe("breaking lines", () => {
  const width = (text: string) => [...text].length;

  test("no mark begins a line, no word is cut, and a weekday in brackets stays whole", () => {
    expect(wrapText("今天天气好，我们出发。", 5, width)).toEqual(["今天天气", "好，我们出", "发。"]);
    for (const line of wrapText("今天天气好，我们出发。去采摘！", 5, width)) expect(line).not.toMatch(/^[，。！]/);
    expect(wrapText("at the old house", 8, width)).toEqual(["at the", "old", "house"]);
    expect(wrapText("2026年6月10日（星期三）", 12, width)).toEqual(["2026年6月10日", "（星期三）"]);
  });

  test("nothing is lost and no line is too wide", () => {
    const text = "linli.example.cn/f/abcdefgh 社区居民委员会";
    const lines = wrapText(text, 9, width);
    expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(9);
  });
});
