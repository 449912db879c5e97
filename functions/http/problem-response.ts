import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Refusal } from "../../shared/contract/refusal.ts";
import type { Language } from "../../shared/schema/label.ts";
import { fieldSentence, refusalSentence } from "../../shared/words/problems.ts";
import { languageOf } from "./language.ts";
import { note } from "./notes.ts";

/** A refusal as a document (RFC 9457); also one row's answer where a request has many. */
export function problemOf(refusal: Refusal, language: Language): Readonly<Record<string, unknown>> {
  const fields = refusal.fields.map(({ path, code, params }) => ({
    path,
    code,
    message: fieldSentence(code, language, params),
    ...(params ? { params } : {}),
  }));
  return {
    ...refusal.extra,
    type: "about:blank",
    title: refusalSentence(refusal.code, language),
    status: refusal.status,
    code: refusal.code,
    ...(fields.length > 0 ? { detail: [...new Set(fields.map(({ message }) => message))].join("; "), fields } : {}),
  };
}

/** The answer to a refused request, in the caller's language. */
export function problemResponse(c: Context, refusal: Refusal): Response {
  const language = languageOf(c);
  note({ refused: refusal.code });
  return c.body(JSON.stringify(problemOf(refusal, language)), refusal.status satisfies ContentfulStatusCode, {
    "content-type": "application/problem+json",
    "content-language": language,
    "cache-control": "no-store",
    vary: "Accept-Language",
    ...retryAfter(refusal),
    ...(refusal.status === 401 ? { "www-authenticate": "Bearer" } : {}),
  });
}

/** When the caller may try again: seconds, in a header (RFC 9110, 10.2.3). */
export function retryAfter({ status, extra }: Refusal): Record<string, string> {
  if (typeof extra.retryAfter === "number") return { "retry-after": String(Math.ceil(extra.retryAfter)) };
  return status === 503 ? { "retry-after": "1" } : {};
}
