import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Answer, Call, Start } from "./worker-messages.ts";

export type ContainerOptions = {
  readonly start: Start;
  readonly environment: Readonly<Record<string, string>>;
  /** Receives what the function prints. */
  readonly print: (text: string) => void;
  readonly onExit: () => void;
};

/** A worker thread that holds one function. */
export type Container = {
  run(event: unknown, timeoutMs: number): Promise<Answer | "timed-out">;
  /** Ends the thread as soon as no event is in flight; resolves when it has ended. */
  retire(): Promise<void>;
  end(): Promise<void>;
};

/** Loading a bundle does not count against an event's time, nor may it go on for ever. */
const LOADING_MS = 30_000;

export function openContainer({ start, environment, print, onExit }: ContainerOptions): Container {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: start,
    env: { ...environment },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: start.memory },
  });
  worker.stdout.setEncoding("utf8").on("data", print);
  worker.stderr.setEncoding("utf8").on("data", print);

  const waiting = new Map<string, (answer: Answer) => void>();
  let loaded = (): void => {};
  const loading = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  worker.on("message", (message: "ready" | Answer) => {
    if (message === "ready") loaded();
    else waiting.get(message.id)?.(message);
  });
  let crash = new Error("The function ended its own process.");
  worker.on("error", (error) => {
    crash = error instanceof Error ? error : new Error(String(error));
  });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  worker.on("exit", () => {
    onExit();
    const error = { errorType: "Runtime.ExitError", errorMessage: crash.message, stack: crash.stack ?? "" };
    for (const [id, answer] of waiting) answer({ id, error });
  });

  let retired = false;
  return {
    async run(event, timeoutMs) {
      const id = randomUUID();
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      try {
        const started = await within(LOADING_MS, Promise.race([loading, answered]));
        if (started === "timed-out") return started;
        const call: Call = { id, event: JSON.stringify(event), deadline: Date.now() + timeoutMs };
        worker.postMessage(call);
        return await within(timeoutMs, answered);
      } finally {
        waiting.delete(id);
        if (retired && waiting.size === 0) void worker.terminate();
      }
    },
    async retire() {
      retired = true;
      if (waiting.size === 0) void worker.terminate();
      await ended;
    },
    async end() {
      await worker.terminate();
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | "timed-out"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"timed-out">((resolve) => {
    timer = setTimeout(() => resolve("timed-out"), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
