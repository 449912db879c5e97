import { randomBytes } from "node:crypto";
import type { DeadLetters } from "./dead-letters.ts";
import type { Engine } from "./dynamodb/engine.ts";
import type { FunctionHost } from "./function-host.ts";
import { host } from "./hosting.ts";
import { mustBeAllowedToListen } from "./mapping-rights.ts";
import type { FunctionPlan, MappingPlan, Plan, SchedulePlan } from "./plan.ts";
import { type Match, router } from "./routes.ts";
import type { SavedState } from "./saved-state.ts";
import { runSchedules } from "./schedules.ts";
import { readStream, type StreamReader } from "./stream-reader.ts";
import { createTables } from "./tables.ts";

type Options = {
  readonly engine: Engine;
  readonly state: SavedState;
  readonly deadLetters: DeadLetters;
  /** Where the services are on this machine. */
  readonly endpoint: string;
  /** Filled with who is behind each access key. */
  readonly callers: Map<string, FunctionPlan>;
  readonly print: (text: string) => void;
  readonly onError: (error: unknown) => void;
};

/** What a template asks for: tables, functions, routes, streams, schedules. Another template can take its place. */
export type Workload = {
  /**
   * Goes over to a plan whose bundles lie in a folder, and returns the functions that are others than before. Events
   * in flight are finished by those that began them; what stayed the same runs on.
   */
  use(plan: Plan, assets: string): Promise<string[]>;
  route(method: string, path: string): Match | undefined;
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Resolves when all that was written before the call has reached the functions that listen. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Running = { readonly key: string; readonly same: string; readonly host: FunctionHost };

export function openWorkload(options: Options): Workload {
  const { engine, state, deadLetters, endpoint, callers, print, onError } = options;
  const functions = new Map<string, Running>();
  const leaving = new Set<FunctionHost>();
  const readers = new Map<string, StreamReader>();
  let schedules = { same: "", close: (): void => {} };
  let route = router([]);

  const invoke = async (name: string, event: unknown): Promise<unknown> => {
    const found = functions.get(name);
    if (!found) throw new Error(`There is no function ${name}. Known: ${[...functions.keys()].join(", ")}`);
    return found.host.invoke(event);
  };

  const replaceFunctions = (wanted: readonly FunctionPlan[], assets: string): string[] => {
    const changed: string[] = [];
    for (const [name, { key, host: old }] of functions) {
      const entry = wanted.find((one) => one.name === name);
      if (entry && functions.get(name)?.same === identity(entry, assets)) continue;
      functions.delete(name);
      leaving.add(old);
      void old.retire().then(() => {
        leaving.delete(old);
        callers.delete(key);
      });
    }
    for (const entry of wanted.filter(({ name }) => !functions.has(name))) {
      const key = randomBytes(16).toString("hex");
      callers.set(key, entry);
      const same = identity(entry, assets);
      functions.set(entry.name, { key, same, host: host(entry, { key, assets, endpoint, print }) });
      changed.push(entry.name);
    }
    return changed;
  };

  const replaceReaders = async (mappings: readonly MappingPlan[]): Promise<void> => {
    const wanted = new Map(mappings.map((mapping) => [JSON.stringify(mapping), mapping]));
    for (const [same, reader] of readers) {
      if (wanted.has(same)) continue;
      readers.delete(same);
      await reader.close();
    }
    for (const [same, mapping] of wanted) {
      if (readers.has(same)) continue;
      const listener = (event: unknown) => invoke(mapping.functionName, event);
      readers.set(same, readStream({ mapping, engine, state, deadLetters, onError, invoke: listener }));
    }
  };

  const replaceSchedules = (wanted: readonly SchedulePlan[]): void => {
    const same = JSON.stringify(wanted);
    if (schedules.same === same) return;
    schedules.close();
    schedules = {
      same,
      ...runSchedules({ schedules: wanted, state, deadLetters, invoke, onError, now: Date.now }),
    };
  };

  return {
    async use(plan, assets) {
      mustBeAllowedToListen(plan);
      await createTables(engine, plan.tables);
      const changed = replaceFunctions(plan.functions, assets);
      route = router(plan.routes);
      await replaceReaders(plan.mappings);
      replaceSchedules(plan.schedules);
      return changed;
    },
    route: (method, path) => route(method, path),
    invoke,
    async settled() {
      await Promise.all([...readers.values()].map((reader) => reader.settled()));
    },
    async close() {
      schedules.close();
      const hosts = [...[...functions.values()].map((running) => running.host), ...leaving];
      // Together: a reader may wait for an answer that only ends with its function.
      await Promise.all([...readers.values(), ...hosts].map((part) => part.close()));
    },
  };
}

const identity = (entry: FunctionPlan, assets: string): string => JSON.stringify([assets, entry]);
