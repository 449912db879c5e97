import { expect } from "vitest";
import { figures, type MeetingBody, OFFICERS, type VoteBody } from "../../votes/hall.ts";
import { type Action, added, keyed, type Rig, yes } from "../rig.ts";

const MEETING = { title: "Meeting", kind: "representatives", at: "2026-06-01T10:00", officers: OFFICERS };
const PRESENT = 4;
const voteRoute = (path: string) => `post /communities/{c}/votes/{id}/${path}`;

async function planned(rig: Rig): Promise<string> {
  for (const person of ["A", "B", "C", "D", "E"]) {
    await added(rig.clerk, "representatives", { person: `Rep ${person}`, from: "2025-01-01", via: "group" });
  }
  return added(rig.clerk, "meetings", MEETING);
}
const go = ({ clerk }: Rig, meeting: string, move: string, body: object = {}, key?: string) =>
  clerk("POST", `/meetings/${meeting}/${move}`, body, key === undefined ? {} : keyed(key));
const act = (rig: Rig, who: "clerk" | "director", vote: string, move: string, body: object = {}, key?: string) =>
  rig[who]("POST", `/votes/${vote}/${move}`, body, key === undefined ? {} : keyed(key));
const look = async ({ clerk }: Rig, meeting: string) =>
  (await yes(clerk("GET", `/meetings/${meeting}`))) as unknown as MeetingBody;

async function called(rig: Rig): Promise<string> {
  const meeting = await planned(rig);
  await yes(go(rig, meeting, "call"));
  const { roll } = await look(rig, meeting);
  for (const { id } of roll.slice(0, PRESENT)) {
    await yes(rig.clerk("POST", `/meetings/${meeting}/attendance`, { person: id, present: true }));
  }
  return meeting;
}
async function opened(rig: Rig): Promise<string> {
  const meeting = await called(rig);
  await yes(go(rig, meeting, "open"));
  return meeting;
}

/** An open vote of a kind, and its papers as both who count find them. */
type Open = { meeting: string; vote: string; count: object };
async function openVote(rig: Rig, kind: "election" | "proposal"): Promise<Open> {
  const meeting = await opened(rig);
  let body: object = { rule: "V5", title: "A question" };
  if (kind === "election") {
    for (const person of ["Chen", "Dong", "Feng"]) {
      const stands = { meeting, rule: "V2", person, office: "member", birth: "1980-01-01" };
      await added(rig.clerk, "candidates", stands);
    }
    body = { rule: "V2", office: "member", seats: 2 };
  } else {
    const proposal = await added(rig.clerk, "proposals", { title: "Pledge", class: "charter", text: "Text" });
    const move = (who: Rig["clerk"], name: string, values: object) =>
      yes(who("POST", `/registers/proposals/records/${proposal}/moves/${name}`, { values }));
    await move(rig.secretary, "pass", { partyMinutes: "Agreed" });
    await move(rig.director, "put", { meeting });
    body = { rule: "V5", proposal };
  }
  const { id } = await yes(rig.clerk("POST", `/meetings/${meeting}/votes`, body));
  const vote = (await yes(act(rig, "clerk", id, "open"))) as unknown as VoteBody;
  const favour = kind === "election" ? [4, 3, 1] : [3];
  return { meeting, vote: id, count: figures(vote, favour, PRESENT) };
}
const countBy = (rig: Rig, who: "clerk" | "deputy", { vote, count }: Open, key?: string) =>
  rig[who]("POST", `/votes/${vote}/counts`, count, key === undefined ? {} : keyed(key));

/** Counted alike by two people. */
async function counted(rig: Rig, kind: "election" | "proposal"): Promise<Open> {
  const open = await openVote(rig, kind);
  await yes(countBy(rig, "clerk", open));
  // Hands are counted once.
  if (kind === "election") await yes(countBy(rig, "deputy", open));
  return open;
}

const meetingStep = (move: string, from: (rig: Rig) => Promise<string>, body: object = {}): Action => ({
  name: `a meeting: ${move}`,
  covers: [`meeting ${move}`, "post /communities/{c}/meetings/{id}/{move}"],
  ready: async (rig) => {
    const meeting = await from(rig);
    return { ask: (key) => go(rig, meeting, move, body, key) };
  },
});

