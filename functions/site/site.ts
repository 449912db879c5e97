import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { STRICT_TRANSPORT } from "../http/security-headers.ts";
import type { ConsoleFile, ConsoleFiles, Encoding } from "./console-files.ts";
import { chooseEncoding } from "./encoding.ts";
import { notFoundPage } from "./not-found-page.ts";

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Serves the built console (管理端) from memory, and answers whatever no other function does. */
export function createSite(files: ConsoleFiles): Handler {
  const answer = answering(files);
  return async (event) => {
    const given = await answer(event);
    const isEncrypted = event.headers["x-forwarded-proto"] !== "http";
    return isEncrypted ? { ...given, headers: { ...given.headers, ...STRICT_TRANSPORT } } : given;
  };
}

function answering(files: ConsoleFiles): Handler {
  return async (event) => {
    const { method } = event.requestContext.http;
    if (method !== "GET" && method !== "HEAD") return page(event, 405, { allow: "GET, HEAD" });
    if (event.rawPath === "/healthz") return plain(200, "application/json", JSON.stringify({ status: "ok" }));
    const found = find(files, event.rawPath);
    if (!found) return page(event, 404);
    const answer = serve(event, found.path, found.file);
    return method === "HEAD" ? { ...answer, body: "", isBase64Encoded: false } : answer;
  };
}

const INDEX = "/index.html";

/** The console draws its own pages, so each address under `/admin` is its index. */
function find(files: ConsoleFiles, path: string): { path: string; file: ConsoleFile } | undefined {
  const isPage = path === "/" || path === "/admin" || path.startsWith("/admin/");
  const wanted = isPage ? INDEX : path;
  const file = files.get(wanted);
  return file && { path: wanted, file };
}

function serve(event: APIGatewayProxyEventV2, path: string, file: ConsoleFile): APIGatewayProxyStructuredResultV2 {
  const encoding = chooseEncoding(event.headers["accept-encoding"] ?? "", file.encodings);
  // Each encoding is another sequence of bytes and so needs another tag.
  const etag = `"${file.etag()}${encoding === "identity" ? "" : `-${encoding}`}"`;
  const headers = {
    ...SECURITY,
    etag,
    vary: "accept-encoding",
    // A file under /assets/ has its content's hash in its name and never changes; the index names the current ones.
    "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  };
  if (matches(event.headers["if-none-match"], etag)) return { statusCode: 304, headers, body: "" };
  return {
    statusCode: 200,
    headers: {
      ...headers,
      "content-type": file.type,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    },
    ...bodyOf(file, encoding),
  };
}

/** Compressed and binary bodies cross the gateway as base64; text goes as it is. */
function bodyOf(file: ConsoleFile, encoding: Encoding): { body: string; isBase64Encoded: boolean } {
  const isText = encoding === "identity" && file.type.includes("charset=utf-8");
  return { body: file.read(encoding).toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function page(event: APIGatewayProxyEventV2, statusCode: number, headers: Record<string, string> = {}) {
  const answer = plain(statusCode, "text/html; charset=utf-8", notFoundPage(event.headers["accept-language"] ?? ""));
  const body = event.requestContext.http.method === "HEAD" ? "" : answer.body;
  return { ...answer, body, headers: { ...answer.headers, ...headers } };
}

const plain = (statusCode: number, type: string, body: string) => ({
  statusCode,
  headers: { ...SECURITY, "content-type": type, "cache-control": "no-store" },
  body,
});

const SECURITY = {
  // The component library writes its styles into the page; scripts come from files only.
  "content-security-policy": [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};
