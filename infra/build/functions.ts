import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { buildFolder, consoleFolder, functionBundle, root } from "./paths.ts";
import { fileHash, readStamp, writeStamp } from "./stamp.ts";

/** Folders of `functions/` that are a Lambda of their own. */
export function functionNames(): string[] {
  const folders = readdirSync(join(root, "functions"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).filter((name) => existsSync(entryOf(name)));
}

/** Bundles the functions whose own sources changed, all in one run; returns the names of those. */
export async function buildFunctions(names: readonly string[]): Promise<string[]> {
  const changed = names.filter((name) => !isCurrent(name));
  if (changed.length === 0) return [];
  const staging = join(buildFolder, `staging-${process.pid}`);
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: changed.flatMap((name) => [
        { in: entryOf(name), out: `${name}/lambda` },
        ...lateFiles(name).map((file) => ({ in: file, out: `${name}/${basename(file, ".ts")}` })),
      ]),
      plugins: [apart],
      outdir: staging,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node24",
      mainFields: ["module", "main"],
      minify: true,
      legalComments: "none",
      metafile: true,
      define: { "process.env.NODE_ENV": '"production"' },
      banner: { js: COMMONJS },
      logLevel: "warning",
    });
    for (const name of changed) {
      for (const { from, to } of companions(name)) {
        mkdirSync(dirname(join(staging, name, to)), { recursive: true });
        cpSync(from, join(staging, name, to), { recursive: true });
      }
      replaceFolder(join(staging, name), functionBundle(name));
      writeStamp(name, hashes([...inputsOf(metafile, staging, name), ...always(name)]));
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return changed;
}

const entryOf = (name: string) => join(root, "functions", name, "lambda.ts");

/**
 * Modules called `….late.ts` are loaded by `import()` when they are first needed, from a file of their own beside the
 * bundle: a function that never needs them neither reads nor parses them.
 */
function lateFiles(name: string): string[] {
  const folder = join(root, "functions", name);
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.name.endsWith(LATE)).map((entry) => join(entry.parentPath, entry.name));
}

const LATE = ".late.ts";
const apart: Plugin = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /\.late\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: `./${basename(path, ".ts")}.mjs`, external: true } : undefined,
    );
  },
};

/** Some libraries are CommonJS and expect these names; an ES module lacks them. */
const COMMONJS = [
  'import{createRequire as $linliRequire}from"node:module";',
  "const require=$linliRequire(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;",
].join("");

/** Files that a function reads at run time and finds beside its bundle. */
function companions(name: string): { from: string; to: string }[] {
  const fonts = join(root, "node_modules/@expo-google-fonts/noto-sans-sc");
  if (name === "site") return existsSync(consoleFolder) ? [{ from: consoleFolder, to: "console" }] : [];
  if (name !== "poster") return [];
  return ["400Regular", "700Bold"].map((weight) => {
    const file = `NotoSansSC_${weight}.ttf`;
    return { from: join(fonts, weight, file), to: file };
  });
}

/** What a bundle depends on besides the sources that went into it. */
const always = (name: string): string[] => [
  join(root, "package-lock.json"),
  import.meta.filename,
  ...(name === "site" ? [join(buildFolder, "stamps/console.json")] : []),
];

function inputsOf(metafile: Metafile, staging: string, name: string): string[] {
  const folder = `${relative(root, join(staging, name))}/`;
  const outputs = Object.entries(metafile.outputs).filter(([path]) => path.startsWith(folder));
  const inputs = [...new Set(outputs.flatMap(([, output]) => Object.keys(output.inputs)))];
  return inputs.filter((path) => !path.startsWith("node_modules/")).map((path) => join(root, path));
}

function isCurrent(name: string): boolean {
  const stamp = readStamp(name);
  if (typeof stamp !== "object" || stamp === null || !existsSync(join(functionBundle(name), "lambda.mjs")))
    return false;
  return Object.entries(stamp).every(([path, hash]) => fileHash(join(root, path)) === hash);
}

const hashes = (paths: string[]) => Object.fromEntries(paths.map((path) => [relative(root, path), fileHash(path)]));

function replaceFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}
