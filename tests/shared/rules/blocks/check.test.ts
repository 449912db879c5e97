import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BLOCK_MAX,
  type Block,
  type Head,
  LATE_MS,
  nextBlock,
  shortHash,
} from "../../../../shared/rules/blocks/block.ts";
import { type Evidence, historyBreak, markBreak, recordName } from "../../../../shared/rules/blocks/check.ts";
import { bareEntry, entryText, type HashedEntry } from "../../../../shared/rules/blocks/entry.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");
const COMMUNITY = "500100001001";
const DAY = 86_400_000;
const START = Date.parse("2026-06-01T00:00:00Z");
const LISTS = ["groups", "residents"];

/** A list, a record of it, and the value it is given; the next day begins where `newDay` says so. */
type Act = { list: number; record: number; value: number; newDay: boolean };
const acts = fc.array(fc.record({ list: fc.nat(1), record: fc.nat(2), value: fc.nat(9), newDay: fc.boolean() }), {
  minLength: 4,
  maxLength: 25,
});

type Full = { readonly list: string; readonly entry: HashedEntry };
type Story = Omit<Evidence, "entries"> &
  Required<Pick<Evidence, "head" | "records">> & { readonly entries: readonly Full[] };

/** What a community looks like after these acts, sealed at the end of each day but the last. */
function told(done: readonly Act[]): Story {
  const entries: Full[] = [];
  const records = new Map<string, { version: number; head: string; values: Record<string, unknown>; sealed: object }>();
  const last = new Map<string, HashedEntry>();
  const blocks: Block[] = [];
  let head: Head | undefined;
  let now = START;
  let unsealed: Full[] = [];
  const seal = () => {
    now += DAY / 2;
    if (unsealed.length === 0) return;
    const leaves = unsealed.map(({ list, entry }) => ({ list, ...entry }));
    const mark = { seq: 0, hash: null };
    const made = { day: new Date(now).toISOString().slice(0, 10), through: now, vouchers: mark, posted: mark, leaves };
    const block = nextBlock(COMMUNITY, head, made, hashOf);
    blocks.push(block);
    head = block;
    unsealed = [];
  };
  for (const { list: at, record, value, newDay } of done) {
    if (newDay) seal();
    now += 60_000;
    const list = LISTS[at] ?? "";
    const id = `id${record}`;
    const name = recordName(list, id);
    const before = last.get(name);
    const old = records.get(name)?.values.no ?? null;
    const content = {
      id,
      version: (before?.version ?? 0) + 1,
      at: now,
      by: { account: "a", name: "Clerk" },
      action: before ? "edit" : "create",
      changes: { no: [old, value] as const },
      ...(before && { previous: { hash: before.hash, at: before.at } }),
    };
    const entry = { ...content, hash: hashOf(entryText(content)) };
    const stored = { list, entry };
    entries.push(stored);
    unsealed.push(stored);
    last.set(name, entry);
    records.set(name, { version: entry.version, head: entry.hash, values: { no: value }, sealed: {} });
  }
  if (!head) {
    seal();
  }
  if (!head) throw new Error("Nothing was sealed.");
  return { community: COMMUNITY, blocks, head, entries, records: records as Story["records"] };
}

const broken = (evidence: Evidence) => historyBreak(evidence, hashOf);
const isSealed = ({ blocks }: Evidence, { entry }: Full) => JSON.stringify(blocks).includes(entry.hash);
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const story = (run: (evidence: Story, at: number) => void) =>
  fc.assert(
    fc.property(acts, fc.nat(1000), (done, at) => run(told(done), at)),
    { numRuns: 150 },
  );

