import type { Context } from "hono";

/** Names as people know them; the first that fits counts, because most browsers claim to be others as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "WeChat"],
  [/DingTalk/, "DingTalk"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/QQBrowser/, "QQ"],
  [/360SE|360EE|QihooBrowser/, "360"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
];

/** The device a request comes from, as far as its browser says: "Chrome, Windows". Empty when it says nothing known. */
export function deviceOf(c: Context): string {
  return deviceFrom(c.req.header("user-agent") ?? "");
}

export function deviceFrom(userAgent: string): string {
  const first = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter((name) => name !== undefined).join(", ");
}
