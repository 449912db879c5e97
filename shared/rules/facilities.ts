import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/** What belongs to each set of facilities; a score is how many of these there are (S4.4, S7.1, S9.21). */
export const FACILITIES: Readonly<Record<string, readonly string[]>> = {
  connections: ["water", "power", "road", "cable", "telephone"],
  improvements: ["hardened", "lamps", "greening"],
  rooms: ["room-office", "room-police", "room-reading", "room-culture", "room-meeting", "room-archive"],
  machines: ["dvd", "television", "fax", "computer", "printer"],
  schools: ["school-party", "school-citizens", "school-etiquette", "school-elderly"],
  stations: ["station-service", "station-health", "station-elderly"],
  boards: ["board-law", "board-affairs"],
  place: ["outdoor"],
  ones: ["leading-group", "centre", "guide", "volunteers", "recreation", "notice-board", "school", "touch-screen"],
  premises: ["office-rooms", "service-rooms", "clinic", "kindergarten", "elderly-fitness"],
};

/** The six sets that together make the 21 items of S9.21. */
export const TWENTY_ONE = ["rooms", "machines", "schools", "stations", "boards", "place"] as const;

/** An item stands in its own set; what there is has been there since some day, and rooms have come from somebody. */
export function facilityProblems({ set, item, has, since, source }: Values): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (typeof set === "string" && typeof item === "string" && !FACILITIES[set]?.includes(item)) {
    problems.push({ path: "item", code: "item-of-other-set" });
  }
  if (has === true && !since) problems.push({ path: "since", code: "required" });
  if (has === true && set === "premises" && !source) problems.push({ path: "source", code: "required" });
  return problems;
}
