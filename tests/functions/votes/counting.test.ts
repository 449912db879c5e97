import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  act,
  codesOf,
  count,
  done,
  figures,
  type Hall,
  look,
  opened,
  openHall,
  prepared,
  stand,
  type VoteBody,
} from "./hall.ts";

let hall: Hall;
let meeting: string;
let vote: VoteBody;
beforeAll(async () => {
  hall = await openHall();
});
beforeEach(async () => {
  meeting = await opened(hall, 41);
  await stand(hall, meeting, ["Anna", "Bertha", "Carla", "Dora"]);
  const { id } = await prepared(hall.clerk, meeting, { rule: "V2", seats: 3 });
  vote = await done<VoteBody>(act(hall.clerk, id, "open"));
});
const GOOD = [30, 25, 21, 20];
const seen = (caller: Hall["clerk"]) => done<VoteBody>(caller("GET", `/votes/${vote.id}`));

describe("S3.20 counting the ballots", () => {
  it("S3.20 refuses a count with one ballot too many, and keeps nothing of it", async () => {
    const body = { ...figures(vote, GOOD, 38), issued: 41, returned: 42, spoiled: 4 };
    const refused = await count(hall.clerk, vote.id, body);
    expect([refused.status, codesOf(refused)]).toEqual([422, ["returned more-than-issued"]]);
    const many = await count(hall.clerk, vote.id, figures(vote, GOOD, 40, 2, 42));
    expect(codesOf(many)).toEqual(["issued more-than-present"]);
    expect((await seen(hall.clerk)).counts).toEqual({ entered: 0, mine: false, by: [] });
    const voided = await done<VoteBody>(act(hall.director, vote.id, "void", { reason: "A paper too many in the box" }));
    expect(voided.values.state).toBe("void");
    expect((await count(hall.clerk, vote.id, figures(vote, GOOD, 38))).status).toBe(409);
  });

  it("takes two different people, and shows nobody the other's figures before both are in", async () => {
    const good = figures(vote, GOOD, 38, 1, 41);
    const first = await done<VoteBody>(count(hall.clerk, vote.id, good));
    expect(first.values.state).toBe("open");
    expect(first.counts).toEqual({ entered: 1, mine: true, by: ["Clerk"] });
    for (const caller of [hall.second, hall.director]) {
      const text = JSON.stringify(await seen(caller));
      expect(text).not.toContain('"returned":39');
      expect(JSON.parse(text).counts).toEqual({ entered: 1, mine: false, by: ["Clerk"] });
    }
    const twice = await count(hall.clerk, vote.id, { ...good, issued: 40 });
    expect([twice.status, codesOf(twice)]).toEqual([409, ["state already-counted"]]);
    // The same figures once more are the answer that was lost on its way.
    expect((await count(hall.clerk, vote.id, good)).status).toBe(200);
    const second = await done<VoteBody>(count(hall.second, vote.id, good));
    expect(second.values).toMatchObject({
      state: "counted",
      issued: 41,
      returned: 39,
      spoiled: 1,
      countedBy: "Clerk, Deputy",
    });
  });

  it("names the figures that differ, and counts anew for a reason", async () => {
    await done(count(hall.clerk, vote.id, figures(vote, GOOD, 38)));
    const differs = await done<VoteBody>(count(hall.second, vote.id, figures(vote, [30, 24, 21, 20], 38)));
    const bertha = vote.ballot[1]?.id ?? "";
    expect(differs.values.state).toBe("open");
    expect(differs.counts.differing).toEqual([
      { path: `tallies.${bertha}.for`, figures: [25, 24] },
      { path: `tallies.${bertha}.against`, figures: [13, 14] },
    ]);
    expect(codesOf(await count(hall.director, vote.id, figures(vote, GOOD, 38)))).toEqual([" both-counted"]);
    expect(codesOf(await act(hall.clerk, vote.id, "announce"))).toEqual(["state not-in-state"]);
    expect(codesOf(await act(hall.clerk, vote.id, "recount"))).toEqual(["reason required"]);
    await done(act(hall.clerk, vote.id, "recount", { reason: "Figures differ" }));
    expect((await seen(hall.clerk)).counts).toEqual({ entered: 0, mine: false, by: [] });
    await done(count(hall.director, vote.id, figures(vote, GOOD, 38)));
    const agreed = await done<VoteBody>(count(hall.clerk, vote.id, figures(vote, GOOD, 38)));
    expect(agreed.values).toMatchObject({ state: "counted", recounts: 1, countedBy: "Director, Clerk" });
  });

  it("takes the counts of two tellers who send at the same moment, each once", async () => {
    const body = figures(vote, GOOD, 38);
    const answers = await Promise.all([
      count(hall.clerk, vote.id, body),
      count(hall.second, vote.id, body),
      count(hall.clerk, vote.id, body),
      count(hall.second, vote.id, body),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { values, counts } = await seen(hall.clerk);
    expect([values.state, counts.entered]).toEqual(["counted", 2]);
  });

  it("opens a vote once, and announces it once; then nothing more is counted", async () => {
    const other = await prepared(hall.clerk, meeting, { rule: "V2", seats: 3 });
    const opening = await Promise.all([act(hall.clerk, other.id, "open"), act(hall.second, other.id, "open")]);
    expect(opening.map(({ status }) => status).sort()).toEqual([200, 409]);
    const body = figures(vote, GOOD, 38);
    await done(count(hall.clerk, vote.id, body));
    await done(count(hall.second, vote.id, body));
    const announcing = await Promise.all([act(hall.clerk, vote.id, "announce"), act(hall.second, vote.id, "announce")]);
    expect(announcing.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await count(hall.director, vote.id, body);
    expect([late.status, codesOf(late)]).toEqual([409, ["state vote-not-open"]]);
    expect(codesOf(await act(hall.director, vote.id, "void", { reason: "Too late" }))).toEqual(["state not-in-state"]);
  });

  it("closes the door with the first ballot: who comes later is not counted", async () => {
    const { roll } = await look(hall, meeting);
    const absent = roll.find(({ present }) => !present);
    const late = await hall.clerk("POST", `/meetings/${meeting}/attendance`, { person: absent?.id, present: true });
    expect([late.status, codesOf(late)]).toEqual([409, ["person attendance-closed"]]);
    expect((await look(hall, meeting)).attendance).toMatchObject({ present: 41, closed: true });
  });

  it("whoever comes in while a vote is being opened is either counted or told that it is too late", async () => {
    const place = await opened(hall, 41);
    await stand(hall, place, ["Anna", "Bertha", "Carla", "Dora"]);
    const { id } = await prepared(hall.clerk, place, { rule: "V2", seats: 3 });
    const late = (await look(hall, place)).roll.filter(({ present }) => !present);
    const [open, ...marks] = await Promise.all([
      act(hall.clerk, id, "open"),
      ...late.map(({ id: person }) => hall.second("POST", `/meetings/${place}/attendance`, { person, present: true })),
    ]);
    const came = marks.filter(({ status }) => status === 200).length;
    expect(marks.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(open.status).toBe(200);
    expect((open.body as unknown as VoteBody).values.present).toBe(41 + came);
    expect((await look(hall, place)).attendance.present).toBe(41 + came);
  });

  it("S3.16 does not let somebody count who stands, nor anybody who only reads", async () => {
    const anna = await hall.as(["clerk"], { name: "Anna" });
    const own = await count(anna, vote.id, figures(vote, GOOD, 38));
    expect([own.status, codesOf(own)]).toEqual([403, [" candidate-counts"]]);
    expect((await count(hall.council, vote.id, figures(vote, GOOD, 38))).status).toBe(403);
    expect((await act(hall.council, vote.id, "void", { reason: "No" })).status).toBe(403);
  });

  it("refuses figures that are none", async () => {
    const body = figures(vote, GOOD, 38);
    for (const wrong of [
      { ...body, issued: -1 },
      { ...body, returned: 1.5 },
      { ...body, spoiled: "1" },
      { ...body, tallies: { ...body.tallies, stranger: { for: 1, against: 0, abstain: 0 } } },
      { tallies: body.tallies },
      { ...body, extra: 1 },
      {},
    ]) {
      expect((await count(hall.clerk, vote.id, wrong)).status, JSON.stringify(wrong)).toBe(422);
    }
    const json = { "content-type": "application/json" };
    expect((await hall.clerk("POST", `/votes/${vote.id}/counts`, "{", json)).status).toBe(400);
    expect((await count(hall.clerk, "nothing", body)).status).toBe(404);
  });
});
