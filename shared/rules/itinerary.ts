import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/**
 * An itinerary (行程) cannot begin before people gather (S1.6); the first stop that says a time is where it begins. The way
 * to mend it is told with it: gather at that time.
 */
export function itineraryProblems({ gather, stops }: Values): FieldProblem[] {
  if (typeof gather !== "string" || !Array.isArray(stops)) return [];
  const times = stops.map((stop) => (typeof stop === "object" && typeof stop.time === "string" ? stop.time : ""));
  const first = times.findIndex((time) => time !== "");
  const gatherTime = gather.slice("yyyy-mm-ddT".length);
  if (first < 0 || String(times[first]) >= gatherTime) return [];
  const proposed = `${gather.slice(0, -gatherTime.length)}${times[first]}`;
  return [
    {
      path: `stops.${first}.time`,
      code: "before-gathering",
      params: { time: gatherTime, first: String(times[first]), fix: "gather", proposed },
    },
  ];
}
