import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join, resolve } from "node:path";
import { openAwsEndpoint } from "./aws-endpoint.ts";
import { type DeadLetters, openDeadLetters } from "./dead-letters.ts";
import { type Engine, type EngineOptions, openEngine } from "./dynamodb/engine.ts";
import { FunctionError, type FunctionHost, hostFunction } from "./function-host.ts";
import { openGateway } from "./gateway.ts";
import { openParameterStore } from "./parameter-store.ts";
import { type FunctionPlan, planOf } from "./plan.ts";
import { openSavedState } from "./saved-state.ts";
import { runSchedules } from "./schedules.ts";
import { readStream } from "./stream-reader.ts";
import { createTables } from "./tables.ts";
import { LOCAL, readTemplate, resolveTemplate } from "./template.ts";

export type RunnerOptions = {
  /** Path of the synthesized template; the bundles it names lie beside it. */
  readonly template: string;
  /** Where data is kept, or ":memory:". */
  readonly dataDir: string;
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Only these functions, with their routes, streams and schedules. */
  readonly functions?: readonly string[] | undefined;
  /** False keeps `/healthz` at 503 until `setReady()`. */
  readonly ready?: boolean;
  readonly engine?: Omit<EngineOptions, "file">;
  /** Receives what goes wrong; what functions print goes to `functions.log` in the data folder. */
  readonly onError?: (message: string) => void;
};

/** A running Linli: everything that the template asks for, in this process. */
export type Runner = {
  readonly url: string;
  readonly port: number;
  readonly engine: Engine;
  readonly deadLetters: DeadLetters;
  /** Calls a function directly, as `aws lambda invoke` does. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Resolves when all that was written before the call has reached the functions that listen. */
  settled(): Promise<void>;
  setReady(): void;
  close(): Promise<void>;
};

export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const folder = options.dataDir === ":memory:" ? undefined : resolve(options.dataDir);
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const parameters: Record<string, string> = options.publicUrl ? { PublicUrl: options.publicUrl } : {};
  const plan = planOf(resolveTemplate(readTemplate(options.template), parameters), options.functions);
  const say = options.onError ?? console.error;
  const onError = (error: unknown): void => {
    const stack = error instanceof FunctionError ? error.failure.stack : "";
    say([error instanceof Error ? error.message : String(error), stack].filter(Boolean).join("\n"));
  };
  const engine = openEngine({
    file: folder === undefined ? ":memory:" : join(folder, "linli.sqlite"),
    ...options.engine,
  });
  await createTables(engine, plan.tables);
  const sweeping = setInterval(() => engine.sweep(), 60_000);

  const callers = new Map(plan.functions.map((entry) => [randomBytes(16).toString("hex"), entry] as const));
  const endpoint = await openAwsEndpoint({
    engine,
    parameters: openParameterStore(folder),
    callerOf: (key) => callers.get(key),
    onDenied: say,
  });
  const print = (text: string): void => {
    if (folder !== undefined) appendFileSync(join(folder, "functions.log"), text, { mode: 0o600 });
  };
  const assets = dirname(options.template);
  const hosts = new Map(
    [...callers].map(
      ([key, entry]) => [entry.name, host(entry, { key, assets, endpoint: endpoint.url, print })] as const,
    ),
  );
  const invoke = async (name: string, event: unknown): Promise<unknown> => {
    const found = hosts.get(name);
    if (!found) throw new Error(`There is no function ${name}. Known: ${[...hosts.keys()].join(", ")}`);
    return found.invoke(event);
  };

  const state = openSavedState(folder);
  const deadLetters = openDeadLetters(folder);
  const readers = plan.mappings.map((mapping) =>
    readStream({
      mapping,
      engine,
      state,
      deadLetters,
      onError,
      invoke: (event) => invoke(mapping.functionName, event),
    }),
  );
  const schedules = runSchedules({ schedules: plan.schedules, state, deadLetters, invoke, onError, now: Date.now });

  let ready = options.ready ?? true;
  const gateway = await openGateway(
    {
      routes: plan.routes,
      invoke,
      isReady: () => ready,
      onError,
      tls: options.tls,
      onAnswer({ method, route, status, ms }) {
        const line = `${new Date().toISOString()} ${method} ${route.replace(/^\S+ /, "")} ${status} ${ms}\n`;
        if (folder !== undefined) appendFileSync(join(folder, "requests.log"), line, { mode: 0o600 });
      },
    },
    options.port ?? 0,
    options.host ?? "127.0.0.1",
  ).catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  async function stop(): Promise<void> {
    clearInterval(sweeping);
    schedules.close();
    await Promise.all(readers.map((reader) => reader.close()));
    await Promise.all([...hosts.values()].map((entry) => entry.close()));
    await endpoint.close();
    await engine.close();
  }

  return {
    url: `${options.tls ? "https" : "http"}://127.0.0.1:${gateway.port}`,
    port: gateway.port,
    engine,
    deadLetters,
    invoke,
    async settled() {
      await Promise.all(readers.map((reader) => reader.settled()));
    },
    setReady() {
      ready = true;
    },
    async close() {
      await gateway.close();
      await stop();
    },
  };
}

type Surroundings = { key: string; assets: string; endpoint: string; print: (text: string) => void };

/** A function finds in its environment what Lambda would put there, and where the services are on this machine. */
function host(entry: FunctionPlan, { key, assets, endpoint, print }: Surroundings): FunctionHost {
  const bundle = resolve(assets, entry.asset);
  const [module = "", exportName = ""] = entry.handler.split(".");
  return hostFunction({
    start: {
      name: entry.name,
      arn: `arn:${LOCAL.partition}:lambda:${LOCAL.region}:${LOCAL.account}:function:${entry.id}`,
      memory: entry.memory,
      file: join(bundle, `${module}.mjs`),
      exportName,
    },
    timeoutMs: entry.timeoutMs,
    print,
    environment: {
      ...entry.environment,
      AWS_REGION: LOCAL.region,
      AWS_DEFAULT_REGION: LOCAL.region,
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: key,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_LAMBDA_FUNCTION_NAME: entry.name,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(entry.memory),
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_SSM: endpoint,
      LAMBDA_TASK_ROOT: bundle,
      TZ: ":UTC",
    },
  });
}
