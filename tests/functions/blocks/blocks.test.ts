import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { blocksSlice } from "../../../functions/blocks/slice.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { readJob } from "../../../functions/jobs/job.ts";
import { runChangedJobs } from "../../../functions/jobs/stream.ts";
import { historyItem, sealedEntry, sha256 } from "../../../functions/store/history.ts";
import { BLOCK_MAX, leavesOf, shortHash } from "../../../shared/rules/blocks/block.ts";
import { type Collected, collect, firstBreak } from "../../../shared/rules/blocks/stored.ts";
import type { KeptItem } from "../../../shared/rules/moving/owner.ts";
import { COMMUNITY } from "../../support/api.ts";
import { asProcess } from "../../support/mortal.ts";
import { type Desk, done, openDesk, page, posted } from "../publications/desk.ts";
import { brokenIn, evidenceIn, known, sealed, worked } from "./world.ts";

const DAY = 86_400_000;
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await known(desk.deps);
});
afterEach(() => desk.engine.close());

/** Entered by somebody who signed in a moment ago: the days pass quickly here. */
const group = async (no: number) =>
  done((await desk.as(["clerk"]))("POST", "/registers/groups/records", { values: { no } }), 201);
const leavesIn = async (deps: Deps) => (await evidenceIn(deps)).blocks.flatMap(leavesOf);

/** An entry that says it happened at an instant, stored whenever the test stores it. */
async function stored(at: number, id: string, reason?: string) {
  const entry = sealedEntry({
    id,
    version: 1,
    at,
    by: { account: "a", name: "Clerk" },
    action: "create",
    ...(reason && { reason }),
    changes: { no: [null, 7] },
  });
  const Item = historyItem("groups", COMMUNITY, entry);
  await desk.documents.send(new PutCommand({ TableName: desk.deps.tables.records, Item }));
}

describe("the history of a community, sealed once a day", () => {
  test("every change of the day is in a block, and the public board shows its number and hash in both languages", async () => {
    expect((await page(desk, `/c/${COMMUNITY}`)).html).not.toContain("校验码");
    await group(1);
    await posted(desk);
    desk.clock.now += DAY;
    expect(await sealed(desk.deps)).toMatchObject({ state: "done" });
    const evidence = await evidenceIn(desk.deps);
    expect(evidence.blocks).toHaveLength(1);
    const [block] = evidence.blocks;
    expect(block).toMatchObject({ number: 1, day: "2026-06-02", posted: { seq: 1 }, vouchers: { seq: 0 } });
    expect((await leavesIn(desk.deps)).length).toBe(evidence.entries.length);
    expect(await brokenIn(desk.deps)).toBeUndefined();
    const short = shortHash(block?.hash ?? "");
    expect(short).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(short.replaceAll(" ", "")).toBe(
      Buffer.from(block?.hash ?? "", "base64url")
        .toString("hex")
        .slice(0, 16),
    );
    for (const path of [`/c/${COMMUNITY}`, `/kiosk/${COMMUNITY}`]) {
      const { html } = await page(desk, path);
      expect(html).toContain(`第 1 号，2026年6月2日（星期二）`);
      expect(html).toContain(short);
      expect((await page(desk, `${path}?lang=en`)).html).toContain("no. 1 of Tuesday, 2 June 2026");
    }
  });

  test("a community where nothing happened gets no new block, and soon no job either", async () => {
    await group(1);
    desk.clock.now += DAY / 2;
    await sealed(desk.deps);
    desk.clock.now += DAY;
    expect(await sealed(desk.deps)).toMatchObject({ state: "done", done: 0 });
    desk.clock.now += DAY;
    expect(await sealed(desk.deps)).toBeUndefined();
    expect((await evidenceIn(desk.deps)).blocks).toHaveLength(1);
    await group(2);
    desk.clock.now += DAY;
    await sealed(desk.deps);
    const { blocks } = await evidenceIn(desk.deps);
    expect(blocks.map(({ number, day, count }) => [number, day, count])).toEqual([
      [1, "2026-06-01", 2],
      [2, "2026-06-04", 1],
    ]);
    expect(await brokenIn(desk.deps)).toBeUndefined();
  });

  test("a change that reaches the database only after its hour was sealed goes into the next block", async () => {
    await group(1);
    const before = desk.clock.now;
    desk.clock.now += DAY / 2;
    await sealed(desk.deps);
    await stored(before + 1, "late-one");
    const unsealed = await brokenIn(desk.deps);
    // Nobody calls it a forgery: it only has no record, because the test stored its entry alone.
    expect(unsealed).toMatchObject({ code: "record-missing", id: "late-one" });
    desk.clock.now += DAY / 4;
    await worked(desk.deps);
    desk.clock.now += DAY / 4;
    await sealed(desk.deps);
    const leaves = await leavesIn(desk.deps);
    expect(leaves.filter(({ id }) => id === "late-one")).toHaveLength(1);
    expect(new Set(leaves.map(({ hash }) => hash)).size).toBe(leaves.length);
  });

  test("a day with more changes than a block holds is sealed in several blocks, also slice by slice", async () => {
    for (let start = 0; start < BLOCK_MAX * 2 + 50; start += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, at) => stored(desk.clock.now - 1000 - at, `id-${start + at}`)));
    }
    desk.clock.now += DAY / 2;
    await sealed(hasty(desk));
    const { blocks, entries } = await evidenceIn(desk.deps);
    expect(blocks.map(({ count }) => count)).toEqual([BLOCK_MAX, BLOCK_MAX, entries.length - 2 * BLOCK_MAX]);
    expect(new Set(blocks.flatMap(leavesOf).map(({ hash }) => hash)).size).toBe(entries.length);
    for (const block of blocks) expect(JSON.stringify(block).length).toBeLessThan(390_000);
  });
});

