import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restoreBackup, takeBackup } from "../../infra/local/backup.ts";
import { settle, type World } from "../admin/harness/world.ts";
import { type Linli, startLinli } from "../support/linli.ts";

const NUMBER = "11010519491231002X";
const functions = ["api", "auth"];
const root = mkdtempSync(join(tmpdir(), "linli-backup-"));
const data = join(root, "data");
const key = join(root, "kept-elsewhere.key");
let linli: Linli;
let world: World;
let residents: string;
let backup: string;
let token: string;
let household: string;

type Resident = { readonly id: string; readonly values: { readonly name: string } };

const add = (name: string, more = {}) =>
  world.director.call("POST", residents, {
    values: { name, sex: "2", birth: "1949-12-31", relation: "01", consistency: "same", household, ...more },
  });
const ask = async <T>(at: Linli, path: string, body?: unknown): Promise<T> => {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(at.url + path, { headers, ...post });
  return (await answer.json()) as T;
};
const residentsAt = async (at: Linli) => (await ask<{ records: Resident[] }>(at, `${residents}?limit=1000`)).records;
const namesAt = async (at: Linli) => (await residentsAt(at)).map(({ values }) => values.name);

beforeAll(async () => {
  linli = await startLinli({ functions, dataDir: data });
  world = await settle(linli);
  residents = `/api/communities/${world.community}/registers/residents/records`;
  ({ token } = await world.director.call<{ token: string }>("POST", "/auth/tokens", { label: "backup" }));
  const create = async (register: string, values: Record<string, unknown>) => {
    const path = `/api/communities/${world.community}/registers/${register}/records`;
    return (await world.director.call<{ id: string }>("POST", path, { values })).id;
  };
  const group = await create("groups", { no: 1 });
  const dwelling = await create("dwellings", { building: "1", room: "101", group, use: "self" });
  household = await create("households", { no: "1", dwelling, kind: "family" });
  await add("张三", { idNo: NUMBER });
  // A clerk goes on typing while the backup is taken.
  const typing = Promise.all(Array.from({ length: 40 }, (_, at) => add(`李${at}`)));
  backup = await takeBackup(data, join(root, "backups"), new Date("2026-11-24T05:00:00Z"), linli.engine.copyTo);
  await typing;
  writeFileSync(key, readFileSync(join(data, "root.key")));
}, 300_000);

afterAll(async () => {
  await linli?.close();
  rmSync(root, { recursive: true, force: true });
});

describe("a backup", () => {
  test("is one folder with the time in its name, and holds neither the root key nor an identity number", () => {
    expect(backup.endsWith("linli-2026-11-24T050000")).toBe(true);
    expect(readdirSync(join(root, "backups"))).toEqual(["linli-2026-11-24T050000"]);
    expect(readdirSync(backup).toSorted()).toEqual(["backup.json", "linli.sqlite", "state"]);
    expect(readFileSync(join(backup, "linli.sqlite")).includes(NUMBER)).toBe(false);
    expect(readFileSync(join(backup, "backup.json"), "utf8")).not.toContain(readFileSync(key, "utf8").trim());
  });

  test("taken while clerks work goes on elsewhere with every record it holds whole, sealed numbers included", async () => {
    const elsewhere = join(root, "elsewhere");
    restoreBackup(backup, elsewhere, key);
    const restored = await startLinli({ functions, dataDir: elsewhere });
    try {
      const names = await namesAt(restored);
      expect(names).toContain("张三");
      expect(await namesAt(linli)).toEqual(expect.arrayContaining(names));
      const id = (await residentsAt(restored)).find(({ values }) => values.name === "张三")?.id;
      const reason = { field: "idNo", reason: "checking the restored copy" };
      expect(await ask(restored, `${residents}/${id}/reveal`, reason)).toEqual({ value: NUMBER });
    } finally {
      await restored.close();
    }
  });

  test("taken after new keys were made opens with old and new together, and signs nobody out", async () => {
    await linli.invoke("auth", { rotateKeys: {} });
    const names = await namesAt(linli);
    const later = await takeBackup(data, join(root, "later"), new Date(), linli.engine.copyTo);
    const target = join(root, "rotated");
    expect(() => restoreBackup(later, target, key)).toThrow("root-2.key");
    const kept = join(root, "kept");
    cpSync(key, join(kept, "root.key"));
    cpSync(join(data, "root-2.key"), join(kept, "root-2.key"));
    restoreBackup(later, target, join(kept, "root.key"));
    const restored = await startLinli({ functions, dataDir: target });
    try {
      expect((await namesAt(restored)).toSorted()).toEqual(names.toSorted());
    } finally {
      await restored.close();
    }
  });

  test("is refused with the wrong key, without one, into a folder in use, and when a byte of it changed", () => {
    const target = join(root, "target");
    const wrong = join(root, "wrong.key");
    writeFileSync(wrong, Buffer.alloc(32, 1).toString("base64"));
    expect(() => restoreBackup(backup, target, wrong)).toThrow("not the root key");
    expect(() => restoreBackup(backup, target, undefined)).toThrow("--key");
    expect(() => restoreBackup(backup, data, key)).toThrow("holds data already");
    expect(() => restoreBackup(root, target, key)).toThrow("is no backup");
    appendFileSync(join(backup, "linli.sqlite"), "x");
    expect(() => restoreBackup(backup, target, key)).toThrow("damaged");
  });
});
