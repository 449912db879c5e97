import { beforeEach, describe, expect, it } from "vitest";
import {
  act,
  add,
  arrive,
  codesOf,
  done,
  type Hall,
  held,
  look,
  moved,
  OFFICERS,
  openHall,
  planned,
  prepared,
  stand,
  type VoteBody,
} from "./hall.ts";

let hall: Hall;
let groups: string[];
beforeEach(async () => {
  hall = await openHall();
  groups = await add(hall.clerk, "groups", [{ no: 1 }, { no: 2 }]);
});

const BIRTHS = ["1950-01-01", "1970-01-01", "2008-06-01", "2008-06-02"];

/** Five households in the first group and two in the second, each with three people of age and a child. */
async function people(): Promise<void> {
  const rooms = [1, 2, 3, 4, 5, 6, 7];
  const dwellings = await add(
    hall.clerk,
    "dwellings",
    rooms.map((room) => ({ building: "1", room: String(100 + room), group: groups[room > 5 ? 1 : 0] })),
  );
  const households = await add(
    hall.clerk,
    "households",
    dwellings.map((dwelling, index) => ({ no: String(index + 1), dwelling })),
  );
  await add(
    hall.clerk,
    "residents",
    households.flatMap((household, home) =>
      BIRTHS.map((birth, index) => ({
        name: `Person ${home + 1}-${index + 1}`,
        sex: "1",
        relation: "01",
        consistency: "same",
        household,
        birth,
        live: home === 0 && index === 1 ? "moved" : "here",
      })),
    ),
  );
}

async function chosenBy(kind: string, names: readonly string[], present: number, favour: readonly number[]) {
  const meeting = await planned(hall, { kind, group: groups[0] });
  await done(moved(hall.clerk, meeting, "call"));
  await arrive(hall, meeting, present);
  await done(moved(hall.clerk, meeting, "open"));
  await stand(hall, meeting, names, { rule: "V8", office: "group-leader" });
  const vote = await prepared(hall.clerk, meeting, { rule: "V8", seats: 1, method: "ballot" });
  return held(hall, vote, favour, present);
}

const valuesOf = async (register: string, id: unknown) =>
  (await hall.clerk("GET", `/registers/${register}/records/${id}`)).body.values;
const leader = async () => valuesOf("posts", (await valuesOf("groups", groups[0])).leader);

