import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isEncrypted } from "./origin.ts";

/** With encryption a cookie's name binds it to this host (`__Host-`), so that no neighbour can plant one. */
function cookieName(c: Context, name: "session" | "lang"): string {
  return isEncrypted(c) ? `__Host-${name}` : name;
}

export function sessionCookie(c: Context): string | undefined {
  return getCookie(c, cookieName(c, "session"));
}

export function setSessionCookie(c: Context, secret: string, seconds: number): void {
  setCookie(c, cookieName(c, "session"), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isEncrypted(c),
    maxAge: seconds,
  });
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, cookieName(c, "session"), { path: "/", secure: isEncrypted(c) });
}

/** What binds a round with the outside issuer to this browser; the issuer's answer comes from another site, so `Lax`. */
const roundCookieName = (c: Context) => (isEncrypted(c) ? "__Host-outside" : "outside");

export function roundCookie(c: Context): string | undefined {
  return getCookie(c, roundCookieName(c));
}

export function setRoundCookie(c: Context, secret: string, seconds: number): void {
  setCookie(c, roundCookieName(c), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isEncrypted(c),
    maxAge: seconds,
  });
}

export function clearRoundCookie(c: Context): void {
  deleteCookie(c, roundCookieName(c), { path: "/", secure: isEncrypted(c) });
}

/** Keeps the language somebody chose on a page. */
export function rememberLanguage(c: Context, language: "zh" | "en"): void {
  setCookie(c, cookieName(c, "lang"), language, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isEncrypted(c),
    maxAge: 365 * 24 * 3600,
  });
}

export function rememberedLanguage(c: Context): string | undefined {
  return getCookie(c, cookieName(c, "lang"));
}
