import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isEncrypted } from "./origin.ts";

/** The session's cookie. With encryption its name binds it to this host (`__Host-`), so no neighbour can plant one. */
function cookieName(c: Context): string {
  return isEncrypted(c) ? "__Host-session" : "session";
}

export function sessionCookie(c: Context): string | undefined {
  return getCookie(c, cookieName(c));
}

export function setSessionCookie(c: Context, secret: string, seconds: number): void {
  setCookie(c, cookieName(c), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isEncrypted(c),
    maxAge: seconds,
  });
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, cookieName(c), { path: "/", secure: isEncrypted(c) });
}

/** Keeps the language somebody chose on a page; not a secret, readable by the console. */
export function rememberLanguage(c: Context, language: "zh" | "en"): void {
  setCookie(c, "lang", language, { path: "/", sameSite: "Lax", secure: isEncrypted(c), maxAge: 365 * 24 * 3600 });
}
