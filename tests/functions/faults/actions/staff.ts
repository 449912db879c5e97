import { expect } from "vitest";
import { writeXlsx } from "../../../../shared/files/write-file.ts";
import type { Caller } from "../../../support/api.ts";
import { openJobsPump } from "../../../support/pump-jobs.ts";
import { AUDIT, LIST } from "../../handovers/office.ts";
import { type Action, added, keyed, type Ready, type Rig, yes } from "../rig.ts";

const move = (who: Caller, register: string, id: string, name: string, values: object = {}, key?: string) =>
  who("POST", `/registers/${register}/records/${id}/moves/${name}`, { values }, key === undefined ? {} : keyed(key));

const records = "/communities/{c}/registers/{r}/records";
const BODY = { name: "School", layer: "unit" };

/** The cashier leaves: a handover whose steps have come so far. */
async function leaving(
  rig: Rig,
  ...way: string[]
): Promise<{ id: string; takers: Record<string, Caller>; body: object }> {
  const grant = (account: string, post: string) =>
    yes(rig.director("POST", "/posts/grant", { account, post, from: "2020-01-01" }));
  const giver = await rig.as([], { name: "Giver", account: "giver" });
  const taker = await rig.as([], { name: "Taker", account: "taker" });
  const held = await grant("giver", "accountant");
  await grant("taker", "clerk");
  const body = { post: held.id, ended: "2026-06-01", endReason: "resign", takerAccount: "taker" };
  const takers = { list: giver, audit: rig.street, give: giver, take: taker, close: rig.street, cancel: rig.street };
  if (way[0] === "not opened") return { id: "", takers, body };
  const { id } = await yes(rig.director("POST", "/handovers", body));
  for (const name of way) await yes(move(takers[name as "list"], "handovers", id, name, VALUES[name] ?? {}));
  return { id, takers, body };
}
const VALUES: Readonly<Record<string, object>> = { list: { ...LIST, taker: "Taker" }, audit: AUDIT };

const handoverStep = (name: string, ...way: string[]): Action => ({
  name: `a handover: ${name}`,
  covers: [`handover ${name}`],
  ready: async (rig) => {
    const { id, takers } = await leaving(rig, ...way);
    const who = takers[name] ?? rig.director;
    const path = `/registers/handovers/records/${id}/moves/${name}`;
    const body = { values: VALUES[name] ?? {}, ...(name === "cancel" && { reason: "Stays" }) };
    return { ask: (key) => who("POST", path, body, keyed(key)) };
  },
});

const TYPE = { "content-type": "application/octet-stream" };
const HEADINGS = ["日期", "凭证号", "摘要", "收入", "支出", "结余"];
const pastBook = () =>
  writeXlsx({
    name: "现金日记账",
    columns: HEADINGS.map((header) => ({ header, type: "text" as const, width: 9 })),
    rows: [1, 2, 3].map((no) => [`2025-0${no}-15`, String(no), "爱心捐款", "10", "", ""]),
  });
const roster = () =>
  writeXlsx({
    name: "Bodies",
    columns: ["名称", "联系人"].map((header) => ({ header, type: "text" as const, width: 9 })),
    rows: [1, 2, 3].map((no) => [`Unit ${no}`, `Contact ${no}`]),
  });

/** Works the jobs that an act has woken, also one whose worker died and whose lease must run out first. */
async function jobs(rig: Rig): Promise<() => Promise<void>> {
  const pump = await openJobsPump(rig, rig.deps);
  await pump.run();
  return async () => {
    rig.clock.now += 60_000;
    await pump.run();
  };
}

type Kept = { file: string; who: (rig: Rig) => Caller; bytes: () => Promise<Uint8Array> };
const BOOK: Kept = { file: "/ledger/imports", who: ({ director }) => director, bytes: pastBook };
const ROSTER: Kept = { file: "/registers/bodies/imports", who: ({ clerk }) => clerk, bytes: roster };

const importStep = (name: string, { file, who, bytes }: Kept, step: "start" | "commit" | "undo"): Action => {
  const route = `post /communities/{c}${file.replace("bodies", "{r}")}`;
  return {
    name,
    covers: [step === "start" ? route : `${route}/{id}/${step}`],
    ready: async (rig): Promise<Ready> => {
      const given = await bytes();
      const start = (key: string) => who(rig)("POST", file, given, keyed(key, TYPE));
      if (step === "start") return { ask: start, goOn: await jobs(rig) };
      const { id } = await yes(start("the file"));
      const goOn = await jobs(rig);
      if (step === "undo") {
        await yes(who(rig)("POST", `${file}/${id}/commit`));
        await goOn();
      }
      return { ask: (key) => who(rig)("POST", `${file}/${id}/${step}`, undefined, keyed(key)), goOn };
    },
  };
};

