import { AsyncLocalStorage } from "node:async_hooks";
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../../functions/http/deps.ts";

/** Where a process ends: before its n-th write is sent, or after the database has made it true. */
export type Cut = { readonly write: number; readonly when: "before" | "after" };

/** What became of one process: how many writes it wanted, and whether it was killed. */
export type Life = { readonly writes: number; readonly killed: boolean };

type Process = { writes: number; killed: boolean; readonly cut: Cut | undefined };

const WRITES = [TransactWriteCommand, PutCommand, UpdateCommand, DeleteCommand];
const processes = new AsyncLocalStorage<Process>();
const mortal = new WeakSet<object>();

/**
 * Does something as a process of its own, which `cut` kills (kill -9). Whatever a dead process still does reaches the
 * database no more, not even to read: only what was written before stands. Others are not touched, also at that moment.
 */
export async function asProcess(deps: Deps, cut: Cut | undefined, doing: () => Promise<unknown>): Promise<Life> {
  makeMortal(deps);
  const life: Process = { writes: 0, killed: false, cut };
  await processes.run(life, doing).catch((error: unknown) => {
    if (!life.killed) throw error;
  });
  return life;
}

function makeMortal({ documents }: Deps): void {
  if (mortal.has(documents)) return;
  mortal.add(documents);
  const send = documents.send.bind(documents);
  const watched = async (command: Parameters<typeof send>[0]) => {
    const life = processes.getStore();
    if (!life) return send(command);
    const isLast = WRITES.some((one) => command instanceof one) && ++life.writes === life.cut?.write;
    if (isLast && life.cut?.when === "before") life.killed = true;
    if (life.killed) throw new Error("killed");
    const answer = await send(command);
    if (isLast) life.killed = true;
    // A life may have ended while this was on its way.
    if (life.killed) throw new Error("killed");
    return answer;
  };
  Object.assign(documents, { send: watched });
}
