import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "../../support/api.ts";
import {
  act,
  add,
  codesOf,
  count,
  done,
  figures,
  type Hall,
  look,
  opened,
  openHall,
  prepared,
  type VoteBody,
} from "./hall.ts";

let hall: Hall;
beforeEach(async () => {
  hall = await openHall();
});
const CLASSES = ["targets", "work", "budget", "works", "charter", "law"];
type Proposal = { id: string; version: number; values: Record<string, unknown>; moves: { name: string }[] };

const step = (caller: Caller, id: string, move: string, values: object = {}, reason?: string) =>
  caller("POST", `/registers/proposals/records/${id}/moves/${move}`, { values, ...(reason && { reason }) });
const seen = (id: string) => done<Proposal>(hall.clerk("GET", `/registers/proposals/records/${id}`));

async function drafted(kind = "budget"): Promise<string> {
  const [id = ""] = await add(hall.clerk, "proposals", [{ title: `A ${kind}`, class: kind, text: "What is proposed" }]);
  return id;
}

/** A proposal that the branch has passed and the director has put to the meeting. */
async function put(meeting: string, kind = "budget"): Promise<string> {
  const id = await drafted(kind);
  await done(step(hall.secretary, id, "pass", { partyMinutes: "Agreed" }));
  await done(step(hall.director, id, "put", { meeting }));
  return id;
}

async function decided(meeting: string, proposal: string, favour: number): Promise<VoteBody> {
  const { id } = await prepared(hall.clerk, meeting, { rule: "V5", proposal });
  const open = await done<VoteBody>(act(hall.clerk, id, "open"));
  await done(count(hall.clerk, id, { tallies: figures(open, [favour], 41).tallies }));
  return done<VoteBody>(act(hall.clerk, id, "announce"));
}

describe("S7.7 S8.2 what is put to residents for decision", () => {
  it.each(CLASSES)("S7.7 a matter of the class %s becomes valid by no way but a vote", async (kind) => {
    const id = await drafted(kind);
    await done(step(hall.secretary, id, "pass", { partyMinutes: "Agreed" }));
    for (const caller of [hall.director, hall.secretary, hall.clerk]) {
      expect((await step(caller, id, "adopt")).status).toBeGreaterThanOrEqual(403);
      expect((await step(caller, id, "decide")).status).toBe(404);
    }
    const { version } = await seen(id);
    const patch = { patches: [{ id, version, values: { state: "adopted" } }] };
    const typed = await hall.director("POST", "/registers/proposals/patches", patch);
    expect(typed.body[0]).toMatchObject({ status: 422 });
    expect((await seen(id)).values.state).toBe("passed");
  });

  it("S7.8 takes its four steps in order, each by whom it belongs to", async () => {
    const meeting = await opened(hall, 41);
    const id = await drafted();
    expect(codesOf(await step(hall.director, id, "put", { meeting }))).toEqual(["state not-in-state"]);
    expect((await step(hall.director, id, "pass", { partyMinutes: "Agreed" })).status).toBe(403);
    expect(codesOf(await step(hall.secretary, id, "pass"))).toEqual(["partyMinutes required"]);
    await done(step(hall.secretary, id, "pass", { partyMinutes: "Agreed" }));
    expect((await step(hall.clerk, id, "put", { meeting })).status).toBe(403);
    expect(codesOf(await step(hall.director, id, "put"))).toEqual(["meeting required"]);
    const early = await hall.clerk("POST", `/meetings/${meeting}/votes`, { rule: "V5", proposal: id });
    expect([early.status, codesOf(early)]).toEqual([409, ["proposal proposal-not-put"]]);
    await done(step(hall.director, id, "put", { meeting }));
    const { values } = await decided(meeting, id, 21);
    expect(values).toMatchObject({ outcome: "adopted", needed: 21 });
    expect((await seen(id)).values).toMatchObject({
      state: "adopted",
      votesFor: 21,
      votesAgainst: 20,
      present: 41,
      decidedOn: "2026-06-01",
      due: "2026-06-02",
    });
  });

  it("S8.3 leaves what was adopted as a task: to publish, to carry out, to finish with a result", async () => {
    const meeting = await opened(hall, 41);
    const id = await put(meeting);
    await decided(meeting, id, 41);
    const { items } = await done<{ items: { id: string; due: string; label: unknown }[] }>(hall.clerk("GET", "/today"));
    expect(items.find((item) => item.id === id)).toMatchObject({ due: "2026-06-02" });
    expect(codesOf(await step(hall.clerk, id, "start", { assignee: "Clerk" }))).toEqual(["state not-in-state"]);
    await done(step(hall.clerk, id, "publish"));
    expect(codesOf(await step(hall.clerk, id, "start"))).toEqual(["assignee required"]);
    await done(step(hall.clerk, id, "start", { assignee: "Clerk" }));
    await done(step(hall.clerk, id, "finish", { result: "The lamp burns" }));
    expect((await seen(id)).values).toMatchObject({ state: "done", result: "The lamp burns" });
  });

  it("is rejected with 20 of 41, and is not voted on twice at once", async () => {
    const meeting = await opened(hall, 41);
    const id = await put(meeting);
    const twice = await Promise.all(
      [hall.clerk, hall.second].map((caller) =>
        caller("POST", `/meetings/${meeting}/votes`, { rule: "V5", proposal: id }),
      ),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [vote] = (await look(hall, meeting)).votes;
    if (!vote) throw new Error("no vote");
    const open = await done<VoteBody>(act(hall.clerk, vote.id, "open"));
    await done(count(hall.clerk, vote.id, { tallies: figures(open, [20], 41).tallies }));
    await done(act(hall.clerk, vote.id, "announce"));
    expect((await seen(id)).values).toMatchObject({ state: "rejected", votesFor: 20 });
  });

  it("is locked once the branch has passed it, by typing and by deleting", async () => {
    const id = await drafted();
    await done(step(hall.secretary, id, "pass", { partyMinutes: "Agreed" }));
    const { version } = await seen(id);
    const headers = { "if-match": `"${version}"` };
    const typed = await hall.clerk(
      "PATCH",
      `/registers/proposals/records/${id}`,
      { values: { text: "Else" } },
      headers,
    );
    expect([typed.status, codesOf(typed)]).toEqual([422, ["text locked"]]);
    expect((await hall.clerk("DELETE", `/registers/proposals/records/${id}`, undefined, headers)).status).toBe(409);
    await done(step(hall.director, id, "revise", {}, "A wrong figure"));
    expect((await seen(id)).values.state).toBe("drafted");
  });

  it("an ordinary matter may be decided by the committee without the meeting", async () => {
    const id = await drafted("other");
    expect((await step(hall.director, id, "decide")).status).toBe(409);
    await done(step(hall.secretary, id, "pass", { partyMinutes: "Agreed" }));
    expect((await step(hall.clerk, id, "decide")).status).toBe(403);
    await done(step(hall.director, id, "decide"));
    expect((await seen(id)).values).toMatchObject({ state: "adopted", decidedOn: "2026-06-01" });
  });
});