describe("S6.4 whoever elects: all residents, households or representatives", () => {
  it("S6.4 a group's roll is everybody of age in it, one for each household, or its own representatives", async () => {
    await people();
    await add(hall.clerk, "representatives", [
      { person: "Rep A", from: "2025-01-01", group: groups[0] },
      { person: "Rep B", from: "2025-01-01", group: groups[1] },
      { person: "Rep C", from: "2025-01-01", until: "2026-01-01", group: groups[0] },
    ]);
    const due: Record<string, number> = {};
    for (const kind of ["group-adults", "group", "group-representatives", "residents", "households"]) {
      const meeting = await planned(hall, { kind, ...(kind.startsWith("group") && { group: groups[0] }) });
      await done(moved(hall.clerk, meeting, "call"));
      due[kind] = (await look(hall, meeting)).attendance.due;
    }
    // Whoever turns 18 on the day is of age, whoever does on the next is not; one has moved away.
    expect(due).toEqual({ "group-adults": 14, group: 5, "group-representatives": 1, residents: 20, households: 7 });
    const without = await hall.clerk("POST", "/registers/meetings/records", {
      values: { title: "Group", kind: "group-adults", at: "2026-06-01T14:00" },
    });
    expect([without.status, codesOf(without)]).toEqual([422, ["group required"]]);
  });

  it("S6.4 needs more than half of the group there, and more than half of those for anybody", async () => {
    await people();
    const meeting = await planned(hall, { kind: "group-adults", group: groups[0] });
    await done(moved(hall.clerk, meeting, "call"));
    await arrive(hall, meeting, 7);
    expect(codesOf(await moved(hall.clerk, meeting, "open"))).toEqual(["present quorum-not-met"]);
    await arrive(hall, meeting, 8);
    await done(moved(hall.clerk, meeting, "open"));
    await stand(hall, meeting, ["A", "B"], { rule: "V8", office: "group-leader" });
    const twoSeats = await prepared(hall.clerk, meeting, { rule: "V8", seats: 2, method: "ballot" });
    expect(codesOf(await act(hall.clerk, twoSeats.id, "open"))).toEqual(["seats seats-too-many"]);
    const vote = await prepared(hall.clerk, meeting, { rule: "V8", seats: 1, method: "ballot" });
    const { values } = await held(hall, vote, [4, 3], 8);
    expect(values).toMatchObject({ due: 14, present: 8, needed: 5, outcome: "missing" });
    expect((await valuesOf("groups", groups[0])).leader).toBeUndefined();
    const [, , again] = (await look(hall, meeting)).votes;
    await held(hall, again as VoteBody, [5, 3], 8);
    expect(await leader()).toMatchObject({ person: "A" });
  });

  it("S6.4 S3.18 households of the community elect the committee by their own numbers", async () => {
    await people();
    const meeting = await planned(hall, { kind: "households" });
    await done(moved(hall.clerk, meeting, "call"));
    await arrive(hall, meeting, 4);
    await done(moved(hall.clerk, meeting, "open"));
    await stand(hall, meeting, ["A", "B", "C", "D"]);
    const vote = await prepared(hall.clerk, meeting, { rule: "V2", office: "member", seats: 3 });
    const { values } = await held(hall, vote, [3, 4, 3, 2], 4);
    expect(values).toMatchObject({ due: 7, present: 4, needed: 3, outcome: "elected" });
    const open = await hall.clerk("GET", `/votes/${vote.id}`);
    const rules = (open.body as unknown as { rules: { parameter: string }[] }).rules.map(({ parameter }) => parameter);
    expect(rules.slice(0, 2)).toEqual(["meetings.residentsQuorum", "meetings.residentsPass"]);
  });
});

describe("S6.2 the leader whom a group has chosen", () => {
  it("S6.2 holds the post from that day, stands on the group, and the leader before has reached the end", async () => {
    await people();
    const first = await chosenBy("group", ["Old Leader"], 3, [3]);
    expect(first.values.outcome).toBe("elected");
    const before = (await valuesOf("groups", groups[0])).leader;
    expect(await leader()).toMatchObject({
      person: "Old Leader",
      post: "group-leader",
      from: "2026-06-01",
      origin: "elected",
    });
    await chosenBy("group-adults", ["New Leader", "Old Leader"], 9, [6, 3]);
    expect(await leader()).toMatchObject({ person: "New Leader", birth: "1980-01-01" });
    expect(await valuesOf("posts", before)).toMatchObject({ until: "2026-06-01", endReason: "term" });
    expect((await valuesOf("groups", groups[1])).leader).toBeUndefined();
  });

  it("S6.2 two clerks who announce at the same moment make one leader", async () => {
    await people();
    const meeting = await planned(hall, { kind: "group", group: groups[0], officers: OFFICERS });
    await done(moved(hall.clerk, meeting, "call"));
    await arrive(hall, meeting, 5);
    await done(moved(hall.clerk, meeting, "open"));
    await stand(hall, meeting, ["A"], { rule: "V8", office: "group-leader" });
    const { id } = await prepared(hall.clerk, meeting, { rule: "V8", seats: 1 });
    const open = await done<VoteBody>(act(hall.clerk, id, "open"));
    const tallies = { [String(open.ballot[0]?.id)]: { for: 5, against: 0, abstain: 0 } };
    await done(hall.clerk("POST", `/votes/${id}/counts`, { tallies }));
    const both = await Promise.all([hall.clerk, hall.second].map((caller) => act(caller, id, "announce")));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { records } = (await hall.clerk("GET", "/registers/posts/records?limit=100")).body;
    const leaders = records.filter(({ values }: { values: Record<string, unknown> }) => values.post === "group-leader");
    expect(leaders).toHaveLength(1);
  });
});
