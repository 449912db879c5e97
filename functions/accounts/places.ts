import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { isDivisionCode } from "../../shared/rules/division-code.ts";
import { areaKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import { transactItem } from "../store/transact.ts";
import type { PlannedAnswer } from "./answer-once.ts";

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

/** Plans a street or community; refused when its code is there already. */
export function planPlace(deps: Deps, place: Place): PlannedAnswer<Place> {
  const refusal = () => new Refusal("conflict", [{ path: "code", code: "not-unique" }]);
  return { items: [{ item: placePut(deps, place, "absent"), refusal }], answer: place };
}

/** Plans the name of a place, new or changed. */
export function planName(deps: Deps, place: Place): PlannedAnswer<Place> {
  return { items: [{ item: placePut(deps, place), refusal: () => new Refusal("conflict") }], answer: place };
}

function placePut(deps: Deps, place: Place, only?: "absent") {
  const put = { ...areaKey(place.code), ...place, kind: placeKind(place.code), createdAt: deps.now() };
  return transactItem(deps.tables.records, { put, ...(only && { only }) });
}
