import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

/** One SQLite file. Keys are TEXT in binary order, which is DynamoDB's order of strings; items are their JSON text. */
export type Storage = {
  run(sql: string, ...values: SQLInputValue[]): void;
  first(sql: string, ...values: SQLInputValue[]): Row | undefined;
  rows(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  /** Gives a transaction up, if one is still open. */
  rollback(): void;
  /** Writes what is committed into a new file, while work goes on. */
  copyTo(file: string): Promise<void>;
  close(): void;
};

export type Row = { text(column: string): string; number(column: string): number };

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS items (
    tableId INTEGER NOT NULL, hash TEXT NOT NULL, range TEXT NOT NULL,
    body TEXT NOT NULL, bytes INTEGER NOT NULL, expiry REAL,
    PRIMARY KEY (tableId, hash, range)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS expiring ON items (tableId, expiry) WHERE expiry IS NOT NULL;
  CREATE TABLE IF NOT EXISTS entries (
    tableId INTEGER NOT NULL, indexName TEXT NOT NULL, indexHash TEXT NOT NULL, indexRange TEXT NOT NULL,
    hash TEXT NOT NULL, range TEXT NOT NULL,
    PRIMARY KEY (tableId, indexName, indexHash, indexRange, hash, range)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS records (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, tableId INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS recordsOfTable ON records (tableId, sequence);
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, digest TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export function openStorage(file: string): Storage {
  const database = openDatabase(file);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    let found = prepared.get(sql);
    if (!found) {
      found = database.prepare(sql);
      prepared.set(sql, found);
    }
    return found;
  };
  return {
    run(sql, ...values) {
      statement(sql).run(...values);
    },
    first(sql, ...values) {
      const found = statement(sql).get(...values);
      return found && row(found);
    },
    *rows(sql, ...values) {
      for (const found of statement(sql).iterate(...values)) yield row(found);
    },
    rollback() {
      if (database.isTransaction) database.exec("ROLLBACK");
    },
    copyTo: (file) => backup(database, file).then(() => undefined),
    close: () => database.close(),
  };
}

function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1000 });
  try {
    // One process at a time: what is in flight, and what lags, is known only in the memory of that one.
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;");
    // FULL: a commit is on the disk before anybody is told of it, also when the power goes.
    database.exec(`PRAGMA synchronous = FULL; ${SCHEMA}`);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes("locked")) {
      throw new Error(`${file} is in use by another process`, { cause: error });
    }
    throw error;
  }
}

function row(columns: Record<string, unknown>): Row {
  return {
    text(name) {
      const value = columns[name];
      if (typeof value !== "string") throw new TypeError(`${name} is not a text`);
      return value;
    },
    number(name) {
      const value = columns[name];
      if (typeof value !== "number") throw new TypeError(`${name} is not a number`);
      return value;
    },
  };
}
