import { startRunner } from "../../infra/local/runner.ts";

/** Runs a synthesized template in a process of its own, which `killable.ts` starts, asks and kills. */
const { template, dataDir, port, functions } = JSON.parse(process.argv[2] ?? "{}");
const runner = await startRunner({ template, dataDir, port, functions });
process.on("message", async ([name, event]: [string, unknown]) => {
  process.send?.({ answer: await runner.invoke(name, event) });
});
process.send?.({ port: runner.port });
