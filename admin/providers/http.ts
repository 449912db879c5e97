import { timeId } from "../../shared/rules/time-id.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Repeats } from "./repeats.ts";

/**
 * One thing the server found wrong, as it stands in a problem document (RFC 9457). Where it knows what would mend it,
 * `proposed` is the value and `fix` the column it belongs to, if another than the one at fault.
 */
export type ServerField = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly params?: { readonly proposed?: string; readonly fix?: string };
};

/** A refusal or a fault, as the server told it. */
export type ProblemBody = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly fields?: readonly ServerField[];
  readonly [member: string]: unknown;
};

/** What is thrown when the server says no. `message` is the sentence for the reader. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(sentenceOf(body));
    this.name = "Problem";
    this.body = body;
  }

  get status(): number {
    return this.body.status;
  }
}

/** The server was not reached, or was not itself: the same request may be sent again. */
export class Unreached extends Error {
  constructor() {
    super("unreached");
    this.name = "Unreached";
  }
}

/** What a problem says in one sentence: its detail where there is one. */
export function sentenceOf(body: ProblemBody): string {
  return body.detail ?? body.title;
}

export type Ask = {
  readonly body?: unknown;
  readonly raw?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes an answer that is not JSON: a file. */
  readonly read?: (response: Response) => Promise<unknown>;
};

/** The one way the console talks to the server. */
export type Http = <T>(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, ask?: Ask) => Promise<T>;

type HttpContext = {
  readonly fetch: typeof fetch;
  readonly language: () => Language;
  readonly onSignedOut: () => void;
  /** Keys of the writes that bring none of their own. */
  readonly repeats: Repeats;
  /** Whether the server was reached, after each request. */
  readonly onReach: (reached: boolean) => void;
};

const PATIENCE_MS = 35_000;
const AGAIN_LATER = new Set([429, 502, 503, 504]);

export function createHttp(context: HttpContext): Http {
  return async <T>(method: string, path: string, ask: Ask = {}): Promise<T> => {
    const write = unkeyedWrite(method, path, ask);
    const keyed = write === undefined ? ask : withKey(ask, context.repeats.keyOf(write));
    try {
      const answer = await answerOf(context, method, path, keyed);
      if (write !== undefined) context.repeats.settled(write);
      context.onReach(true);
      return answer as T;
    } catch (error) {
      if (write !== undefined && isSettled(error)) context.repeats.settled(write);
      context.onReach(!(error instanceof Unreached));
      throw error;
    }
  };
}

/** What tells a write from others, if its caller gave it no key. */
function unkeyedWrite(method: string, path: string, { headers, body, raw }: Ask): string | undefined {
  if (method === "GET" || raw !== undefined || headers?.["idempotency-key"] !== undefined) return undefined;
  return `${method} ${path} ${JSON.stringify(body) ?? ""}`;
}

const withKey = (ask: Ask, key: string): Ask => ({ ...ask, headers: { ...ask.headers, "idempotency-key": key } });

/** Whether the server said no for good; a fault, a busy moment or an ended session leave open what became of a write. */
function isSettled(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  const { status, body } = error;
  return status < 500 && status !== 401 && status !== 429 && body.code !== "in-flight";
}

async function answerOf(context: HttpContext, method: string, path: string, ask: Ask): Promise<unknown> {
  const response = await reach(context, method, path, ask);
  if (response.ok) return response.status === 204 ? undefined : await bodyOf(response, ask.read);
  const body = await problemBody(response);
  if (response.status === 401) context.onSignedOut();
  throw new Problem(body);
}

async function reach(context: HttpContext, method: string, path: string, ask: Ask): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  const body = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
  try {
    return await context.fetch(path, {
      method,
      signal: abort.signal,
      credentials: "same-origin",
      headers: {
        accept: ask.read ? "*/*" : "application/json",
        "accept-language": context.language(),
        ...(ask.body === undefined ? {} : { "content-type": "application/json" }),
        ...ask.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    throw new Unreached();
  } finally {
    clearTimeout(timer);
  }
}

async function bodyOf(response: Response, read: Ask["read"]): Promise<unknown> {
  try {
    return await (read ? read(response) : response.json());
  } catch {
    // A proxy's page, or an answer cut off on its way.
    throw new Unreached();
  }
}

async function problemBody(response: Response): Promise<ProblemBody> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && "title" in body) return body as ProblemBody;
  if (AGAIN_LATER.has(response.status)) throw new Unreached();
  return { status: response.status, code: "unknown", title: `HTTP ${response.status}` };
}

/** Whether the same request may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  return error instanceof Unreached || (error instanceof Problem && AGAIN_LATER.has(error.status));
}

/** A key under which a write happens once; keys sort in order of time, and so do the rows written under them. */
export function newId(): string {
  return timeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}
