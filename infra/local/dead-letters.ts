import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Stands for the SQS queues in which events end that a function gave up on: one file of lines for each. */
export type DeadLetters = {
  send(queue: string, message: unknown): void;
  list(queue: string): unknown[];
};

export function openDeadLetters(folder: string | undefined): DeadLetters {
  const memory = new Map<string, unknown[]>();
  if (folder === undefined) {
    return {
      send: (queue, message) => void memory.set(queue, [...(memory.get(queue) ?? []), message]),
      list: (queue) => memory.get(queue) ?? [],
    };
  }
  const path = (queue: string) => join(folder, "dead-letters", `${queue}.jsonl`);
  return {
    send(queue, message) {
      mkdirSync(join(folder, "dead-letters"), { recursive: true });
      appendFileSync(path(queue), `${JSON.stringify(message)}\n`, { mode: 0o600 });
    },
    list(queue) {
      if (!existsSync(path(queue))) return [];
      const lines = readFileSync(path(queue), "utf8").split("\n").filter(Boolean);
      return lines.map((line): unknown => JSON.parse(line));
    },
  };
}
