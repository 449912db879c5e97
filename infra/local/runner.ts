import { mkdirSync, utimesSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { openAwsEndpoint } from "./aws-endpoint.ts";
import { type DeadLetters, openDeadLetters } from "./dead-letters.ts";
import { type Engine, type EngineOptions, openEngine } from "./dynamodb/engine.ts";
import { FunctionError } from "./function-host.ts";
import { type AnswerLine, type Gateway, openGateway } from "./gateway.ts";
import { openLog } from "./log-file.ts";
import { openParameterStore } from "./parameter-store.ts";
import { type FunctionPlan, type Plan, planOf } from "./plan.ts";
import { openSavedState } from "./saved-state.ts";
import type { IssuerSettings } from "./settings.ts";
import { LOCAL, readTemplate, resolveTemplate } from "./template.ts";
import { openWorkload } from "./workload.ts";

export type RunnerOptions = {
  /** Path of the synthesized template; the bundles it names lie beside it. */
  readonly template: string;
  /** Where data is kept, or ":memory:". */
  readonly dataDir: string;
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly publicUrl?: string | undefined;
  /** Whether everybody needs a second step. */
  readonly secondStep?: boolean;
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  readonly issuer?: IssuerSettings | undefined;
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
  /** The same without TLS, for programs on this machine. */
  readonly loopbackUrl: string;
  readonly port: number;
  readonly engine: Engine;
  readonly deadLetters: DeadLetters;
  /** Calls a function directly, as `aws lambda invoke` does. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Resolves when all that was written before the call has reached the functions that listen. */
  settled(): Promise<void>;
  /** Goes over to a newer template without losing the data or the port; returns the functions that are others now. */
  reload(template: string): Promise<string[]>;
  setReady(): void;
  close(): Promise<void>;
};

export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const folder = options.dataDir === ":memory:" ? undefined : resolve(options.dataDir);
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const parameters = stackParameters(options);
  const read = (template: string) => planOf(resolveTemplate(readTemplate(template), parameters), options.functions);
  const plan = read(options.template);
  const say = options.onError ?? console.error;
  const onError = (error: unknown): void => {
    const stack = error instanceof FunctionError ? error.failure.stack : "";
    say([error instanceof Error ? error.message : String(error), stack].filter(Boolean).join("\n"));
  };
  const engine = openEngine({
    file: folder === undefined ? ":memory:" : join(folder, "linli.sqlite"),
    ...options.engine,
  });
  let bundles = bundlesOf(plan, options.template);
  const chores = [setInterval(() => engine.sweep(), 60_000), setInterval(() => keep(bundles), 3_600_000)];

  const callers = new Map<string, FunctionPlan>();
  const endpoint = await openAwsEndpoint({
    engine,
    parameters: openParameterStore(folder, secrets(options)),
    callerOf: (key) => callers.get(key),
    onProblem: say,
  });
  const writeRequest = openLog(folder, "requests");
  const deadLetters = openDeadLetters(folder);
  const workload = openWorkload({
    engine,
    state: openSavedState(folder),
    deadLetters,
    endpoint: endpoint.url,
    callers,
    print: openLog(folder, "functions"),
    onError,
  });

  let ready = options.ready ?? true;
  const requests = {
    route: workload.route,
    invoke: workload.invoke,
    isReady: () => ready,
    onError,
    onAnswer({ method, route, status, ms }: AnswerLine) {
      writeRequest(`${new Date().toISOString()} ${method} ${route.replace(/^\S+ /, "")} ${status} ${ms}\n`);
    },
  };
  const { tls } = options;
  const gateways: Gateway[] = [];
  try {
    await workload.use(plan, dirname(options.template));
    gateways.push(await openGateway({ ...requests, tls }, options.port ?? 0, options.host ?? "127.0.0.1"));
    if (tls) gateways.push(await openGateway(requests, 0, "127.0.0.1"));
  } catch (error) {
    await stop();
    throw error;
  }
  const [front, plain = front] = gateways;
  if (!front || !plain) throw new Error("No gateway was opened.");

  async function stop(): Promise<void> {
    for (const chore of chores) clearInterval(chore);
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await workload.close();
    await endpoint.close();
    await engine.close();
  }

  return {
    url: `${tls ? "https" : "http"}://127.0.0.1:${front.port}`,
    loopbackUrl: `http://127.0.0.1:${plain.port}`,
    port: front.port,
    engine,
    deadLetters,
    invoke: workload.invoke,
    settled: workload.settled,
    async reload(template) {
      const next = read(template);
      const changed = await workload.use(next, dirname(template));
      bundles = bundlesOf(next, template);
      return changed;
    },
    setReady() {
      ready = true;
    },
    close: stop,
  };
}

const bundlesOf = ({ functions }: Plan, template: string): string[] =>
  functions.map(({ asset }) => join(dirname(template), asset));

/** A later build clears away bundles that nobody has touched for days; these are in use. */
function keep(bundles: readonly string[]): void {
  const now = new Date();
  for (const bundle of bundles) utimesSync(bundle, now, now);
}

/** What a deployment would give the stack as its parameters. */
function stackParameters({ publicUrl, secondStep, issuer }: RunnerOptions): Record<string, string> {
  return {
    ...(publicUrl ? { PublicUrl: publicUrl } : {}),
    ...(secondStep ? { SecondStep: "required" } : {}),
    ...(issuer ? { OidcIssuer: issuer.url, OidcClientId: issuer.clientId } : {}),
    ...(issuer?.zh ? { OidcLabelZh: issuer.zh } : {}),
    ...(issuer?.en ? { OidcLabelEn: issuer.en } : {}),
  };
}

/** What somebody would put into the parameter store before it. */
function secrets({ issuer }: RunnerOptions): Record<string, string> {
  return issuer ? { [`/linli/${LOCAL.stack}/oidc-client-secret`]: issuer.clientSecret } : {};
}
