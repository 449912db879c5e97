import { localTemplate } from "./local-template.ts";

/** Builds the functions that are named, or all, and prints the path of the template that the local runner executes. */
const names = process.argv.slice(2);
try {
  console.log(await localTemplate({ functions: names.length > 0 ? names : undefined, log: console.error }));
} catch (error) {
  // A build tool's message names file and line; its stack says nothing more.
  console.error(error instanceof Error && "errors" in error ? error.message : error);
  process.exitCode = 1;
}
