import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { readXlsx } from "hucre";
import { beforeAll, expect, test } from "vitest";
import { signCursor } from "../../../functions/records/cursor.ts";
import { seal } from "../../../functions/records/seal.ts";
import { historyItem, positionAt, sealedEntry } from "../../../functions/store/history.ts";
import { itemOf, type SealedValue, type StoredRecord } from "../../../functions/store/records.ts";
import { rightsOf } from "../../../shared/guard/rights.ts";
import { AREA_ROLES, POST_ROLES } from "../../../shared/guard/roles.ts";
import type { Register } from "../../../shared/schema/register.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { type Answer, type Caller, COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";
import { opened } from "../../support/in-clear/opened.ts";
import { TEST_TABLES } from "../../support/tables.ts";

/** Every list with a column that is not for everybody who reads it. */
const LISTS = [...REGISTERS.values()].filter(({ fields }) =>
  Object.values(fields).some(({ restricted, sealed }) => restricted || sealed),
);
const KINDS = [...Object.keys(POST_ROLES), ...Object.keys(AREA_ROLES)];

let linli: TestApi;
beforeAll(async () => {
  linli = await openTestApi({ throttles: { partialBatches: 0 } });
  for (const register of LISTS) await keep(register);
});

/** What stands in a column before and after a change; nothing else in the world reads like it. */
const was = (register: Register, field: string) => `before-${register.name}-${field}.`;
const is = (register: Register, field: string) => `now-${register.name}-${field}.`;

/** A record whose restricted and sealed columns all hold something, and its history, as the store keeps them. */
async function keep({ name, fields }: Register): Promise<void> {
  const register = { name, fields } as Register;
  const at = linli.deps.now();
  const by = { account: "somebody", name: "Somebody" };
  const values: Record<string, string> = {};
  const sealed: Record<string, SealedValue> = {};
  const changes: Record<string, readonly [string | SealedValue, string | SealedValue]> = {};
  for (const [key, field] of Object.entries(fields)) {
    const place = { community: COMMUNITY, register: name, id: "one", field: key };
    if (field.sealed) {
      const [before, now] = [was(register, key), is(register, key)].map((text) => seal(linli.deps, place, text, field));
      sealed[key] = (await now) as SealedValue;
      changes[key] = [(await before) as SealedValue, sealed[key]];
    } else if (field.restricted) {
      values[key] = is(register, key);
      changes[key] = [was(register, key), is(register, key)];
    }
  }
  const entry = sealedEntry({ id: "one", version: 1, at, by, action: "update", changes });
  const record: StoredRecord = {
    ...{ register: name, community: COMMUNITY, id: "one", version: 1, values, sealed, createdAt: at, updatedAt: at },
    ...{ updatedBy: by, trail: [at], head: entry.hash, once: [] },
  };
  for (const Item of [itemOf(record), historyItem(name, COMMUNITY, entry)]) {
    await linli.deps.documents.send(new PutCommand({ TableName: TEST_TABLES.records, Item }));
  }
}

const textOf = ({ body }: Pick<Answer, "body">): string =>
  body instanceof Uint8Array
    ? opened(body)
        .map(({ text }) => text)
        .join("\n")
    : JSON.stringify(body);

/** Everything that shows records of a list: looked at, told of, taken away, refused and compared with a file. */
async function asked(caller: Caller, register: Register): Promise<Map<string, Answer>> {
  const list = `/registers/${register.name}`;
  const answers = new Map<string, Answer>();
  const ask = async (name: string, ...request: Parameters<Caller>) => answers.set(name, await caller(...request));
  await ask("list", "GET", `${list}/records`);
  await ask("record", "GET", `${list}/records/one`);
  await ask("history", "GET", `${list}/records/one/history`);
  const since = await signCursor(linli.deps, `changes/${register.name}/${COMMUNITY}`, { position: positionAt(0) });
  await ask("changes", "GET", `${list}/changes?since=${encodeURIComponent(since)}`);
  await ask("moves", "GET", `${list}/records/one/moves`);
  await ask("csv", "GET", `${list}/export.csv`);
  await ask("xlsx", "GET", `${list}/export.xlsx`);
  await ask("stale", "PATCH", `${list}/records/one`, { values: {} }, { "if-match": "7" });
  const hidden = Object.entries(register.fields).filter(([, field]) => field.restricted);
  const file = [
    ["id", ...hidden.map(([, { label }]) => label.zh)],
    ["one", ...hidden.map(() => "guess")],
  ];
  const csv = `${file.map((row) => row.join(",")).join("\n")}\n`;
  const bytes = { "content-type": "application/octet-stream" };
  await ask("import", "POST", `${list}/imports`, new TextEncoder().encode(csv), bytes);
  const { id } = answers.get("import")?.body ?? {};
  if (id) await ask("rows", "GET", `${list}/imports/${id}/rows`);
  return answers;
}

const rightsAs = (kind: string) =>
  kind in AREA_ROLES ? rightsOf([], [kind as keyof typeof AREA_ROLES]) : rightsOf([kind]);

test.each(KINDS)("whoever is %s sees of no list a column that is not for them, and nothing sealed", async (kind) => {
  const areas = [{ code: COMMUNITY.slice(0, kind === "street" ? 9 : 6), role: kind as "street" | "district" }];
  const caller = await (kind in AREA_ROLES ? linli.as([], { areas }) : linli.as([kind]));
  const rights = rightsAs(kind);
  const wrong: string[] = [];
  const common = ["/registers", "/today", "/coverage", "/history.ndjson"];
  const everywhere = new Map<string, Answer>();
  for (const path of common) everywhere.set(path, await caller("GET", path));
  for (const register of LISTS) {
    const answers = await asked(caller, register);
    if (rights.can("read", register.name)) expect(answers.get("changes")?.status).toBe(200);
    for (const [field, { restricted, sealed }] of Object.entries(register.fields)) {
      if (!restricted && !sealed) continue;
      const isOpen = !sealed && restricted !== undefined && rights.restricted(restricted);
      for (const [name, answer] of [...answers, ...everywhere]) {
        const text = textOf(answer);
        const isThere = text.includes(was(register, field)) || text.includes(is(register, field));
        if (isThere && !isOpen) wrong.push(`${name} of ${register.name} shows ${field}`);
      }
      // It would have been there to be seen.
      if (isOpen && rights.can("read", register.name) && rights.sees(register.name, {})) {
        for (const name of ["list", "record", "history", "changes"]) {
          const text = textOf(answers.get(name) as Answer);
          if (!text.includes(is(register, field))) wrong.push(`${name} of ${register.name} lacks ${field}`);
        }
      }
      if (restricted && !rights.restricted(restricted)) {
        const taken = answers.get("import")?.body as { columns?: { field: string | null }[] } | undefined;
        if (taken?.columns?.some((column) => column.field === field))
          wrong.push(`import of ${register.name}: ${field}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("an export of the director has the restricted columns, so that their absence elsewhere says something", async () => {
  const director = await linli.as(["director"]);
  const { body } = await director("GET", "/registers/residents/export.xlsx");
  const [heads = []] = (await readXlsx(body as unknown as Uint8Array)).sheets[0]?.rows ?? [];
  expect(heads).toContain(REGISTERS.get("residents")?.fields.political?.label.zh ?? "政治面貌");
});
