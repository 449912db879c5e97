import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import { addSecret, createClient, listClients, removeClient } from "../../accounts/clients.ts";
import { newInvitation } from "../../accounts/invite.ts";
import { addPlace, namePlace, type Place, type PlaceKind, placeKind, placesUnder } from "../../accounts/places.ts";
import { requireArea } from "../../guard/rights-in.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { areaOf, idOf } from "../../http/path.ts";
import { openItems } from "../../keys/items.ts";
import type { ApiEnv } from "../env.ts";

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
      const wanted = { code: area, name: (await readJson(c, LIMIT, named)).name };
      await namePlace(deps, wanted);
      return c.json(wanted);
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
    .get("/areas/:area/clients", async (c) => {
      return c.json({ clients: await listClients(deps, district(c)) });
    })
    .post("/areas/:area/clients", async (c) => {
      const area = district(c);
      const client = await createClient(deps, area, (await readJson(c, LIMIT, named)).name);
      return c.json({ ...client, tokenEndpoint: `${ownOrigin(c, deps.publicUrl)}/auth/token` }, 201);
    })
    .post("/areas/:area/clients/:id/secrets", async (c) => {
      const client = await addSecret(deps, district(c), idOf(c));
      return c.json({ ...client, tokenEndpoint: `${ownOrigin(c, deps.publicUrl)}/auth/token` }, 201);
    })
    .delete("/areas/:area/clients/:id", async (c) => {
      await removeClient(deps, district(c), idOf(c));
      return c.body(null, 204);
    })
    .post("/areas/:area/invitations", async (c) => {
      const area = coveredArea(c, ["district"]);
      const role = placeKind(area) === "street" ? "street" : "district";
      const wanted = await readJson(c, LIMIT, named);
      const { writes, ...invitation } = newInvitation(deps, wanted.name, [{ code: area, role }]);
      await openItems(deps.documents, deps.tables.accounts).write(...writes);
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
  if (!(await addPlace(deps, wanted))) throw new Refusal("conflict", [{ path: "code", code: "not-unique" }]);
  return c.json(wanted, 201);
}

function listed(places: readonly Place[]) {
  const of = (kind: PlaceKind) => places.filter(({ code }) => placeKind(code) === kind);
  return { streets: of("street"), communities: of("community") };
}
