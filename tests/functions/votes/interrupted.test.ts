import { beforeAll, describe, expect, it } from "vitest";
import {
  act,
  add,
  arrive,
  count,
  done,
  figures,
  type Hall,
  look,
  moved,
  openHall,
  planned,
  prepared,
  representatives,
  type VoteBody,
} from "./hall.ts";

let hall: Hall;
let meeting: string;
beforeAll(async () => {
  hall = await openHall();
  await representatives(hall, 6, 1);
  meeting = await planned(hall);
  await done(moved(hall.clerk, meeting, "call"));
  await arrive(hall, meeting, 4);
  await done(moved(hall.clerk, meeting, "open"));
});

const WRITES = /^(Put|Update|Delete|TransactWrite)/;

/** Does something in a process that dies when it wants to write once more than so many times. */
async function dyingAfter<T>(writes: number, doing: () => Promise<T>): Promise<T> {
  const { documents } = hall.deps;
  const send = documents.send.bind(documents);
  let left = writes;
  let isDead = false;
  const dying = (command: { constructor: { name: string } }) => {
    if (WRITES.test(command.constructor.name)) {
      if (left === 0) isDead = true;
      left -= 1;
    }
    // Whoever is dead reads nothing either.
    if (isDead) return Promise.reject(new Error("The process was killed"));
    return send(command as unknown as Parameters<typeof send>[0]);
  };
  Object.assign(documents, { send: dying });
  try {
    return await doing();
  } finally {
    Object.assign(documents, { send });
  }
}

describe("a process that is killed between any two of its steps", () => {
  it("leaves a vote prepared or open, and whoever opens it again has everybody who was there", async () => {
    const { id } = await prepared(hall.clerk, meeting, { rule: "V5", title: "A question" });
    let attempts = 0;
    for (let status = 0; status !== 200; attempts += 1) {
      status = (await dyingAfter(attempts, () => act(hall.clerk, id, "open"))).status;
      const { votes, attendance } = await look(hall, meeting);
      const vote = votes.find((one) => one.id === id);
      expect(attendance.present).toBe(4);
      expect([vote?.values.state, attendance.closed]).toEqual(status === 200 ? ["open", true] : ["prepared", false]);
    }
    // Six people on the roll and the transaction itself.
    expect(attempts).toBe(8);
    const { votes } = await look(hall, meeting);
    expect(votes.find((one) => one.id === id)?.values.present).toBe(4);
  });

  it("leaves no proposal decided by a vote that is not announced, nor the other way round", async () => {
    const [proposal = ""] = await add(hall.clerk, "proposals", [{ title: "Pledge", class: "charter", text: "Text" }]);
    const step = (caller: Hall["clerk"], move: string, values: object) =>
      done(caller("POST", `/registers/proposals/records/${proposal}/moves/${move}`, { values }));
    await step(hall.secretary, "pass", { partyMinutes: "Agreed" });
    await step(hall.director, "put", { meeting });
    const { id } = await prepared(hall.clerk, meeting, { rule: "V5", proposal });
    const vote = await done<VoteBody>(act(hall.clerk, id, "open"));
    for (let status = 0, writes = 0; status !== 200; writes += 1) {
      const body = { tallies: figures(vote, [3], 4).tallies };
      status = (await dyingAfter(writes, () => count(hall.clerk, id, body))).status;
    }
    for (let status = 0, writes = 0; status !== 200; writes += 1) {
      status = (await dyingAfter(writes, () => act(hall.clerk, id, "announce"))).status;
      const [seen, decided] = await Promise.all([
        done<VoteBody>(hall.clerk("GET", `/votes/${id}`)),
        done<VoteBody>(hall.clerk("GET", `/registers/proposals/records/${proposal}`)),
      ]);
      const states = [seen.values.state, decided.values.state];
      expect(states).toEqual(status === 200 ? ["announced", "adopted"] : ["counted", "put"]);
    }
  });
});
