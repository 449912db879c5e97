import { parseArgs } from "node:util";
import { openEngine } from "./engine.ts";
import { serveEngine } from "./server.ts";

const USAGE = "Usage: npm run dynamodb -- [--port 8000] [--host 127.0.0.1] [--file data.sqlite]";
const SWEEP_EVERY = 60_000;

/** The engine alone, for whoever wants to look at it with DynamoDB's own tools. */
async function main(): Promise<void> {
  const { port, host, file } = readArguments();
  const engine = openEngine({ file });
  const server = await serveEngine(engine, { port, host }).catch(async (error: NodeJS.ErrnoException) => {
    await engine.close();
    if (error.code === "EADDRINUSE") stop(`Port ${port} is taken. Choose another one with --port.`);
    throw error;
  });
  const sweeper = setInterval(() => engine.sweep(), SWEEP_EVERY);
  console.log(`DynamoDB-compatible engine on ${server.url}, data in ${file === ":memory:" ? "memory" : file}`);

  const end = async (): Promise<void> => {
    clearInterval(sweeper);
    await server.close();
    await engine.close();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

function readArguments(): { port: number; host: string; file: string } {
  const options = { port: { type: "string" }, host: { type: "string" }, file: { type: "string" } } as const;
  try {
    const { port = "8000", host = "127.0.0.1", file = ":memory:" } = parseArgs({ options }).values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) stop(`Not a port: ${port}\n${USAGE}`);
    return { port: Number(port), host, file };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

await main().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));
