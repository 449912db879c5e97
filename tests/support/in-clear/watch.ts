import fs from "node:fs";
import { ServerResponse } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync, type SQLInputValue, StatementSync } from "node:sqlite";
import { Hono } from "hono";
import { placesIn } from "./numbers.ts";
import { opened } from "./opened.ts";

/**
 * The routes that answer with a number in clear, each only with a reason that stands in the history first: opening a
 * sealed column (查看原文), and the list an insurer needs.
 */
const REVEALING = /\/registers\/[^/]+(\/records\/[^/]+)?\/reveal(\?|$)|\/events\/[^/]+\/lists\/insurance(\?|$)/;

const found = new Set<string>();
const reading: Promise<void>[] = [];

/** What was found since the last call; waits for the answers that are still being read. */
export async function takeFound(): Promise<string[]> {
  while (reading.length > 0) await Promise.all(reading.splice(0));
  const all = [...found];
  found.clear();
  return all;
}

/** Looks at a text that was written or answered somewhere. */
export function look(where: string, text: string): void {
  for (const place of placesIn(text)) found.add(`${where} ${place}`);
}

function lookInto(where: string, bytes: Uint8Array): void {
  for (const { part, text } of opened(bytes)) look(part ? `${where} ${part}` : where, text);
}

/** Looks at every file below a folder, as whoever takes the disk would. */
export function lookInFolder(folder: string): void {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`;
    if (!entry.isFile() || /\.sqlite-(wal|shm)$/.test(path)) continue;
    if (path.endsWith(".sqlite")) lookInDatabase(path);
    else look(`file ${entry.name}`, fs.readFileSync(path, "latin1"));
  }
}

/** Value by value: in the file itself what has nothing to do with each other stands side by side, digits on digits. */
function lookInDatabase(path: string): void {
  const database = new DatabaseSync(path);
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  for (const { name } of tables) {
    for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate()) {
      for (const value of Object.values(row)) {
        if (value instanceof Uint8Array) look(`file ${path}, ${name}`, Buffer.from(value).toString("latin1"));
        else if (typeof value === "string") look(`file ${path}, ${name}`, value);
      }
    }
  }
  database.close();
}

/** From here on, whatever this process writes into a database, answers, logs or prints is looked at. */
export function watchEverything(): void {
  watchDatabases();
  watchApps();
  watchServers();
  watchLogs();
}

/** Items, what indexes hold of them, and the records of streams: all that SQLite is given, also what is later replaced. */
function watchDatabases(): void {
  const owners = new WeakMap<StatementSync, DatabaseSync>();
  const { prepare } = DatabaseSync.prototype;
  const { run } = StatementSync.prototype;
  DatabaseSync.prototype.prepare = function (...given) {
    const statement = prepare.apply(this, given);
    owners.set(statement, this);
    return statement;
  };
  StatementSync.prototype.run = function (this: StatementSync, ...values: SQLInputValue[]) {
    for (const value of values) {
      if (typeof value !== "string" || placesIn(value).length === 0) continue;
      look(`${writtenTo(owners.get(this), this.sourceSQL, values)}:`, value);
    }
    return Reflect.apply(run, this, values);
  } as typeof run;
}

function writtenTo(database: DatabaseSync | undefined, sql: string, values: readonly SQLInputValue[]): string {
  const into = /(?:INTO|UPDATE)\s+(\w+)/i.exec(sql)?.[1] ?? "database";
  const isTable = database?.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'tables'").get() !== undefined;
  const table = values
    .map((value) =>
      isTable && typeof value === "number"
        ? database?.prepare("SELECT name FROM tables WHERE id = ?").get(value)
        : undefined,
    )
    .find((row) => row !== undefined);
  const key = values.filter(
    (value) => typeof value === "string" && !value.startsWith("{") && placesIn(value).length === 0,
  );
  return `table ${table?.name ?? into} (${into}) ${key.join(" | ").slice(0, 200)}`;
}

/** Answers of the applications that a test calls without a server: where the last handler leaves its answer. */
function watchApps(): void {
  let context: object | undefined;
  const app = new Hono().get("/", (c) => {
    context = Object.getPrototypeOf(c);
    return c.body(null);
  });
  app.request("/");
  const res = context && Object.getOwnPropertyDescriptor(context, "res");
  if (!context || !res?.get) throw new Error("An application's answers cannot be watched.");
  const { get } = res;
  const seen = new WeakSet<Response>();
  Object.defineProperty(context, "res", {
    ...res,
    get(this: { finalized: boolean; req: { method: string; path: string } }) {
      const response: Response = get.call(this);
      const { method, path } = this.req;
      if (this.finalized && !seen.has(response)) {
        seen.add(response);
        if (!REVEALING.test(path)) lookAtAnswer(`answer of ${method} ${path}`, response);
      }
      return response;
    },
  });
}

function lookAtAnswer(where: string, response: Response): void {
  look(`${where}, headers:`, [...response.headers.values()].join("\n"));
  if (!response.body || response.bodyUsed || response.body.locked) return;
  const bytes = response.clone().arrayBuffer();
  reading.push(bytes.then((all) => lookInto(`${where}:`, new Uint8Array(all))));
}

/** Answers of the runner's gateway, and whatever else a server in this process says. */
function watchServers(): void {
  const parts = new WeakMap<ServerResponse, Buffer[]>();
  const { writeHead, write, end } = ServerResponse.prototype;
  const keep = (response: ServerResponse, chunk: unknown): void => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    const kept = parts.get(response) ?? [];
    kept.push(typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk));
    parts.set(response, kept);
  };
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    look(`answer of ${this.req.method} ${this.req.url}, headers:`, JSON.stringify(given.slice(1)));
    return Reflect.apply(writeHead, this, given);
  } as typeof writeHead;
  ServerResponse.prototype.write = function (this: ServerResponse, ...given: unknown[]) {
    keep(this, given[0]);
    return Reflect.apply(write, this, given);
  } as typeof write;
  ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
    keep(this, given[0]);
    const { method, url = "" } = this.req;
    if (!REVEALING.test(url)) lookInto(`answer of ${method} ${url}:`, Buffer.concat(parts.get(this) ?? []));
    parts.delete(this);
    return Reflect.apply(end, this, given);
  } as typeof end;
}

/** What is appended to a file, and what is printed. */
function watchLogs(): void {
  const { appendFileSync } = fs;
  fs.appendFileSync = (path, data, ...others) => {
    look(`log ${String(path)}:`, String(data));
    return appendFileSync(path, data, ...others);
  };
  syncBuiltinESMExports();
  for (const level of ["debug", "log", "info", "warn", "error"] as const) {
    const print = console[level];
    console[level] = (...given: unknown[]) => {
      look(`console.${level}:`, given.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "));
      print.apply(console, given);
    };
  }
  for (const stream of [process.stdout, process.stderr]) {
    const { write } = stream;
    stream.write = ((...given: unknown[]) => {
      look("printed:", String(given[0]));
      return Reflect.apply(write, stream, given);
    }) as typeof write;
  }
}
