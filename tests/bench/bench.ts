import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { writeCatalogues } from "../../infra/build/catalogue.ts";
import type { Bench } from "./bench-types.ts";
import { loadJsx } from "./load-jsx.ts";

/** Loaded when their turn comes, because definitions must have been collected by then. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  start: async () => (await import("./start.ts")).benchStart,
  engine: async () => (await import("./engine.ts")).benchEngine,
  runner: async () => (await import("./runner.ts")).benchRunner,
  "sign-in": async () => (await import("./sign-in.ts")).benchSignIn,
  cold: async () => (await import("./cold.ts")).benchCold,
  sizes: async () => (await import("./sizes.ts")).benchSizes,
  lines: async () => (await import("./lines.ts")).benchLines,
  sheet: async () => (await import("./sheet.ts")).benchSheet,
  import: async () => (await import("./import.ts")).benchImport,
  ledger: async () => (await import("./ledger.ts")).benchLedger,
  survey: async () => (await import("./survey.ts")).benchSurvey,
  board: async () => (await import("./board.ts")).benchBoard,
  bill: async () => (await import("./bill.ts")).benchBill,
  capacity: async () => (await import("./capacity.ts")).benchCapacity,
};

/** `npm run bench`: all benches or those named, one after another, so that none disturbs another. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { quick: { type: "boolean" } } });
  const unknown = positionals.find((name) => !(name in benches));
  if (unknown !== undefined) {
    console.error(
      `There is no bench ${unknown}. Usage: npm run bench -- [--quick] [${Object.keys(benches).join("] [")}]`,
    );
    process.exit(2);
  }
  writeCatalogues();
  loadJsx();
  console.log(`Node.js ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores`);
  for (const [name, load] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n== ${name}`);
    await (await load())({ quick: values.quick ?? false });
  }
}

await main();