describe("the history taken along to be checked", () => {
  /** Every line of it, page by page. */
  async function taken(post: string): Promise<{ pages: number; items: KeptItem[] }> {
    const caller = await desk.as([post]);
    const items: KeptItem[] = [];
    let path = `/api/communities/${COMMUNITY}/history.ndjson`;
    for (let pages = 1; ; pages += 1) {
      const { status, body, headers } = await caller("GET", path);
      expect([status, headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
      const text = new TextDecoder().decode(body as unknown as Uint8Array);
      expect(text.length).toBeLessThan(4_000_000);
      items.push(
        ...text
          .trim()
          .split("\n")
          .map((line): KeptItem => JSON.parse(line)),
      );
      const next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
      if (next === undefined) return { pages, items };
      path = next;
    }
  }
  const foundIn = (items: readonly KeptItem[], printed?: { number: number; short: string }) => {
    const all = new Map<string, Collected>();
    for (const item of items) collect(all, item);
    const collected = all.get(COMMUNITY);
    if (!collected) throw new Error("There is no history.");
    return firstBreak(collected, { whole: false, ...(printed && { printed }) }, sha256);
  };

  test("the director sees what was done, the supervisory council only that it was; both can check it against the board", async () => {
    await group(1);
    await posted(desk);
    desk.clock.now += DAY;
    await sealed(desk.deps);
    const [block] = (await evidenceIn(desk.deps)).blocks;
    const printed = { number: 1, short: shortHash(block?.hash ?? "") };
    for (const [post, content] of [
      ["director", true],
      ["council", false],
    ] as const) {
      const { items } = await taken(post);
      const entries = items.filter(({ pk }) => pk.startsWith("H#"));
      expect(entries).toHaveLength(block?.count ?? 0);
      expect(entries.every((entry) => "changes" in entry === content)).toBe(true);
      expect(JSON.stringify(items).includes("停水")).toBe(content);
      expect(foundIn(items, printed)).toBeUndefined();
      expect(foundIn(items, { ...printed, short: "0000 0000 0000 0000" })?.code).toBe("head-differs");
      const without = items.filter((item) => item !== entries[0]);
      expect(foundIn(without)).toMatchObject({ code: "entry-missing", id: entries[0]?.id });
    }
    expect((await desk.clerk("GET", "/history.ndjson")).status).toBe(403);
    expect((await desk.director("GET", "/history.ndjson?cursor=made-up")).status).toBe(400);
  });

  test("a long history comes in pages, whole and in order", async () => {
    const reason = "事由".repeat(12_000);
    for (let at = 0; at < 80; at += 1) await stored(desk.clock.now - 80 + at, `id-${at}`, reason);
    desk.clock.now += DAY / 2;
    await sealed(desk.deps);
    const { pages, items } = await taken("director");
    expect(pages).toBeGreaterThan(1);
    expect(foundIn(items)).toBeUndefined();
    expect(items.filter(({ pk }) => pk.startsWith("H#groups"))).toHaveLength(80);
  });
});

describe("whatever happens to the worker, every entry is in exactly one block", () => {
  const expectOnce = async () => {
    const { blocks, entries } = await evidenceIn(desk.deps);
    expect(await brokenIn(desk.deps)).toBeUndefined();
    expect(blocks.flatMap(leavesOf).map(({ hash }) => hash)).toEqual(
      expect.arrayContaining(entries.map(({ entry }) => entry.hash)),
    );
    expect(blocks.flatMap(leavesOf)).toHaveLength(entries.length);
  };

  test("killed before and after every single write", async () => {
    let writes = 0;
    for (let write = 1; write === 1 || write <= writes; write += 1) {
      for (const when of ["before", "after"] as const) {
        await group(2 * write + (when === "before" ? 0 : 1));
        desk.clock.now += DAY;
        const life = await asProcess(desk.deps, { write, when }, () => sealed(desk.deps));
        if (!life.killed) writes = Math.max(writes, life.writes);
        else writes = Math.max(writes, write + 1);
        desk.clock.now += 60_000;
        await sealed(desk.deps);
        await expectOnce();
      }
    }
    expect(writes).toBeGreaterThan(6);
  });

  test("two runs at once on a database whose transactions conflict", async () => {
    await desk.engine.close();
    desk = await openDesk({ conflicts: { rate: 0.2 } });
    await known(desk.deps);
    await group(1);
    await group(2);
    desk.clock.now += DAY;
    await Promise.allSettled([runChangedJobs(desk.deps, {}), runChangedJobs(desk.deps, {})]);
    const job = await readJob(desk.deps, COMMUNITY, `blocks-${COMMUNITY}-2026-06-02`);
    if (!job) throw new Error("The schedule started no job.");
    const turn = { isOver: () => false, renew: async () => undefined };
    await Promise.allSettled([1, 2, 3].map(() => blocksSlice(desk.deps, job, turn)));
    await worked(desk.deps);
    await expectOnce();
    expect((await evidenceIn(desk.deps)).blocks).toHaveLength(1);
  });
});

/** A worker whose turn is over after every block. */
function hasty({ deps, clock }: Desk): Deps {
  const documents = new Proxy(deps.documents, {
    get(target, key) {
      if (key !== "send") return Reflect.get(target, key);
      return async (command: Parameters<typeof target.send>[0]) => {
        const answer = await target.send(command);
        if ("TransactItems" in command.input) clock.now += 11_000;
        return answer;
      };
    },
  });
  return { ...deps, documents };
}
