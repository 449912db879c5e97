import { DatabaseSync } from "node:sqlite";

/** SQLite alone, set up as the engine sets it up; it knows nothing but keys and texts. */
export function openFloor(file: string) {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE items (hash TEXT NOT NULL, range TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (hash, range))
      STRICT, WITHOUT ROWID;
    CREATE TABLE records (sequence INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL) STRICT;
  `);
  const before = database.prepare("SELECT body FROM items WHERE hash = ? AND range = ?");
  const write = database.prepare("INSERT OR REPLACE INTO items VALUES (?, ?, ?)");
  const record = database.prepare("INSERT INTO records (body) VALUES (?)");
  const some = database.prepare("SELECT body FROM items WHERE hash = ? ORDER BY range LIMIT ?");
  const within = (begin: string) => (run: (from: number) => void, from: number) => {
    database.exec(begin);
    run(from);
    database.exec("COMMIT");
  };
  return {
    write: within("BEGIN IMMEDIATE"),
    read: within("BEGIN"),
    /** The item and the record of its change, with what it was before. */
    put(hash: string, range: string, item: object): void {
      const was = before.get(hash, range)?.body;
      const body = JSON.stringify(item);
      write.run(hash, range, body);
      record.run(`{"NewImage":${body}${was === undefined ? "" : `,"OldImage":${was}`}}`);
    },
    get: (hash: string, range: string) => JSON.parse(String(before.get(hash, range)?.body ?? "null")),
    query: (hash: string, limit: number) => some.all(hash, limit).map(({ body }) => JSON.parse(String(body))),
    close: () => database.close(),
  };
}
