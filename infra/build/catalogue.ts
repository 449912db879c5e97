import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCommonPasswords } from "./common-passwords.ts";

/** Folders of `shared/` that hold one definition per file; each gets a git-ignored `catalogue.gen.ts`. */
const KINDS = [
  { folder: "registers", type: "Register", from: "../schema/register.ts" },
  { folder: "statistics", type: "Statistic", from: "../schema/statistic.ts" },
  { folder: "duties", type: "Duty", from: "../schema/duty.ts" },
  { folder: "flows", type: "Flow", from: "../schema/flow.ts" },
  { folder: "meetings", type: "MeetingKind", from: "../schema/meeting.ts" },
  { folder: "votes", type: "VoteRule", from: "../schema/vote.ts" },
  { folder: "publications", type: "PublicationKind", from: "../schema/publication.ts" },
  { folder: "calculations", type: "Calculation", from: "../schema/calculation.ts" },
  { folder: "coverage", type: "Coverage", from: "../schema/coverage.ts" },
  { folder: "parameters", type: "ParameterTopic", from: "../schema/parameter.ts" },
] as const;

const shared = join(dirname(fileURLToPath(import.meta.url)), "../../shared");

/**
 * Writes the list of all definitions, so that a new list touches one file.
 * A generated file works in Node, esbuild, Vite and tsc alike, unlike reading the folder at run time.
 */
export function writeCatalogues(): void {
  writeCommonPasswords();
  for (const { folder, type, from } of KINDS) {
    const files = readdirSync(join(shared, folder))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".gen.ts"))
      .sort();
    const imports = files.map((name, index) => `import * as m${index} from "./${name}";`);
    const modules = files.map((_, index) => `m${index}`).join(", ");
    const text = [
      `import type { ${type} } from "${from}";`,
      ...imports,
      "",
      `const modules: readonly Readonly<Record<string, ${type}>>[] = [${modules}];`,
      "",
      `/** Every definition that a file of \`shared/${folder}\` exports. */`,
      `export const ${folder}: readonly ${type}[] = modules.flatMap((module) => Object.values(module));`,
      "",
    ].join("\n");
    const path = join(shared, folder, "catalogue.gen.ts");
    // Rewriting the same text would trouble whoever reads the file at this moment.
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  }
}

if (import.meta.filename === process.argv[1]) writeCatalogues();
