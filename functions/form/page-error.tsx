/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Refusal } from "../../shared/contract/refusal.ts";
import { formWords } from "../../shared/words/form.ts";
import { refusalSentence } from "../../shared/words/problems.ts";
import { onError } from "../http/on-error.ts";
import { MessagePage } from "./pages/MessagePage.tsx";
import { pageAnswer, viewOf } from "./pages/view.ts";

/** What residents see of an error: always a page in words. Faults are logged where all are. */
export async function pageError(error: Error, c: Context): Promise<Response> {
  const view = viewOf(c);
  const words = formWords[view.language];
  if (error instanceof Refusal && error.code === "not-found") return unknownPage(c);
  if (error instanceof Refusal && error.code === "too-many") {
    const page = <MessagePage view={view} {...words.tooMany} />;
    return pageAnswer(c, page, 429, { "retry-after": String(error.extra.retryAfter ?? 60) });
  }
  const answer = onError(error, c);
  const isRefusal = answer.status < 500;
  const message = isRefusal
    ? { title: words.refused, text: error instanceof Refusal ? refusalSentence(error.code, view.language) : "" }
    : words.fault;
  const retry = answer.headers.get("retry-after");
  return pageAnswer(c, <MessagePage view={view} {...message} />, pageStatus(answer.status), {
    ...(retry !== null && { "retry-after": retry }),
  });
}

/** The page for an address without a form or receipt. */
export function unknownPage(c: Context): Response {
  const view = viewOf(c);
  return pageAnswer(c, <MessagePage view={view} {...formWords[view.language].unknown} />, 404);
}

function pageStatus(status: number) {
  const known = ([400, 404, 410, 413, 415, 422, 429, 503] as const).find((one) => one === status);
  return known ?? (status < 500 ? 400 : 500);
}
