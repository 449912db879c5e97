import { promisify } from "node:util";
import { gzip } from "node:zlib";

const gzipped = promisify(gzip);
/** Below this, the header costs more than it saves. */
const WORTH_BYTES = 1024;
const TEXT = /^(text\/|image\/svg\+xml|application\/(json|xml|javascript|manifest\+json|[\w.-]+\+(json|xml)))/;

/** Compresses an answer of more than 1 kB for callers who accept it: the gateway itself never does. */
export async function compress(response: Response, acceptEncoding: string): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (!TEXT.test(type) || response.headers.has("content-encoding") || response.body === null) return response;
  const headers = new Headers(response.headers);
  headers.append("vary", "Accept-Encoding");
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length < WORTH_BYTES || !accepts(acceptEncoding)) {
    return new Response(bytes, { status: response.status, headers });
  }
  headers.set("content-encoding", "gzip");
  headers.delete("content-length");
  return new Response(new Uint8Array(await gzipped(bytes)), { status: response.status, headers });
}

function accepts(header: string): boolean {
  const options = header.split(",").map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  const chosen = options.find(([name]) => name === "gzip") ?? options.find(([name]) => name === "*");
  const quality = chosen?.find((part) => part.startsWith("q="));
  return chosen !== undefined && (quality === undefined || Number(quality.slice(2)) > 0);
}
