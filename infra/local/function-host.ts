import { type Container, type ContainerOptions, openContainer } from "./container.ts";
import type { Failure } from "./worker-messages.ts";

/** The function threw, crashed or ran out of time: Lambda's "function error". */
export class FunctionError extends Error {
  override readonly name = "FunctionError";
  readonly failure: Failure;

  constructor(functionName: string, failure: Failure) {
    super(`${functionName}: ${failure.errorType}: ${failure.errorMessage}`);
    this.failure = failure;
  }
}

export type FunctionHost = {
  /** Sends one event and returns what the handler returned. */
  invoke(event: unknown): Promise<unknown>;
  /** Gets no further events; resolves when those in flight are finished. */
  retire(): Promise<void>;
  close(): Promise<void>;
};

/** Runs one function in a worker thread: started when first needed, replaced when it crashes or hangs. */
export function hostFunction(options: Omit<ContainerOptions, "onExit"> & { readonly timeoutMs: number }): FunctionHost {
  const { start, timeoutMs } = options;
  const containers = new Set<Container>();
  let current: Container | undefined;

  const open = (): Container => {
    const container = openContainer({
      ...options,
      onExit() {
        containers.delete(container);
        if (current === container) current = undefined;
      },
    });
    containers.add(container);
    return container;
  };

  return {
    async invoke(event) {
      current ??= open();
      const container = current;
      const answer = await container.run(event, timeoutMs);
      if (answer === "timed-out") {
        // A container in which an event hangs gets no further events, and ends with its last one.
        if (current === container) current = undefined;
        void container.retire();
        const errorMessage = `Task timed out after ${timeoutMs / 1000} seconds`;
        throw new FunctionError(start.name, { errorType: "Sandbox.Timedout", errorMessage, stack: "" });
      }
      if ("error" in answer) throw new FunctionError(start.name, answer.error);
      return JSON.parse(answer.result);
    },
    async retire() {
      current = undefined;
      await Promise.all([...containers].map((container) => container.retire()));
    },
    async close() {
      await Promise.all([...containers].map((container) => container.end()));
    },
  };
}
