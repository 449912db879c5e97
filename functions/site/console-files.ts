import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** The ways a file of the console is kept; "identity" is as it was built. */
export type Encoding = "br" | "gzip" | "identity";

/** One file of the built console (管理端), read when first asked for and then kept. */
export type ConsoleFile = {
  readonly type: string;
  readonly encodings: readonly Encoding[];
  read(encoding: Encoding): Buffer;
  etag(): string;
};

/** Every file of the built console by its path. Nothing outside this list can be asked for, however it is spelt. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

const SUFFIX: Record<Encoding, string> = { br: ".br", gzip: ".gz", identity: "" };

export function loadConsole(folder: string): ConsoleFiles {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const present = new Set(paths);
  const originals = paths.filter((path) => !path.endsWith(".br") && !path.endsWith(".gz"));
  return new Map(
    originals.map((path) => [`/${relative(folder, path).split(sep).join("/")}`, fileAt(path, present)] as const),
  );
}

function fileAt(path: string, present: ReadonlySet<string>): ConsoleFile {
  const kept = new Map<Encoding, Buffer>();
  const read = (encoding: Encoding): Buffer => {
    const known = kept.get(encoding) ?? readFileSync(path + SUFFIX[encoding]);
    kept.set(encoding, known);
    return known;
  };
  let etag: string | undefined;
  return {
    type: TYPES[extname(path)] ?? "application/octet-stream",
    encodings: (["br", "gzip", "identity"] as const).filter((encoding) => present.has(path + SUFFIX[encoding])),
    read,
    etag() {
      etag ??= createHash("sha256").update(read("identity")).digest("base64url").slice(0, 22);
      return etag;
    },
  };
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};
