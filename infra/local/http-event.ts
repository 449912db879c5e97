import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Match } from "./routes.ts";
import { LOCAL } from "./template.ts";

export type Request = {
  readonly method: string;
  /** Decoded, as an HTTP API hands it over. */
  readonly path: string;
  /** As it came. */
  readonly query: string;
  readonly headers: IncomingMessage["headersDistinct"];
  readonly sourceIp: string;
  readonly secure: boolean;
  readonly port: number;
  readonly body: Buffer;
};

/** Splits a request's target. An HTTP API decodes the path but not the query; a path that cannot be decoded is refused. */
export function splitTarget(target: string): { path: string; query: string } | undefined {
  const mark = target.indexOf("?");
  const [path, query] = mark < 0 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
  try {
    return { path: decodeURIComponent(path), query };
  } catch {
    return undefined;
  }
}

/** The event of a request, in payload format 2.0. */
export function httpEvent(request: Request, { routeKey, pathParameters }: Match): APIGatewayProxyEventV2 {
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(Object.entries(others).map(([name, values]) => [name, values?.join(",") ?? ""]));
  const host = headers.host ?? "localhost";
  const forwarded = [headers["x-forwarded-for"], request.sourceIp].filter(Boolean).join(", ");
  const cookies = (cookie ?? []).flatMap((line) => line.split(/;\s*/)).filter(Boolean);
  const parameters = queryParameters(request.query);
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: {
      ...headers,
      "content-length": String(request.body.length),
      "x-forwarded-for": forwarded,
      "x-forwarded-port": String(request.port),
      "x-forwarded-proto": request.secure ? "https" : "http",
    },
    ...(parameters ? { queryStringParameters: parameters } : {}),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    requestContext: {
      accountId: LOCAL.account,
      apiId: "local",
      domainName: host,
      domainPrefix: host.split(".")[0] ?? host,
      http: {
        method: request.method,
        path: request.path,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...bodyOf(request.body, headers["content-type"] ?? ""),
  };
}

/** Values of one name are joined with a comma, which is why code that minds commas reads `rawQueryString`. */
function queryParameters(query: string): Record<string, string> | undefined {
  if (query === "") return undefined;
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const known = joined.get(name);
    joined.set(name, known === undefined ? value : `${known},${value}`);
  }
  return Object.fromEntries(joined);
}

/** Text arrives as a string, with bytes that are not UTF-8 already destroyed; everything else as base64. */
function bodyOf(body: Buffer, contentType: string): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  const isText = /^text\/|^application\/(json|javascript|xml)$|^application\/[\w.-]+\+(json|xml)$/.test(type);
  return { body: body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}
