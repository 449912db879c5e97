import { expect } from "vitest";
import type { Caller } from "../../../support/api.ts";
import { NOTICE } from "../../publications/desk.ts";
import { type Action, added, keyed, type Rig, yes } from "../rig.ts";

const route = (path: string) => `post /communities/{c}/publications${path}`;
const COMMITTEE = {
  code: "500100001001",
  name: "果园社区居民委员会",
  phone: "023-67890001",
  address: "果园路 8 号",
  premises: "own",
};

type Move = "submit" | "approve" | "post";
const step = (who: Caller, id: string, move: string, body: object = {}, key?: string) =>
  who("POST", `/publications/${id}/${move}`, body, key === undefined ? {} : keyed(key));

async function notice(rig: Rig, ...way: Move[]): Promise<string> {
  await added(rig.director, "committees", COMMITTEE);
  const { id } = await yes(rig.clerk("POST", "/publications", NOTICE));
  const by = { submit: rig.clerk, approve: rig.deputy, post: rig.clerk };
  for (const move of way) await yes(step(by[move], id, move));
  return id;
}

/** The chain holds, and the board shows what the record says. */
const board = (rig: Rig, id: string) => async () => {
  expect((await rig.clerk("GET", "/publications/chain")).body).toMatchObject({ holds: true });
  const { state, no } = (await yes(rig.clerk("GET", `/publications/${id}`))).values;
  const isOut = ["posted", "withdrawn"].includes(String(state)) && no !== undefined;
  expect(no !== undefined).toBe(isOut);
};

/** One step of a notice that has come so far. */
const stepOf = (name: string, way: Move[], move: string, who: "clerk" | "deputy", body: object = {}): Action => ({
  name,
  covers: [route(`/{id}/${move}`), `publication ${move}`],
  ready: async (rig) => {
    const id = await notice(rig, ...way);
    return { ask: (key) => step(rig[who], id, move, body, key), holds: board(rig, id) };
  },
});

export const publicationActions: readonly Action[] = [
  {
    name: "a notice is drafted",
    covers: [route("")],
    ready: async (rig) => {
      await added(rig.director, "committees", COMMITTEE);
      return { ask: (key) => rig.clerk("POST", "/publications", NOTICE, keyed(key)) };
    },
  },
  stepOf("a notice is submitted", [], "submit", "clerk"),
  stepOf("a notice is returned", ["submit"], "return", "deputy", { reason: "The date" }),
  stepOf("a notice is approved", ["submit"], "approve", "deputy"),
  stepOf("a notice is posted", ["submit", "approve"], "post", "clerk"),
  stepOf("a notice is noted as hung up", ["submit", "approve", "post"], "note", "clerk", {
    values: { postings: [{ place: "board", on: "2026-06-01", by: "Clerk" }] },
  }),
  stepOf("a posted notice is withdrawn", ["submit", "approve", "post"], "withdraw", "deputy", { reason: "Wrong" }),
  {
    name: "a correction is drafted",
    covers: [route("/{id}/corrections")],
    ready: async (rig) => {
      const id = await notice(rig, "submit", "approve", "post");
      const body = { correction: "The day was wrong" };
      return { ask: (key) => rig.clerk("POST", `/publications/${id}/corrections`, body, keyed(key)) };
    },
  },
  {
    name: "a correction is posted in place of the notice",
    covers: ["publication archive"],
    ready: async (rig) => {
      const earlier = await notice(rig, "submit", "approve", "post");
      const { id } = await yes(rig.clerk("POST", `/publications/${earlier}/corrections`, { correction: "The day" }));
      await yes(step(rig.clerk, id, "submit"));
      await yes(step(rig.deputy, id, "approve"));
      const holds = async () => {
        await board(rig, id)();
        const states = [id, earlier].map(
          async (one) => (await yes(rig.clerk("GET", `/publications/${one}`))).values.state,
        );
        expect(["approved posted", "posted archived"]).toContain((await Promise.all(states)).join(" "));
      };
      return { ask: (key) => step(rig.clerk, id, "post", {}, key), holds };
    },
  },
];