/** The result is public exactly when it is announced, and with it everything that follows from it. */
const together =
  (rig: Rig, { vote }: Open, follows: () => Promise<unknown[]>) =>
  async () => {
    const { values } = await yes(rig.clerk("GET", `/votes/${vote}`));
    const posted = (await yes(rig.clerk("GET", "/registers/publications/records"))).records;
    const isOut = values.state === "announced";
    expect(posted.map((one) => one.values.state)).toEqual(isOut ? ["posted"] : []);
    expect(await follows()).toEqual([isOut]);
    expect((await rig.clerk("GET", "/publications/chain")).body).toMatchObject({ holds: true });
  };

export const voteActions: readonly Action[] = [
  meetingStep("call", planned),
  meetingStep("arrange", called, { values: { place: "Hall" } }),
  meetingStep("open", called),
  meetingStep("record", opened, { values: { minutes: "So far" } }),
  meetingStep("close", opened, { values: { minutes: "All said" } }),
  meetingStep("fail", called, { reason: "Too few" }),
  meetingStep("cancel", called, { reason: "Rain" }),
  {
    name: "somebody comes to a meeting",
    covers: ["post /communities/{c}/meetings/{id}/attendance"],
    ready: async (rig) => {
      const meeting = await called(rig);
      const person = (await look(rig, meeting)).roll.at(-1)?.id;
      const body = { person, present: true };
      return { ask: (key) => rig.clerk("POST", `/meetings/${meeting}/attendance`, body, keyed(key)) };
    },
  },
  {
    name: "a vote is prepared",
    covers: ["post /communities/{c}/meetings/{id}/votes"],
    ready: async (rig) => {
      const meeting = await opened(rig);
      const body = { rule: "V5", title: "A question" };
      return { ask: (key) => rig.clerk("POST", `/meetings/${meeting}/votes`, body, keyed(key)) };
    },
  },
  {
    name: "a vote is opened",
    covers: ["vote open", voteRoute("open")],
    ready: async (rig) => {
      const meeting = await opened(rig);
      const { id } = await yes(rig.clerk("POST", `/meetings/${meeting}/votes`, { rule: "V5", title: "A question" }));
      const holds = async () => {
        const { votes, attendance } = await look(rig, meeting);
        expect(attendance.present).toBe(PRESENT);
        expect(["prepared false", "open true"]).toContain(`${votes[0]?.values.state} ${attendance.closed}`);
      };
      return { ask: (key) => act(rig, "clerk", id, "open", {}, key), holds };
    },
  },
  {
    name: "the first count is entered",
    covers: [voteRoute("counts")],
    ready: async (rig) => {
      const open = await openVote(rig, "election");
      return { ask: (key) => countBy(rig, "clerk", open, key) };
    },
  },
  {
    name: "the second count is entered, and the vote is counted",
    covers: ["vote count"],
    ready: async (rig) => {
      const open = await openVote(rig, "election");
      await yes(countBy(rig, "clerk", open));
      return { ask: (key) => countBy(rig, "deputy", open, key) };
    },
  },
  {
    name: "a counted vote is counted anew",
    covers: ["vote recount", voteRoute("recount")],
    ready: async (rig) => {
      const { vote } = await counted(rig, "election");
      return { ask: (key) => act(rig, "director", vote, "recount", { reason: "Doubt" }, key) };
    },
  },
  {
    name: "a vote is void",
    covers: ["vote void", voteRoute("void")],
    ready: async (rig) => {
      const { vote } = await openVote(rig, "election");
      return { ask: (key) => act(rig, "director", vote, "void", { reason: "Disorder" }, key) };
    },
  },
  {
    name: "an election is announced, with its publication and its handover",
    covers: ["vote announce", voteRoute("announce")],
    ready: async (rig) => {
      const open = await counted(rig, "election");
      const follows = async () => {
        const { records } = await yes(rig.director("GET", "/registers/handovers/records"));
        return [records.length === 1];
      };
      return {
        ask: (key) => act(rig, "director", open.vote, "announce", {}, key),
        holds: together(rig, open, follows),
      };
    },
  },
  {
    name: "a proposal is adopted by its vote",
    covers: ["major-matter adopt"],
    ready: async (rig) => {
      const open = await counted(rig, "proposal");
      const follows = async () => {
        const { records } = await yes(rig.clerk("GET", "/registers/proposals/records"));
        return records.map(({ values }) => values.state === "adopted");
      };
      return {
        ask: (key) => act(rig, "director", open.vote, "announce", {}, key),
        holds: together(rig, open, follows),
      };
    },
  },
];