describe("a history that nobody touched", () => {
  test("holds, whatever was done on however many days, and the head of any day on the board fits it", () =>
    story((evidence, at) => {
      expect(broken(evidence)).toBeUndefined();
      const { number, hash } = pick(evidence.blocks, at);
      expect(broken({ ...evidence, printed: { number, short: shortHash(hash) } })).toBeUndefined();
      expect(broken({ ...evidence, printed: { number, short: "0000 0000 0000 0000" } })?.code).toBe("head-differs");
      expect(broken({ ...evidence, printed: { number: evidence.blocks.length + 1, short: "" } })?.code).toBe(
        "head-unknown",
      );
    }));

  test("holds after a record was lawfully deleted, with everything its history held", () =>
    story((evidence, at) => {
      const { list, entry } = pick(evidence.entries, at);
      const own = (one: Full) => one.list === list && one.entry.id === entry.id;
      const last = evidence.entries.filter(own).at(-1)?.entry ?? entry;
      const content = {
        ...{ id: last.id, version: last.version + 1, at: last.at + DAY * 400, by: last.by, action: "retention" },
        ...{ changes: {}, previous: { hash: last.hash, at: last.at }, emptied: true as const },
      };
      const end = { list, entry: { ...content, hash: hashOf(entryText(content)) } };
      const rest = evidence.entries.filter((one) => !own(one));
      const records = new Map(evidence.records);
      records.delete(recordName(list, last.id));
      expect(broken({ ...evidence, entries: [...rest, end], records })).toBeUndefined();
      // Killed half way, it holds too; without the deletion's own entry, what is missing is named.
      const half = evidence.entries.filter((one) => !own(one) || one.entry === last);
      expect(broken({ ...evidence, entries: [...half, end], records })).toBeUndefined();
      const wasSealed = evidence.entries.some((one) => own(one) && isSealed(evidence, one));
      expect(broken({ ...evidence, entries: rest, records }) !== undefined).toBe(wasSealed);
    }));
});

test("an entry whose content was left out holds in an export without records, and in no copy of the database", () =>
  story((evidence, at) => {
    const chosen = pick(evidence.entries, at);
    const entries = evidence.entries.map((one) => (one === chosen ? { ...one, entry: bareEntry(one.entry) } : one));
    const { records: _, ...without } = evidence;
    expect(broken({ ...without, entries })).toBeUndefined();
    expect(broken({ ...evidence, entries })).toMatchObject({ code: "entry-altered", id: chosen.entry.id });
  }));

