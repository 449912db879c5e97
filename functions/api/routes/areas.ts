import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { covers, rightsOf } from "../../../shared/guard/rights.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { answerOnce } from "../../accounts/answer-once.ts";
import { listClients, planClient, planRemoval, planSecret } from "../../accounts/clients.ts";
import { newInvitation, plannedInvitation } from "../../accounts/invite.ts";
import { type Place, type PlaceKind, placeKind, placesUnder, planName, planPlace } from "../../accounts/places.ts";
import { requireArea } from "../../guard/rights-in.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { areaOf, idOf } from "../../http/path.ts";
import { areaTasks } from "../../street/area-tasks.ts";
import { majorSpending } from "../../street/major-spending.ts";
import { areaToday } from "../../today/area-today.ts";
import type { ApiEnv } from "../env.ts";
import { onceRequest } from "../requested.ts";

const LIMIT = 16 * 1024;
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const named = z.strictObject({ name });
const place = z.strictObject({ code: z.string(), name });

/** What a district or street sets up: streets, communities, its programs and the accounts below it. */
export const areaRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/areas/:area", async (c) => {
      const area = coveredArea(c, ["district", "street"]);
      const places = await placesUnder(deps, area);
      const own = places.find(({ code }) => code === area);
      return c.json({ code: area, name: own?.name ?? area, ...listed(places) });
    })
    .put("/areas/:area", async (c) => {
      const area = coveredArea(c, ["district"]);
      const body = await readJson(c, LIMIT, named);
      const place = { code: area, name: body.name };
      return c.json(await answerOnce(deps, onceRequest(c, body), async () => planName(deps, place)));
    })
    .get("/areas/:area/streets", async (c) => {
      const places = await placesUnder(deps, coveredArea(c, ["district", "street"]));
      return c.json({ streets: listed(places).streets });
    })
    .get("/areas/:area/communities", async (c) => {
      const places = await placesUnder(deps, coveredArea(c, ["district", "street"]));
      return c.json({ communities: listed(places).communities });
    })
    .post("/areas/:area/streets", async (c) => add(deps, c, coveredArea(c, ["district"]), "street"))
    .post("/areas/:area/communities", async (c) => add(deps, c, coveredArea(c, ["district", "street"]), "community"))
    .get("/areas/:area/today", async (c) => {
      const area = coveredArea(c, ["district", "street"]);
      const roles = c
        .get("actor")
        .areas.filter((one) => covers(one, area))
        .map(({ role }) => role);
      return c.json({ day: dayOf(deps.now()), communities: await areaToday(deps, area, rightsOf([], roles)) });
    })
    .get("/areas/:area/tasks", async (c) => {
      return c.json({ communities: await areaTasks(deps, coveredArea(c, ["street"])) });
    })
    .get("/areas/:area/major-spending", async (c) => {
      return c.json({ communities: await majorSpending(deps, coveredArea(c, ["street"])) });
    })
    .get("/areas/:area/clients", async (c) => {
      return c.json({ clients: await listClients(deps, district(c)) });
    })
    .post("/areas/:area/clients", async (c) => {
      const area = district(c);
      const body = await readJson(c, LIMIT, named);
      const client = await answerOnce(deps, onceRequest(c, body), () => planClient(deps, area, body.name));
      return c.json({ ...client, tokenEndpoint: `${ownOrigin(c, deps.publicUrl)}/auth/token` }, 201);
    })
    .post("/areas/:area/clients/:id/secrets", async (c) => {
      const [area, id] = [district(c), idOf(c)];
      const client = await answerOnce(deps, onceRequest(c, {}), () => planSecret(deps, area, id));
      return c.json({ ...client, tokenEndpoint: `${ownOrigin(c, deps.publicUrl)}/auth/token` }, 201);
    })
    .delete("/areas/:area/clients/:id", async (c) => {
      const [area, id] = [district(c), idOf(c)];
      await answerOnce(deps, onceRequest(c, {}), () => planRemoval(deps, area, id));
      return c.body(null, 204);
    })
    .post("/areas/:area/invitations", async (c) => {
      const area = coveredArea(c, ["district"]);
      const role = placeKind(area) === "street" ? "street" : "district";
      const wanted = await readJson(c, LIMIT, named);
      const invitation = await answerOnce(deps, onceRequest(c, wanted), async () =>
        plannedInvitation(deps, newInvitation(deps, wanted.name, [{ code: area, role }])),
      );
      return c.json({ ...invitation, url: ownOrigin(c, deps.publicUrl) + invitation.path }, 201);
    });

/** The area in the address, if the caller's account covers it in one of these roles. */
function coveredArea(c: Context<ApiEnv>, roles: readonly ("district" | "street")[]): string {
  const area = areaOf(c);
  requireArea(c.get("actor"), area, roles);
  return area;
}

/** Programs belong to a district as a whole. */
function district(c: Context<ApiEnv>): string {
  const area = coveredArea(c, ["district"]);
  if (placeKind(area) !== "district") throw new Refusal("not-found");
  return area;
}

async function add(deps: Deps, c: Context<ApiEnv>, area: string, kind: PlaceKind): Promise<Response> {
  const wanted = await readJson(c, LIMIT, place);
  if (placeKind(wanted.code) !== kind) {
    throw invalid({ path: "code", code: kind === "street" ? "not-a-street-code" : "not-a-division-code" });
  }
  if (!wanted.code.startsWith(area)) throw invalid({ path: "code", code: "not-in-area" });
  return c.json(await answerOnce(deps, onceRequest(c, wanted), async () => planPlace(deps, wanted)), 201);
}

function listed(places: readonly Place[]) {
  const of = (kind: PlaceKind) => places.filter(({ code }) => placeKind(code) === kind);
  return { streets: of("street"), communities: of("community") };
}
