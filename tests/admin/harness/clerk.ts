import { type Http, Problem, Unreached } from "../../../admin/providers/http.ts";
import type { Unsaved } from "../../../admin/records/pending.ts";
import { createRecordList } from "../../../admin/records/record-list.ts";
import { createSaveQueue, type SaveQueue } from "../../../admin/records/save-queue.ts";
import { registerNamed } from "../../../shared/schema/registers.ts";
import { COMMUNITY, type TestApi } from "../../support/api.ts";

export type Asked = { readonly method: string; readonly path: string; readonly key: string | undefined };

/** One clerk's console without a screen: a list and its save queue upon the real staff API. */
export async function clerkAt(test: TestApi, name: string, register: string, kept?: Unsaved) {
  const call = await test.as(["clerk"], { name });
  const asked: Asked[] = [];
  const inFlight = new Set<Promise<unknown>>();
  let timers: (() => void)[] = [];
  let stored = kept;
  let ids = 0;
  /** `away`: nothing reaches the server. `deaf`: the server works, but its answers are lost. */
  const line = { state: "up" as "up" | "away" | "deaf" };
  const lost: string[] = [];

  const http: Http = async <T>(method: string, path: string, ask: Parameters<Http>[2] = {}): Promise<T> => {
    asked.push({ method, path, key: ask.headers?.["idempotency-key"] });
    if (line.state === "away") throw new Unreached();
    const running = call(method, path, ask.body, ask.headers);
    inFlight.add(running);
    const answer = await running.finally(() => inFlight.delete(running));
    if (line.state === "deaf") throw new Unreached();
    // A refused request's body is a problem document; any other is what the route sends.
    if (answer.status >= 400) throw new Problem(answer.body as unknown as ConstructorParameters<typeof Problem>[0]);
    return answer.body as T;
  };
  const list = createRecordList(http, `/api/communities/${COMMUNITY}/registers/${register}`, register);
  const needed = Object.entries(registerNamed(register)?.fields ?? {}).flatMap(([key, field]) =>
    field.required && field.initial === undefined ? [key] : [],
  );
  const queue: SaveQueue = createSaveQueue({
    http,
    list,
    keep: {
      read: () => stored,
      write: (unsaved) => {
        stored = unsaved && structuredClone(unsaved);
      },
    },
    isComplete: (values) => needed.every((key) => (values[key] ?? null) !== null),
    conflict: (record, key) => `${record.updatedBy}: ${String(record.values[key])}`,
    lost: (id) => lost.push(id),
    newId: () => `${name}-${++ids}-${"0".repeat(16)}`,
    later: (run) => {
      timers.push(run);
      return () => {
        timers = timers.filter((timer) => timer !== run);
      };
    },
  });
  await list.load();

  /** Lets all that is due happen: what is sent is answered, what waits its turn gets it. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const due = timers;
      timers = [];
      for (const run of due) run();
      const waiting = [...inFlight];
      await Promise.allSettled(waiting);
      await new Promise((resolve) => setImmediate(resolve));
      quiet = due.length > 0 || waiting.length > 0 || inFlight.size > 0 ? 0 : quiet + 1;
      if (line.state !== "up" && due.length > 0) return;
    }
  }

  return {
    list,
    queue,
    asked,
    line,
    lost,
    rest,
    stored: () => stored,
    type: (id: string, key: string, value: string | number | null) => queue.edit([{ id, isNew: false, key, value }]),
    /** Types into a row that does not exist yet. */
    start: (id: string, key: string, value: string | number) => queue.edit([{ id, isNew: true, key, value }]),
    cell: (id: string, key: string) => queue.state().cells.get(id)?.get(key),
    value: (id: string, key: string) => list.get().records.get(id)?.values[key],
  };
}
