import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folders of `shared/` that hold one definition per file; each gets a git-ignored `catalogue.gen.ts`. */
const KINDS = ["registers", "statistics"] as const;

const shared = join(dirname(fileURLToPath(import.meta.url)), "../../shared");

/**
 * Writes the list of all definitions, so that a new list touches one file.
 * A generated file works in Node, esbuild, Vite and tsc alike, unlike reading the folder at run time.
 */
export function writeCatalogues(): void {
  for (const kind of KINDS) {
    const files = readdirSync(join(shared, kind))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".gen.ts"))
      .sort();
    const imports = files.map((name, index) => `import * as m${index} from "./${name}";`);
    const modules = files.map((_, index) => `m${index}`).join(", ");
    const text = [
      ...imports,
      "",
      `/** Every definition that a file of \`shared/${kind}\` exports. */`,
      `export const ${kind} = [${modules}].flatMap((module) => Object.values(module));`,
      "",
    ].join("\n");
    writeFileSync(join(shared, kind, "catalogue.gen.ts"), text);
  }
}

if (import.meta.filename === process.argv[1]) writeCatalogues();