export const staffActions: readonly Action[] = [
  {
    name: "a record is added",
    covers: [`post ${records}`],
    ready: async ({ clerk }) => ({
      ask: (key) => clerk("POST", "/registers/bodies/records", { values: BODY }, keyed(key)),
    }),
  },
  {
    name: "a record is changed",
    covers: [`patch ${records}/{id}`],
    ready: async ({ clerk }) => {
      const id = await added(clerk, "bodies", BODY);
      const body = { values: { name: "High school" } };
      return {
        ask: (key) => clerk("PATCH", `/registers/bodies/records/${id}`, body, keyed(key, { "if-match": '"1"' })),
      };
    },
  },
  {
    name: "a record is deleted",
    covers: [`delete ${records}/{id}`],
    ready: async ({ clerk }) => {
      const id = await added(clerk, "bodies", BODY);
      const headers = (key: string) => keyed(key, { "if-match": '"1"' });
      return { ask: (key) => clerk("DELETE", `/registers/bodies/records/${id}`, undefined, headers(key)) };
    },
  },
  {
    name: "rows are pasted",
    covers: ["post /communities/{c}/registers/{r}/patches"],
    ready: async ({ clerk }) => {
      const patches = [1, 2, 3].map((no) => ({ values: { name: `Unit ${no}`, layer: "unit" } }));
      return { ask: (key) => clerk("POST", "/registers/bodies/patches", { patches }, keyed(key)) };
    },
  },
  {
    name: "a task is checked",
    covers: [`post ${records}/{id}/moves/{move}`],
    ready: async ({ clerk }) => {
      const id = await added(clerk, "tasks", { title: "A census", department: "emergency" });
      return { ask: (key) => move(clerk, "tasks", id, "check", { uniform: true, withinDuty: true }, key) };
    },
  },
  {
    name: "a duty is written down as done",
    covers: ["post /communities/{c}/duties/{duty}/done"],
    ready: async ({ director }) => {
      const body = { period: "2026-05", values: { attendance: 5, subject: "Study", evidence: "Minutes" } };
      return { ask: (key) => director("POST", "/duties/D01/done", body, keyed(key)) };
    },
  },
  {
    name: "a number of the committee's own is entered",
    covers: ["post /communities/{c}/rules/{name}"],
    ready: async ({ director }) => {
      const body = { value: "seed", from: "2026-01-01", decision: "Plan", decidedOn: "2026-01-01" };
      return { ask: (key) => director("POST", "/rules/preset", body, keyed(key)) };
    },
  },
  {
    name: "a post is granted",
    covers: ["post /communities/{c}/posts/grant"],
    ready: async (rig) => {
      await rig.as([], { name: "New", account: "new" });
      const body = { account: "new", post: "clerk", from: "2026-01-01" };
      return { ask: (key) => rig.director("POST", "/posts/grant", body, keyed(key)) };
    },
  },
  {
    name: "a post is ended",
    covers: ["post /communities/{c}/posts/{id}/end"],
    ready: async (rig) => {
      await rig.as([], { name: "New", account: "new" });
      const body = { account: "new", post: "clerk", from: "2026-01-01" };
      const { id } = await yes(rig.director("POST", "/posts/grant", body));
      const ending = { until: "2026-06-01", endReason: "resign" };
      return { ask: (key) => rig.director("POST", `/posts/${id}/end`, ending, keyed(key)) };
    },
  },
  {
    name: "somebody is invited",
    covers: ["post /communities/{c}/invitations"],
    ready: async ({ director }) => ({
      ask: (key) => director("POST", "/invitations", { name: "Somebody" }, keyed(key)),
    }),
  },
  {
    name: "a handover is opened",
    covers: ["post /communities/{c}/handovers"],
    ready: async (rig) => {
      const { body } = await leaving(rig, "not opened");
      return { ask: (key) => rig.director("POST", "/handovers", body, keyed(key)) };
    },
  },
  handoverStep("list"),
  handoverStep("audit", "list"),
  handoverStep("give", "list", "audit"),
  handoverStep("take", "list", "audit", "give"),
  handoverStep("close", "list", "audit", "give", "take"),
  handoverStep("cancel"),
  importStep("a past cash book is read", BOOK, "start"),
  importStep("a past cash book is entered", BOOK, "commit"),
  importStep("a past cash book is taken back", BOOK, "undo"),
  {
    name: "the lines of a past cash book are corrected",
    covers: ["patch /communities/{c}/ledger/imports/{id}"],
    ready: async ({ director }) => {
      const { id, rows } = (await yes(director("POST", BOOK.file, await pastBook(), TYPE))) as unknown as {
        id: string;
        rows: { row: number; kind: "in" | "out" }[];
      };
      const [first] = rows;
      const body = { lines: { [String(first?.row)]: `other-${first?.kind}` } };
      return { ask: (key) => director("PATCH", `${BOOK.file}/${id}`, body, keyed(key)), sets: true };
    },
  },
  importStep("a list's file is read", ROSTER, "start"),
  importStep("a list's file is taken", ROSTER, "commit"),
  importStep("an import is taken back", ROSTER, "undo"),
  {
    name: "the columns of a file are corrected",
    covers: ["patch /communities/{c}/registers/{r}/imports/{id}"],
    ready: async ({ clerk }) => {
      const { id } = await yes(clerk("POST", ROSTER.file, await roster(), TYPE));
      const path = `${ROSTER.file}/${id}`;
      const body = { columns: [{ index: 1, field: "kind" }] };
      const holds = async () => {
        const { state } = (await yes(clerk("GET", path))) as unknown as { state: string };
        // Half evaluated, nobody takes it.
        if (state !== "ready") expect((await clerk("POST", `${path}/commit`)).status).toBe(409);
      };
      return { ask: (key) => clerk("PATCH", path, body, keyed(key)), sets: true, holds };
    },
  },
  {
    name: "a month's figures are reported by hand",
    covers: ["post /communities/{c}/statistics/months"],
    ready: async ({ director }) => {
      const cells = [{ at: {}, amounts: { committees: 1, groups: 4, households: 300, residents: 900 } }];
      const body = { period: "2026-04", indicator: "T01", cells };
      return { ask: (key) => director("POST", "/statistics/months", body, keyed(key)) };
    },
  },
  {
    name: "a past month is counted from the records",
    covers: ["post /communities/{c}/statistics/months/{month}/rebuild"],
    ready: async ({ director }) => ({
      ask: (key) => director("POST", "/statistics/months/2026-04/rebuild", undefined, keyed(key)),
    }),
  },
];
