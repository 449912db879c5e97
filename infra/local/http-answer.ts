import type { OutgoingHttpHeaders } from "node:http";
import * as z from "zod/mini";
import { refusalSentence } from "../../shared/words/problems.ts";

export type HttpAnswer = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
};

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const structured = z.object({
  statusCode: z.union([z.number(), z.string().check(z.regex(/^\d{3}$/))]),
  headers: z.optional(z.nullable(z.record(z.string(), scalar))),
  cookies: z.optional(z.array(z.string())),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.boolean()),
});

/** Reads what a function returned as an HTTP API does; undefined if the gateway could not make an answer of it. */
export function httpAnswer(result: unknown): HttpAnswer | undefined {
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    const text = typeof result === "string" ? result : JSON.stringify(result);
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(text) };
  }
  const parsed = z.safeParse(structured, result);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: Number(statusCode),
    headers: {
      // The gateway names a type where the function did not.
      ...(body ? { "content-type": "text/plain; charset=utf-8" } : {}),
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 ? { "set-cookie": cookies } : {}),
    },
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
}

/** An answer that the gateway itself gives. */
export const gatewayAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body: Buffer.from(JSON.stringify({ message })),
});

/** What is too large for any event. The cloud's gateway says it in words of its own, here it reads like every refusal. */
export function tooLarge(message: string, acceptLanguage = ""): HttpAnswer {
  const title = refusalSentence("too-large", /^\s*en\b/i.test(acceptLanguage) ? "en" : "zh");
  const problem = { type: "about:blank", title, status: 413, code: "too-large", message };
  return {
    status: 413,
    headers: { "content-type": "application/problem+json" },
    body: Buffer.from(JSON.stringify(problem)),
  };
}
