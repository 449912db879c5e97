import { type Place, placeKind, placesUnder } from "../accounts/places.ts";
import type { Deps } from "../http/deps.ts";

/** Communities looked at side by side. */
const AT_ONCE = 6;

/** Something of each community of an area, in order of their codes, a few at a time. */
export async function eachCommunity<T>(deps: Deps, area: string, look: (place: Place) => Promise<T>): Promise<T[]> {
  const places = (await placesUnder(deps, area)).filter(({ code }) => placeKind(code) === "community");
  const found: T[] = [];
  for (let start = 0; start < places.length; start += AT_ONCE) {
    found.push(...(await Promise.all(places.slice(start, start + AT_ONCE).map(look))));
  }
  return found;
}
