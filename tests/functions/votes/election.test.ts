import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import {
  act,
  add,
  bodyOf,
  bySeed,
  codesOf,
  count,
  done,
  figures,
  type Hall,
  held,
  look,
  moved,
  opened,
  openHall,
  prepared,
  stand,
  type VoteBody,
} from "./hall.ts";

let hall: Hall;
let meeting: string;
beforeAll(async () => {
  hall = await openHall();
});
beforeEach(async () => {
  meeting = await opened(hall, 41);
});
const NAMES = ["Anna", "Bertha", "Carla", "Dora"];
const elected = ({ values }: VoteBody) => (values.results ?? []).filter((row) => row.elected).map(({ name }) => name);
const election = (seats = 3) => prepared(hall.clerk, meeting, { rule: "V2", seats });

describe("an election by representatives", () => {
  it("S3.12 to 3 seats does not open with 3 candidates, and opens with 4, in order of names", async () => {
    await stand(hall, meeting, ["Carla", "Bertha", "Anna"]);
    const vote = await election();
    expect(vote.candidatesNeeded).toBe(4);
    expect(vote.findings).toMatchObject([{ code: "candidates-too-few", level: "fails" }]);
    const refused = await act(hall.clerk, vote.id, "open");
    expect([refused.status, codesOf(refused)]).toEqual([409, ["candidates candidates-too-few"]]);
    expect(refused.body.fields[0]?.message).toMatch(/4/);
    // Nobody's door was closed by an attempt that came to nothing.
    expect((await look(hall, meeting)).attendance.closed).toBe(false);
    await stand(hall, meeting, ["Dora"]);
    const open = await done<VoteBody>(act(hall.clerk, vote.id, "open"));
    expect(open.ballot.map(({ name }) => name)).toEqual(NAMES);
    expect(open.values).toMatchObject({ state: "open", due: 55, present: 41 });
    expect((await look(hall, meeting)).attendance.closed).toBe(true);
  });

  it("S3.18 S3.22 elects with 21 of 41 present, not with 20, and opens the handover of the outgoing committee", async () => {
    await stand(hall, meeting, NAMES);
    const vote = await held(hall, await election(), [30, 25, 21, 20], 38);
    expect(elected(vote)).toEqual(["Anna", "Bertha", "Carla"]);
    expect(vote.values).toMatchObject({ state: "announced", outcome: "elected", needed: 21, announcedBy: "Head" });
    const { records } = await done<{ records: { values: Record<string, unknown> }[] }>(
      hall.clerk("GET", "/registers/candidates/records"),
    );
    expect(
      records
        .filter(({ values }) => values.meeting === meeting)
        .map(({ values }) => [values.person, values.votesFor, values.elected])
        .sort(),
    ).toEqual([
      ["Anna", 30, true],
      ["Bertha", 25, true],
      ["Carla", 21, true],
      ["Dora", 20, false],
    ]);
    // The outgoing committee's handover has opened, once for the election day, due by the parameter.
    const handovers = await done<{ records: { values: Record<string, unknown> }[] }>(
      hall.clerk("GET", "/registers/handovers/records"),
    );
    const day = String(vote.values.announced).slice(0, 10);
    expect(handovers.records.map(({ values }) => values)).toMatchObject([
      { of: "committee", state: "opened", election: day, due: addDays(day, 10) },
    ]);
  });

  it("S3.19 ends in a run-off between the tied at the last seat, by a vote of its own", async () => {
    await stand(hall, meeting, NAMES);
    const first = await held(hall, await election(2), [30, 24, 24, 1], 41);
    expect(elected(first)).toEqual(["Anna"]);
    expect(first.values).toMatchObject({ outcome: "run-off", missing: 1 });
    const { votes } = await look(hall, meeting);
    expect(votes).toHaveLength(2);
    const [, runOff] = votes;
    expect(runOff?.values).toMatchObject({ state: "prepared", round: 2, seats: 1, follows: first.id });
    expect(runOff?.ballot.map(({ name }) => name)).toEqual(["Bertha", "Carla"]);
    if (!runOff) return;
    const second = await held(hall, runOff, [15, 26], 41);
    expect(elected(second)).toEqual(["Carla"]);
    expect((await look(hall, meeting)).votes).toHaveLength(2);
  });

  it("S3.19 too few over the line: another round for the missing seats, among those who are left", async () => {
    await stand(hall, meeting, NAMES);
    const first = await held(hall, await election(), [30, 20, 10, 5], 40);
    expect(first.values).toMatchObject({ outcome: "missing", missing: 2 });
    const [, again] = (await look(hall, meeting)).votes;
    expect(again?.ballot.map(({ name }) => name)).toEqual(["Bertha", "Carla", "Dora"]);
    expect(again?.values).toMatchObject({ seats: 2, round: 2, state: "prepared" });
  });

  it("S3.19 is by secret ballot where more stand than there are seats", async () => {
    await stand(hall, meeting, NAMES);
    const vote = await prepared(hall.clerk, meeting, { rule: "V2", seats: 3, method: "hands" });
    expect(codesOf(await act(hall.clerk, vote.id, "open"))).toEqual(["method secret-needed"]);
  });

  it("S3.6 S3.16 does not take a teller, a scrutineer or a member of the leading group as a candidate", async () => {
    await stand(hall, meeting, ["Anna", "Bertha", "Teller", "Scrutineer", "Head"]);
    const refused = await act(hall.clerk, (await election()).id, "open");
    expect(codesOf(refused)).toEqual(Array(3).fill("candidates candidate-serves"));
    expect(refused.body.fields.map(({ message }) => message.split(" ")[0]).sort()).toEqual([
      "Head",
      "Scrutineer",
      "Teller",
    ]);
  });

  it("S3.16 is not opened before a scrutineer and a teller are chosen", async () => {
    await stand(hall, meeting, NAMES);
    await done(moved(hall.clerk, meeting, "record", { values: { officers: [{ name: "Head", role: "head" }] } }));
    expect(codesOf(await act(hall.clerk, (await election()).id, "open"))).toEqual(["officers officers-missing"]);
  });

  it("S3.11 does not take who was put forward by nine voters or four households, or stands twice", async () => {
    await stand(hall, meeting, NAMES.slice(0, 2));
    await stand(hall, meeting, ["Carla"], { nominatedBy: "voters", nominators: 9 });
    await stand(hall, meeting, ["Dora"], { nominatedBy: "households", nominators: 4 });
    await stand(hall, meeting, ["Emma"], { nominatedBy: "voters", nominators: 10 });
    await stand(hall, meeting, ["Anna"], { office: "deputy" });
    const codes = codesOf(await act(hall.clerk, (await election()).id, "open"));
    expect(codes.sort()).toEqual([
      "candidates candidate-twice",
      "candidates offices-mixed",
      "candidates too-few-nominators",
      "candidates too-few-nominators",
    ]);
  });

  it("S3.15 holds a publicly selected deputy to age, education and living here, by the committee's own preset", async () => {
    await bySeed(hall);
    const deputy = { office: "deputy", publicSelected: true, education: "61" };
    await stand(hall, meeting, ["Anna"], { ...deputy, birth: "1976-06-01" });
    await stand(hall, meeting, ["Bertha"], { ...deputy, birth: "1975-05-31" });
    await stand(hall, meeting, ["Carla"], { ...deputy, education: "71" });
    await stand(hall, meeting, ["Dora"], { ...deputy, livesHere: false });
    const vote = await prepared(hall.clerk, meeting, { rule: "V2", seats: 1, office: "deputy" });
    const refused = await act(hall.clerk, vote.id, "open");
    expect(refused.body.fields.map(({ message }) => message.split(" ")[0]).sort()).toEqual(["Bertha", "Carla", "Dora"]);
  });

  it("S3.18 V3 chooses the council with as many candidates as seats, by hands", async () => {
    const council = { rule: "V3", office: "council" };
    await stand(hall, meeting, ["Anna", "Bertha"], council);
    const vote = await prepared(hall.clerk, meeting, { rule: "V3", seats: 3 });
    expect(codesOf(await act(hall.clerk, vote.id, "open"))).toEqual(["candidates candidates-too-few"]);
    await stand(hall, meeting, ["Carla", "Dora"], council);
    expect(codesOf(await act(hall.clerk, vote.id, "open"))).toEqual(["candidates candidates-not-equal"]);
    const four = await prepared(hall.clerk, meeting, { rule: "V3", seats: 4 });
    const open = await done<VoteBody>(act(hall.clerk, four.id, "open"));
    const { tallies } = figures(open, [41, 40, 35, 22], 41);
    const counted = await done<VoteBody>(count(hall.clerk, four.id, { tallies }));
    expect(counted.values).toMatchObject({ state: "counted", outcome: "elected", method: "hands" });
    expect(elected(counted)).toHaveLength(4);
  });

  it("S7.4 chooses a supervision group of three to seven, none of the committee, nor cashier or accountant", async () => {
    await bySeed(hall);
    const post = (person: string) =>
      hall.director("POST", "/posts/grant", { person, post: "member", from: "2026-01-01" });
    await post("Anna");
    const group = { rule: "V4", office: "supervision" };
    await stand(hall, meeting, ["Anna", "Bertha", "Carla", "Dora", "Emma", "Frida", "Gerda", "Hanna"], group);
    const codesFor = async (seats: number) =>
      codesOf(await act(hall.clerk, (await prepared(hall.clerk, meeting, { rule: "V4", seats })).id, "open"));
    expect(await codesFor(2)).toEqual(["candidates supervision-and-committee", "seats seats-too-few"]);
    expect(await codesFor(3)).toEqual(["candidates supervision-and-committee"]);
    const { records } = await done<{
      records: { id: string; version: number; values: { person: string; meeting: string } }[];
    }>(hall.clerk("GET", "/registers/candidates/records"));
    const anna = records.find(({ values }) => values.person === "Anna" && values.meeting === meeting);
    const patch = { patches: [{ id: anna?.id, version: anna?.version, values: { withdrawn: true } }] };
    await done(hall.clerk("POST", "/registers/candidates/patches", patch));
    expect(await codesFor(7)).toEqual([]);
  });

  it("S8.1 V12 fills a vacant seat by the same rules", async () => {
    await stand(hall, meeting, ["Anna"], { rule: "V12" });
    const vote = await prepared(hall.clerk, meeting, { rule: "V12", seats: 1 });
    expect(codesOf(await act(hall.clerk, vote.id, "open"))).toEqual(["candidates candidates-too-few"]);
    await stand(hall, meeting, ["Bertha"], { rule: "V12" });
    expect(elected(await held(hall, vote, [30, 11], 41))).toEqual(["Anna"]);
  });

  it("S8.6 V7 recalls a member only when enough ask for it and the person was heard", async () => {
    const ask = (proposers: number) =>
      prepared(hall.clerk, meeting, {
        rule: "V7",
        title: "Recall of Anna",
        proposersKind: "groups",
        proposers,
        proposersOf: 18,
      });
    const few = await act(hall.clerk, (await ask(5)).id, "open");
    expect(codesOf(few)).toEqual(["proposers too-few-proposers", "statement person-not-heard"]);
    const { id } = await ask(6);
    expect(codesOf(await act(hall.clerk, id, "open"))).toEqual(["statement person-not-heard"]);
    const open = await done<VoteBody>(act(hall.clerk, id, "open", { values: { statement: "She disagrees" } }));
    const counted = await done<VoteBody>(count(hall.clerk, id, { tallies: figures(open, [21], 41).tallies }));
    expect(counted.values).toMatchObject({ outcome: "adopted", needed: 21 });
  });

  it("refuses a rule of another meeting, an office of another vote, seats that are none, and a column it does not take", async () => {
    const ask = (body: object) => hall.clerk("POST", `/meetings/${meeting}/votes`, body);
    const answers = await Promise.all([
      ask({ rule: "V1", seats: 3 }),
      ask({ rule: "V99" }),
      ask({ rule: "V2", seats: 3, office: "council" }),
      ask({ rule: "V2" }),
      ask({ rule: "V2", seats: 0 }),
      ask({ rule: "V2", seats: 3, state: "announced" }),
      ask({ rule: "V2", seats: 3, proposal: "x" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(422));
    expect(answers.map((answer) => codesOf(answer)[0])).toEqual([
      "rule rule-of-other-meeting",
      "rule not-in-list",
      "office office-of-other-vote",
      "seats required",
      "seats too-small",
      "state unknown-field",
      "proposal takes-no-proposal",
    ]);
    const [wrong] = await add(hall.clerk, "meetings", [{ title: "Other", kind: "committee", at: "2026-06-01T09:00" }]);
    const row = { meeting: wrong, rule: "V5", person: "Anna", office: "member" };
    const pasted = await hall.clerk("POST", "/registers/candidates/patches", { patches: [{ values: row }] });
    expect(bodyOf<{ fields: { code: string }[] }[]>(pasted)[0]?.fields[0]?.code).toBe("not-on-people");
  });
});

describe("a Party election", () => {
  it("S3.17 is valid when more than four fifths of the members are there: 80 of 100 are not, 81 are", async () => {
    await bySeed(hall);
    const named = Array.from({ length: 100 }, (_, index) => `Member ${index}`).join("\n");
    const [party = ""] = await add(hall.clerk, "meetings", [
      { title: "Party", kind: "party", at: "2026-06-01T09:00", named },
    ]);
    await done(moved(hall.clerk, party, "call"));
    const { roll } = await look(hall, party);
    const come = (from: number, to: number) =>
      Promise.all(
        roll
          .slice(from, to)
          .map(({ id }) => done(hall.clerk("POST", `/meetings/${party}/attendance`, { person: id, present: true }))),
      );
    await come(0, 80);
    expect(codesOf(await moved(hall.clerk, party, "open"))).toEqual(["present quorum-not-met"]);
    await come(80, 81);
    expect((await moved(hall.clerk, party, "open")).status).toBe(200);
  });
});
