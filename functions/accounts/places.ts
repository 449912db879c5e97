import * as z from "zod/mini";
import { isDivisionCode } from "../../shared/rules/division-code.ts";
import { areaKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../keys/items.ts";

/** A district, street or community by its code and name (行政区划). */
const placeItem = z.object({ code: z.string(), name: z.string() });
export type Place = z.infer<typeof placeItem>;

export type PlaceKind = "district" | "street" | "community";

/** What a code stands for, by its length. */
export function placeKind(code: string): PlaceKind | undefined {
  if (/^[1-9]\d{5}$/.test(code)) return "district";
  if (/^[1-9]\d{8}$/.test(code)) return "street";
  return isDivisionCode(code) ? "community" : undefined;
}

/** Every place of an area with a name: the area itself, its streets and communities. */
export async function placesUnder(deps: Deps, area: string): Promise<Place[]> {
  const found = await openItems(deps.documents, deps.tables.records).list(areaKey(area).pk, area);
  return found.map((item) => placeItem.parse(item));
}

export async function placeNamed(deps: Deps, code: string): Promise<Place | undefined> {
  const item = await openItems(deps.documents, deps.tables.records).get(areaKey(code));
  return item && placeItem.parse(item);
}

/** Adds a street or community; false when its code is there already. */
export async function addPlace(deps: Deps, place: Place): Promise<boolean> {
  const item = { ...areaKey(place.code), ...place, kind: placeKind(place.code), createdAt: deps.now() };
  return openItems(deps.documents, deps.tables.records).write({ put: item, only: "absent" });
}

/** Gives a place its name, new or changed. */
export async function namePlace(deps: Deps, place: Place): Promise<void> {
  const item = { ...areaKey(place.code), ...place, kind: placeKind(place.code), createdAt: deps.now() };
  await openItems(deps.documents, deps.tables.records).write({ put: item });
}
