import { join } from "node:path";

/** The root of the checkout. */
export const root = join(import.meta.dirname, "../..");

/** Everything that is built goes here; deleting it is always safe. */
export const buildFolder = join(root, ".build");

/** What runs as one function: `lambda.mjs` and the files beside it. */
export const functionBundle = (name: string): string => join(buildFolder, "functions", name);

export const consoleFolder = join(buildFolder, "console");
