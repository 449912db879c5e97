import { Agent, type RequestOptions, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

/** An answer as it came; its body is unpacked only when somebody wants to read it. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Bytes of head and body as they crossed the wire. */
  readonly wire: number;
  readonly text: () => string;
  readonly json: <T>() => T;
};

export type Question = {
  readonly token?: string | undefined;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>> | URLSearchParams | undefined;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses that are as they should be; without it 2xx and 303. */
  readonly expect?: readonly number[];
};

/** Asks the running product something over HTTP, as a browser or a program would. */
export type Ask = (method: string, path: string, question?: Question) => Promise<Reply>;

/** What came otherwise than expected: the load ends with a failure. */
export class Unexpected extends Error {
  override readonly name = "Unexpected";
}

const ANSWER_WITHIN_MS = 40_000;

/** Keeps connections open, as browsers do, and costs little itself. */
export function openWire(baseUrl: string): { readonly ask: Ask; readonly close: () => void } {
  const { hostname, port } = new URL(baseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const ask: Ask = async (method, path, question = {}) => {
    const { body, type } = bodyOf(question);
    const headers = {
      "accept-encoding": "gzip",
      origin: baseUrl,
      ...(type && { "content-type": type }),
      ...(body && { "content-length": String(body.length) }),
      ...(question.token && { authorization: `Bearer ${question.token}` }),
      ...question.headers,
    };
    // Said of each request: a connection used again would else keep the few seconds it was given to lie idle.
    const reply = await sent({ agent, hostname, port, method, path, headers, timeout: ANSWER_WITHIN_MS }, body);
    const isExpected = question.expect?.includes(reply.status) ?? (reply.status < 300 || reply.status === 303);
    if (!isExpected) throw new Unexpected(`${method} ${path}: ${reply.status} ${reply.text().slice(0, 600)}`);
    return reply;
  };
  return { ask, close: () => agent.destroy() };
}

function bodyOf({ json, form, bytes }: Question): { body?: Buffer; type?: string } {
  if (bytes) return { body: Buffer.from(bytes), type: "application/octet-stream" };
  if (form) {
    return { body: Buffer.from(new URLSearchParams(form).toString()), type: "application/x-www-form-urlencoded" };
  }
  return json === undefined ? {} : { body: Buffer.from(JSON.stringify(json)), type: "application/json" };
}

function sent(options: RequestOptions, body: Buffer | undefined): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(options, async (incoming) => {
      try {
        const bytes = await buffer(incoming);
        const head = incoming.rawHeaders.reduce((sum, part) => sum + part.length + 2, 15);
        const isPacked = incoming.headers["content-encoding"] === "gzip";
        const text = () => (isPacked ? gunzipSync(bytes) : bytes).toString("utf8");
        const headers: Record<string, string | undefined> = {};
        for (const [name, value] of Object.entries(incoming.headers)) headers[name] = [value].flat()[0];
        const status = incoming.statusCode ?? 0;
        resolve({ status, headers, wire: head + bytes.length, text, json: () => JSON.parse(text()) });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.once("timeout", () => outgoing.destroy(new Error(`No answer within ${ANSWER_WITHIN_MS} ms`)));
    outgoing.once("error", (error) => {
      // The server had ended the idle connection just before; nothing was read from it.
      const wasIdle = outgoing.reusedSocket && "code" in error && error.code === "ECONNRESET";
      if (wasIdle) sent(options, body).then(resolve, reject);
      else reject(error);
    });
    outgoing.end(body);
  });
}
