import { setTimeout } from "node:timers/promises";
import { openEngine } from "../../../../infra/local/dynamodb/engine.ts";
import { type Random, seededRandom } from "../../../../infra/local/dynamodb/random.ts";
import { CALM, TABLE } from "../plain-things.ts";
import { type Client, newClient, writeUntilGone } from "./client.ts";
import { compareWithTable, follow, newReplay, type Replay } from "./replay.ts";
import { launch, startServer } from "./server-process.ts";
import { settleAll } from "./settling.ts";
import { SHARED } from "./writes.ts";

const CLIENTS = 6;
const MOST_ANSWERS = 400;
const MOST_MS_AFTER = 10;
const MOST_MS_OF_START = 250;

/** What one round saw: answers before the kill, writes in doubt, those of them that were written, stream records. */
export type Figures = { answers: number; doubtful: number; written: number; records: number };
export type Crashes = { round(): Promise<Figures>; finish(): Promise<void> };

/**
 * A file whose server is killed with -9 again and again while clients write; all that is found amiss is thrown.
 * The seed decides what is written and when about the server dies; the exact moment is the machine's.
 */
export async function openCrashes(file: string, seed: number): Promise<Crashes> {
  const random = seededRandom(seed);
  const clients = Array.from({ length: CLIENTS }, (_, at) => newClient(`client-${at}`));
  const replay = newReplay();
  const engine = openEngine({ file, ...CALM });
  await engine.send("CreateTable", TABLE);
  await engine.close();
  return {
    async round() {
      if (random.chance(0.25)) await killWhileStarting(file, random);
      const answers = await killUnderLoad(file, clients, random);
      return { answers, ...(await check(file, clients, replay)) };
    },
    async finish() {
      const last = openEngine({ file, ...CALM });
      const anew = newReplay();
      await follow(last, anew);
      await compareWithTable(last, anew, partitionsOf(clients));
      await last.close();
    },
  };
}

const partitionsOf = (clients: readonly Client[]): string[] => [SHARED, ...clients.map(({ name }) => name)];

async function killWhileStarting(file: string, random: Random): Promise<void> {
  const server = launch("--port", "0", "--file", file);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await setTimeout(random.below(MOST_MS_OF_START));
  server.kill("SIGKILL");
  await ended;
}

async function killUnderLoad(file: string, clients: readonly Client[], random: Random): Promise<number> {
  const { server, endpoint, ended } = await startServer(file);
  const enough = 1 + random.below(MOST_ANSWERS);
  const moment = random.below(MOST_MS_AFTER);
  let answers = 0;
  const answered = (): void => {
    answers++;
    if (answers === enough) void setTimeout(moment).then(() => server.kill("SIGKILL"));
  };
  try {
    const seeds = clients.map(() => seededRandom(random.below(2 ** 32)));
    await Promise.all(clients.map((client, at) => writeUntilGone(client, endpoint, seeds[at] ?? random, answered)));
  } finally {
    server.kill("SIGKILL");
    await ended;
  }
  return answers;
}

async function check(file: string, clients: readonly Client[], replay: Replay): Promise<Omit<Figures, "answers">> {
  const engine = openEngine({ file, ...CALM });
  try {
    const before = replay.records;
    await follow(engine, replay);
    await compareWithTable(engine, replay, partitionsOf(clients));
    const doubts = await settleAll(engine, clients);
    return { doubtful: doubts.count, written: doubts.written, records: replay.records - before };
  } finally {
    await engine.close();
  }
}