describe("whoever changes something is found, and the place is named", () => {
  test("an entry that was changed, with or without a new hash of its own", () =>
    story((evidence, at) => {
      const chosen = pick(evidence.entries, at);
      const content = { ...chosen.entry, by: { account: "b", name: "Another" } };
      for (const hash of [content.hash, hashOf(entryText(content))]) {
        const entry = { ...content, hash };
        const entries = evidence.entries.map((one) => (one === chosen ? { ...chosen, entry } : one));
        const found = broken({ ...evidence, entries });
        expect(found).toMatchObject({ list: chosen.list, id: chosen.entry.id });
        if (isSealed(evidence, chosen)) {
          const { version } = chosen.entry;
          expect(found).toMatchObject({ code: "entry-altered", version, at: chosen.entry.at });
        }
      }
    }));

  test("an entry that was taken out", () =>
    story((evidence, at) => {
      const chosen = pick(evidence.entries, at);
      const found = broken({ ...evidence, entries: evidence.entries.filter((one) => one !== chosen) });
      expect(found).toMatchObject({ list: chosen.list, id: chosen.entry.id });
      if (isSealed(evidence, chosen)) expect(found?.code).toBe("entry-missing");
    }));

  test("an entry that was put in, as if it had happened days ago", () =>
    story((evidence, at) => {
      const content = { ...pick(evidence.entries, at).entry, id: "new", at: evidence.head.through - LATE_MS - at };
      const { previous: _, ...first } = { ...content, version: 1 };
      const entry = { ...first, hash: hashOf(entryText(first)) };
      const entries = [...evidence.entries, { list: "groups", entry }].sort((a, b) => a.entry.at - b.entry.at);
      expect(broken({ ...evidence, entries })).toMatchObject({ code: "entry-added", list: "groups", id: "new" });
    }));

  test("two entries that changed places", () =>
    story((evidence, at) => {
      const [one, other] = [pick(evidence.entries, at), pick(evidence.entries, at + 1)];
      if (one === other) return;
      const swapped = evidence.entries.map((stored) =>
        stored === one
          ? { ...one, entry: { ...one.entry, at: other.entry.at } }
          : stored === other
            ? { ...other, entry: { ...other.entry, at: one.entry.at } }
            : stored,
      );
      expect(broken({ ...evidence, entries: swapped })).toBeDefined();
    }));

  test("a block that was changed, taken out, put in or moved", () =>
    story((evidence, at) => {
      const { blocks } = evidence;
      const index = at % blocks.length;
      const chosen = blocks[index] as Block;
      const number = index + 1;
      const changed = (block: Block) => blocks.map((one) => (one === chosen ? block : one));
      expect(broken({ ...evidence, blocks: changed({ ...chosen, day: "2020-01-01" }) })).toMatchObject({
        code: "block-altered",
        block: number,
      });
      // Made anew from its entries less one, it no longer carries the next, or the head.
      const made = { ...chosen, leaves: [] };
      const previous = blocks[index - 1];
      const forged = nextBlock(COMMUNITY, previous, made, hashOf);
      expect(broken({ ...evidence, blocks: changed(forged) })).toBeDefined();
      expect(broken({ ...evidence, blocks: blocks.filter((one) => one !== chosen) })?.code).toMatch(/^block-/);
      expect(
        broken({ ...evidence, blocks: [...blocks.slice(0, index), chosen, ...blocks.slice(index)] }),
      ).toBeDefined();
      const turned = blocks.toReversed();
      if (blocks.length > 1) expect(broken({ ...evidence, blocks: turned })?.code).toMatch(/^block-/);
    }));

  test("a record that no longer shows what its history says, is gone, or has none", () =>
    story((evidence, at) => {
      const { list, entry } = pick(evidence.entries, at);
      const name = recordName(list, entry.id);
      const record = evidence.records.get(name);
      if (!record) throw new Error("Every entry has its record.");
      const otherwise = (kept: typeof record | undefined, key = name) => {
        const records = new Map(evidence.records);
        if (kept) records.set(key, kept);
        else records.delete(key);
        return broken({ ...evidence, records });
      };
      const where = { list, id: entry.id };
      expect(otherwise({ ...record, values: { no: 77 } })).toMatchObject({
        ...where,
        code: "record-differs",
        column: "no",
      });
      expect(otherwise({ ...record, head: "x" })).toMatchObject({ ...where, code: "record-differs" });
      expect(otherwise(undefined)).toMatchObject({ ...where, code: "record-missing" });
      expect(otherwise(record, "groups#other")).toMatchObject({ code: "record-unknown", id: "other" });
    }));

  test("a chain of vouchers that is shorter, or other, than a block once saw it", () => {
    const mark = { seq: 0, hash: null };
    const leaves = Array.from({ length: 3 }, (_, id) => ({
      list: "groups",
      id: `${id}`,
      version: 1,
      at: START,
      hash: "h",
    }));
    const made = { day: "2026-06-01", through: START, posted: mark, leaves };
    const block = nextBlock(COMMUNITY, undefined, { ...made, vouchers: { seq: 2, hash: "two" } }, hashOf);
    expect(markBreak([block], "vouchers", (seq) => ["one", "two", "three"][seq - 1])).toBeUndefined();
    expect(markBreak([block], "vouchers", (seq) => ["one", "TWO"][seq - 1])).toEqual({
      code: "vouchers",
      block: 1,
      no: 2,
    });
    expect(markBreak([block], "vouchers", (seq) => ["one"][seq - 1])).toMatchObject({ no: 2 });
    expect(markBreak([block], "posted", () => undefined)).toBeUndefined();
  });
});

test("a full block stays under what a database item may hold, whatever the ids are", () => {
  const leaves = Array.from({ length: BLOCK_MAX }, (_, at) => ({
    ...{ list: "subsidised-employment-service-records", id: "0".repeat(64) },
    ...{ version: 1_000_000 + at, at: START, hash: hashOf(`${at}`) },
  }));
  const mark = { seq: 1, hash: hashOf("") };
  const made = { day: "2026-06-01", through: START, vouchers: mark, posted: mark, leaves };
  const block = nextBlock(COMMUNITY, undefined, made, hashOf);
  expect(Buffer.byteLength(JSON.stringify(block))).toBeLessThan(390_000);
});
