import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { StatePassed } from "../../flows/move.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { idOf } from "../../http/path.ts";
import { viewWhole } from "../../records/view.ts";
import { type Acted, heldRecord, listNamed } from "../../votes/act.ts";
import { markAttendance } from "../../votes/attendance.ts";
import { enterCount } from "../../votes/counts.ts";
import { moveMeeting } from "../../votes/meetings.ts";
import { moveVote, VOTE_MOVES } from "../../votes/moves.ts";
import { prepareVote } from "../../votes/prepare.ts";
import { viewMeeting, viewVote, worded } from "../../votes/view.ts";
import type { ApiEnv } from "../env.ts";
import { writeContext } from "../requested.ts";

const LIMIT = 64 * 1024;
const figure = z.int().check(z.minimum(0), z.maximum(1_000_000));
const moving = z.strictObject({
  values: z.optional(z.record(z.string(), z.unknown())),
  reason: z.optional(z.string()),
});
const attending = z.strictObject({ person: z.string().check(z.maxLength(200)), present: z.boolean() });
const preparing = z.strictObject({
  rule: z.string(),
  title: z.optional(z.unknown()),
  proposal: z.optional(z.unknown()),
  office: z.optional(z.unknown()),
  seats: z.optional(z.unknown()),
  method: z.optional(z.unknown()),
  proposersKind: z.optional(z.unknown()),
  proposers: z.optional(z.unknown()),
  proposersOf: z.optional(z.unknown()),
  statement: z.optional(z.unknown()),
});
const counting = z.strictObject({
  issued: z.optional(figure),
  returned: z.optional(figure),
  spoiled: z.optional(figure),
  tallies: z.record(z.string(), z.strictObject({ for: figure, against: figure, abstain: figure })),
});

/** Meetings and what they vote on (会议表决, S2.4, S3.17-S3.20, S8.2). */
export const voteRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/meetings/:id", async (c) => {
      requireRead(c, "meetings");
      return c.json(await viewMeeting(deps, c.get("community"), idOf(c), readerOf(c)));
    })
    .post("/meetings/:id/attendance", async (c) => {
      requireRead(c, "meetings");
      if (!c.get("rights").can("write", "meetings")) throw new Refusal("no-right");
      const [community, id] = [c.get("community"), idOf(c)];
      const { person, present } = await readJson(c, LIMIT, attending);
      const meeting = await heldRecord(deps, "meetings", community, id);
      if (meeting.values.state !== "called" && meeting.values.state !== "open") {
        throw new Refusal("conflict", [{ path: "state", code: "not-in-state" }]);
      }
      const { account, name } = c.get("actor");
      await markAttendance(deps, community, id, person, present, { account, name });
      return c.json({ person, present });
    })
    .post("/meetings/:id/votes", async (c) => {
      requireRead(c, "votes");
      const given = await readJson(c, LIMIT, preparing);
      const actor = { rights: c.get("rights"), context: writeContext(c, "create", given) };
      const community = c.get("community");
      const record = await prepareVote(deps, community, idOf(c), given, actor, c.get("language"));
      return c.json(await viewVote(deps, community, record.id, readerOf(c)), 201);
    })
    .post("/meetings/:id/:move", async (c) => {
      requireRead(c, "meetings");
      const body = await readJson(c, LIMIT * 2, moving);
      const { move, actor } = mover(c, body);
      const community = c.get("community");
      const acted = await telling(c, () => moveMeeting(deps, community, idOf(c), move, body.values ?? {}, actor));
      return c.json({
        ...viewWhole(listNamed("meetings"), acted.record, c.get("rights").restricted),
        ...told(c, acted),
      });
    })
    .get("/votes/:id", async (c) => {
      requireRead(c, "votes");
      return c.json(await viewVote(deps, c.get("community"), idOf(c), readerOf(c)));
    })
    .post("/votes/:id/counts", async (c) => {
      requireRead(c, "votes");
      const given = await readJson(c, LIMIT, counting);
      const actor = { rights: c.get("rights"), context: writeContext(c, "move", given) };
      const community = c.get("community");
      const record = await enterCount(deps, community, idOf(c), given, actor);
      return c.json(await viewVote(deps, community, record.id, readerOf(c)));
    })
    .post("/votes/:id/:move", async (c) => {
      requireRead(c, "votes");
      const body = await readJson(c, LIMIT, moving);
      const { move: name, actor } = mover(c, body);
      const move = VOTE_MOVES.find((one) => one === name);
      if (!move) throw new Refusal("not-found");
      const community = c.get("community");
      const acted = await telling(c, () => moveVote(deps, community, idOf(c), move, body.values ?? {}, actor));
      return c.json({ ...(await viewVote(deps, community, acted.record.id, readerOf(c))), ...told(c, acted) });
    });

function requireRead(c: Context<ApiEnv>, register: string): void {
  if (!c.get("rights").can("read", register)) throw new Refusal("no-right");
}

function readerOf(c: Context<ApiEnv>) {
  return { account: c.get("actor").account, sees: c.get("rights").restricted, language: c.get("language") };
}

function mover(c: Context<ApiEnv>, body: z.infer<typeof moving>) {
  const move = c.req.param("move") ?? "";
  const { reason } = body;
  const context = { ...writeContext(c, "move", body, `move-${move}`), ...(reason !== undefined && { reason }) };
  return { move, actor: { rights: c.get("rights"), context } };
}

function told(c: Context<ApiEnv>, { warnings, rules }: Acted) {
  return {
    ...(warnings.length > 0 && { warnings: worded(warnings, c.get("language")) }),
    ...(rules.length > 0 && { acting: rules }),
  };
}

/** A step that has passed is told with the record as it now stands. */
async function telling(c: Context<ApiEnv>, act: () => Promise<Acted>): Promise<Acted> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StatePassed)) throw error;
    const { current } = error;
    const view = viewWhole(listNamed(current.register), current, c.get("rights").restricted);
    throw new Refusal(error.code, error.fields, { current: view });
  }
}
