import { synth } from "./synth.ts";

/** Builds the functions that are named, or all, and prints the path of the template that the local runner executes. */
const names = process.argv.slice(2);
const [template] = await synth(["aws-cn"], { functions: names.length > 0 ? names : undefined, log: console.error });
console.log(template);
