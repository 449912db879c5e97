import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { functionNames } from "../../infra/build/functions.ts";
import { functionBundle } from "../../infra/build/paths.ts";
import { settle } from "../admin/harness/world.ts";
import { startLinli } from "../support/linli.ts";
import type { Bench, Size } from "./bench-types.ts";
import { firstLoad } from "./first-load.ts";
import { kilobytes, printTable, reached } from "./table.ts";
import { formPage, wholeList } from "./transfers.ts";

const GOALS = { entry: 265_000, sheetPage: 30_000, form: 14_000 };

/** What is deployed and what crosses the wire (体积), against its goals. */
export const benchSizes: Bench = async () => {
  const linli = await startLinli();
  try {
    const bundles = functionNames().map((name) => {
      const bytes = readFileSync(join(functionBundle(name), "lambda.mjs"));
      return [name, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length)];
    });
    printTable(["bundle", "raw", "gzip"], bundles);

    const world = await settle(linli);
    const { entry, sheetPage, later } = await firstLoad(linli, world);
    const form = await formPage(linli, world);
    const list = await wholeList(linli, world);
    const row = (name: string, { raw, gzip }: Size, goal?: number) => [
      name,
      kilobytes(raw),
      kilobytes(gzip),
      ...(goal === undefined ? ["", ""] : [kilobytes(goal), reached(gzip, goal)]),
    ];
    console.log("");
    printTable(
      ["transferred", "raw", "gzip", "goal", ""],
      [
        row("console, scripts and styles to the first screen", entry, GOALS.entry),
        row("console, what the sheet page adds", sheetPage, GOALS.sheetPage),
        row("console, what opens over a sheet, after the rows stand", later),
        row("form page, one answer", form, GOALS.form),
        row(`${list.records} residents over the API, ${list.requests} pages`, list),
      ],
    );
  } finally {
    await linli.close();
  }
};
