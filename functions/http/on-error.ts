import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { Refusal } from "../../shared/contract/refusal.ts";
import { faultWords } from "../../shared/words/problems.ts";
import { languageOf } from "./language.ts";
import { logFault } from "./log.ts";
import { problemResponse } from "./problem-response.ts";

/** What the database says when it wants the same request again a moment later. */
const BUSY = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "TransactionConflictException",
  "InternalServerError",
  "ServiceUnavailable",
  "TransactionInProgressException",
  "TimeoutError",
]);

/** A connection to the database that broke: whether the write happened, the same request finds out when it comes again. */
const BROKEN = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"]);

const isPassing = (error: Error): boolean =>
  BUSY.has(error.name) || ("code" in error && typeof error.code === "string" && BROKEN.has(error.code));

/** The only place where an error becomes a response: a refusal is told, anything else is logged and kept inside. */
export function onError(error: Error, c: Context): Response {
  if (error instanceof Refusal) return problemResponse(c, error);
  if (error instanceof HTTPException && error.status < 500) return problemResponse(c, new Refusal("unreadable"));
  if (isPassing(error)) return problemResponse(c, new Refusal("busy"));
  logFault(error);
  const language = languageOf(c);
  const body = { type: "about:blank", title: faultWords[language], status: 500, code: "fault" };
  return c.body(JSON.stringify(body), 500, {
    "content-type": "application/problem+json",
    "content-language": language,
    "cache-control": "no-store",
  });
}
