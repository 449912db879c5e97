import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

type Resource = { readonly Type: string; readonly Metadata?: Record<string, unknown> };

/**
 * The template of another version: every function as it was, and the console with other hashes in the names of its files,
 * as a build of changed sources has them. Whoever holds a page of the first one finds none of its files any more.
 */
export async function anotherBuild(template: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(template, "utf8");
  const resources = Object.values((JSON.parse(text) as { Resources: Record<string, Resource> }).Resources);
  for (const { Type, Metadata } of resources) {
    const asset = Metadata?.["aws:asset:path"];
    if (Type !== "AWS::Lambda::Function" || typeof asset !== "string") continue;
    const [from, to] = [join(dirname(template), asset), join(folder, asset)];
    if (asset.startsWith("site-")) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to);
    if (asset.startsWith("site-")) renameConsole(join(to, "console"));
  }
  const path = join(folder, basename(template));
  writeFileSync(path, text);
  return path;
}

function renameConsole(folder: string): void {
  const assets = join(folder, "assets");
  // Compressed copies hold the old names; the server does without them.
  for (const path of [...readdirSync(assets).map((name) => join(assets, name)), join(folder, "index.html")]) {
    for (const suffix of [".br", ".gz"]) rmSync(path + suffix, { force: true });
  }
  const renamed = new Map(
    readdirSync(assets).map((name) => [
      name,
      name.replace(/-([\w-]{8})(\.\w+)$/, (_, hash, end) => `-${[...hash].reverse().join("")}${end}`),
    ]),
  );
  for (const path of [join(folder, "index.html"), ...[...renamed.keys()].map((name) => join(assets, name))]) {
    if (!/\.(html|js|css)$/.test(path)) continue;
    const text = readFileSync(path, "utf8").replace(/[\w.-]+-[\w-]{8}\.\w+/g, (name) => renamed.get(name) ?? name);
    writeFileSync(path, text);
  }
  for (const [name, other] of renamed) renameSync(join(assets, name), join(assets, other));
}
