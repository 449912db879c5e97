import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { minuteOf } from "../../../shared/rules/calendar.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { idOf } from "../../http/path.ts";
import { insuranceList } from "../../sign-ups/insurance-list.ts";
import { SeatListPage } from "../../sign-ups/SeatListPage.tsx";
import { seatList } from "../../sign-ups/seat-list.ts";
import { markPhoned, peopleToPhone } from "../../sign-ups/to-phone.ts";
import type { ApiEnv } from "../env.ts";

const insurance = z.strictObject({
  reason: z.string(),
  picked: z.optional(z.record(z.string(), z.string())),
});

/** What staff need around an event (S1.4): seats, ID numbers for an insurer, and whom to phone. */
export const eventListRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/events/:id/lists/bus", async (c) => {
      requireSignUps(c, "read");
      const { event, ...list } = await seatList(deps, c.get("community"), c.req.param("id"));
      return c.json({ event: { id: event.id, title: event.title, gather: event.gather, place: event.place }, ...list });
    })
    .get("/events/:id/lists/bus.html", async (c) => {
      requireSignUps(c, "read");
      const list = await seatList(deps, c.get("community"), c.req.param("id"));
      const now = minuteOf(deps.now()).replace("T", " ");
      return c.html(String(SeatListPage({ list, language: pageLanguage(c), now })));
    })
    .post("/events/:id/lists/insurance", async (c) => {
      requireSignUps(c, "read");
      if (!c.get("rights").can("reveal", "residents")) throw new Refusal("no-right");
      const { reason, picked = {} } = await readJson(c, MEGABYTE, insurance);
      const { account, name } = c.get("actor");
      const request = { reason, picked };
      const guests = await insuranceList(deps, c.get("community"), c.req.param("id"), request, { account, name });
      return c.json({ guests });
    })
    .get("/events/:id/to-phone", async (c) => {
      requireSignUps(c, "read");
      return c.json({ people: await peopleToPhone(deps, c.get("community"), c.req.param("id")) });
    })
    .post("/events/:id/to-phone/:signUp/done", async (c) => {
      requireSignUps(c, "write");
      // Asked first, so that an event of another community is not found.
      await peopleToPhone(deps, c.get("community"), c.req.param("id"));
      await markPhoned(deps, c.req.param("id"), idOf(c, "signUp"), c.get("actor").account);
      return c.body(null, 204);
    });

function requireSignUps(c: Context<ApiEnv>, right: "read" | "write"): void {
  if (!c.get("rights").can(right, "sign-ups")) throw new Refusal("no-right");
}
