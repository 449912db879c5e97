import { randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import * as z from "zod/mini";

/** Whom an invitation (邀请) is for: the first account of an area, such as the district 500100. */
export const invitation = z.object({ area: z.string().check(z.regex(/^\d{6,12}$/)), name: z.string() });
export type Invitation = z.infer<typeof invitation>;

const backupRequest = z.object({ to: z.string() });

/** What the sign-in function answers when it has added a root key: its name. */
export const rotation = z.object({ current: z.string() });

/** A community's move: into a file, or from one. */
export const move = z.union([
  z.object({ community: z.string().check(z.regex(/^\d{12}$/)), to: z.string(), passphrase: z.string() }),
  z.object({ from: z.string(), passphrase: z.string() }),
]);
export type Move = z.infer<typeof move>;

const note = z.object({ pid: z.number(), control: z.url(), secret: z.string() });

/** What those who may open the door of a running instance can ask of it. */
export type Door = {
  invite(wanted: Invitation): Promise<{ url: string }>;
  /** Takes a backup below a folder, and says where it is. */
  backup(to: string): Promise<{ path: string }>;
  /** Adds a root key, and gives its name. */
  rotateKeys(): Promise<{ current: string }>;
  /** Writes everything of a community into a file, or takes it in from one, and says what it did. */
  move(wanted: Move): Promise<{ told: string }>;
};

/** A data folder belongs to one process at a time; others reach it through a door that only its owner can open. */
export type Instance = {
  /** Opens the door; until then it says "not ready". */
  open(door: Door): void;
  release(): void;
};

export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

export async function claimFolder(folder: string): Promise<Instance> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = notePath(folder);
  if (await runningInstance(folder)) throw new FolderInUse(folder);
  rmSync(path, { force: true });

  const secret = randomBytes(32).toString("hex");
  let door: Door | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const reply = (status: number, body: unknown): void => {
      outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    try {
      if (!isSame(incoming.headers.authorization, `Bearer ${secret}`)) return reply(401, {});
      if (incoming.url === "/ping") return reply(200, { pid: process.pid });
      const asked = JSON.parse(await text(incoming));
      if (!door) return reply(503, { message: "Linli is still starting; try again in a moment." });
      if (incoming.url === "/backup") return reply(200, await door.backup(z.parse(backupRequest, asked).to));
      if (incoming.url === "/rotate-keys") return reply(200, await door.rotateKeys());
      if (incoming.url === "/move") return reply(200, await door.move(move.parse(asked)));
      const wanted = z.safeParse(invitation, asked);
      if (!wanted.success) return reply(400, { message: z.prettifyError(wanted.error) });
      reply(200, await door.invite(wanted.data));
    } catch (error) {
      reply(500, { message: error instanceof Error ? error.message : String(error) });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // Without a path, a server listens on a port, and its address is one.
  const { port } = server.address() as AddressInfo;
  server.unref();
  try {
    const content = JSON.stringify({ pid: process.pid, control: `http://127.0.0.1:${port}`, secret });
    writeFileSync(path, content, { mode: 0o600, flag: "wx" });
  } catch {
    server.close();
    throw new FolderInUse(folder);
  }
  return {
    open(given) {
      door = given;
    },
    release() {
      server.close();
      server.closeAllConnections();
      rmSync(path, { force: true });
    },
  };
}

/** Speaks to the process that holds a folder; undefined if there is none, as after a crash. */
export async function runningInstance(folder: string): Promise<Door | undefined> {
  const path = notePath(folder);
  if (!existsSync(path)) return undefined;
  const read = z.safeParse(note, parse(readFileSync(path, "utf8")));
  if (!read.success) return undefined;
  const { control, secret } = read.data;
  const ask = (where: string, body?: string) =>
    fetch(`${control}${where}`, {
      headers: { authorization: `Bearer ${secret}` },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
  const alive = await ask("/ping").then(
    ({ ok }) => ok,
    () => false,
  );
  if (!alive) return undefined;
  const answerTo = async (where: string, asked: unknown): Promise<Record<string, string | undefined>> => {
    const response = await ask(where, JSON.stringify(asked));
    const answer = z.parse(z.record(z.string(), z.optional(z.string())), await response.json());
    if (!response.ok) throw new Error(answer.message ?? `The instance answered ${response.status}.`);
    return answer;
  };
  return {
    invite: async (wanted) => ({ url: (await answerTo("/invite", wanted)).url ?? "" }),
    backup: async (to) => ({ path: (await answerTo("/backup", { to })).path ?? "" }),
    move: async (wanted) => ({ told: (await answerTo("/move", wanted)).told ?? "" }),
    rotateKeys: async () => ({ current: (await answerTo("/rotate-keys", {})).current ?? "" }),
  };
}

const notePath = (folder: string) => join(folder, "running.json");

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isSame(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
