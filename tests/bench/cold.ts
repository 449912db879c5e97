import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { build } from "../../infra/build/build.ts";
import type { Bench } from "./bench-types.ts";
import { type Cold, openColdWorld } from "./cold-world.ts";
import { printTable, times } from "./table.ts";

type Figures = { readonly cpuMs: number; readonly rssMb: number };

/** A process of its own: loads a bundle, answers one event, and says what that cost from the very beginning. */
const SCRIPT = `
const { handler } = await import(process.env.BUNDLE);
const context = { awsRequestId: "1", functionName: "bench", getRemainingTimeInMillis: () => 29000 };
const answer = await handler(JSON.parse(process.env.EVENT), context);
const { user, system } = process.cpuUsage();
const status = answer?.statusCode ?? (answer?.batchItemFailures?.length === 0 ? 200 : 500);
if (status !== 200) process.stdout.write(JSON.stringify(answer));
process.stdout.write("\\n" + JSON.stringify({ status, cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1e6 }));
process.exit();
`;

/** CPU time of a cold start (冷启动): starting Node, importing the bundle, serving the first request. */
export const benchCold: Bench = async ({ quick }) => {
  await build();
  const world = await openColdWorld();
  const best = new Map<string, Figures>();
  // Rounds alternate, so that a busy moment of the machine does not fall on one function alone.
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    for (const cold of world.all(round)) {
      const figures = await startCold(cold, world.environment);
      const before = best.get(cold.name);
      if (!before || figures.cpuMs < before.cpuMs) best.set(cold.name, figures);
    }
  }
  const bare = best.get("bare")?.cpuMs ?? Number.NaN;
  const reference = best.get("reference")?.cpuMs ?? Number.NaN;
  const rows = world.all(0).map(({ name, request }) => {
    const { cpuMs, rssMb } = best.get(name) ?? { cpuMs: Number.NaN, rssMb: Number.NaN };
    return [name, request, cpuMs.toFixed(0), times(cpuMs / bare), times(cpuMs / reference), rssMb.toFixed(0)];
  });
  printTable(["function", "first request", "CPU ms", "x bare", "x reference", "RSS MB"], rows);
  console.log("bare: a handler of one line. reference: Hono and the DynamoDB client reading one item.");
  await world.close();
};

async function startCold(cold: Cold, environment: Readonly<Record<string, string>>): Promise<Figures> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", SCRIPT], {
    env: { ...environment, BUNDLE: cold.bundle, EVENT: JSON.stringify(cold.event) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output = await text(child.stdout);
  const { status, ...figures }: Figures & { status: number } = JSON.parse(output.slice(output.lastIndexOf("\n")));
  if (status !== 200) throw new Error(`${cold.name} answers ${status}: ${output}`);
  return figures;
}
