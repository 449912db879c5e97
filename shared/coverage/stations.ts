import { type Coverage, coveredBut, type Gap, isCurrent, type Lists, type Row, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** Every work station has members and works (工作站, S4.5): it held an activity or handled a case this year. */
export const stationsActive: Coverage = {
  name: "stations-active",
  label: { zh: "工作站开展工作", en: "Work stations at work" },
  definition: {
    zh: "除负责人外还有现任成员，且本年主办过活动或承办过事项的工作站。",
    en: "Work stations with members beside their head that held an activity or handled a case this year.",
  },
  reads: ["bodies", "posts", "events", "cases"],
  of: (lists, today) => {
    const stations = lists("bodies").filter((row) => textOf(row, "layer") === "station");
    const gaps = stations.flatMap((body): Gap[] => {
      const why = idleness(lists, body, today);
      return why ? [{ title: textOf(body, "name"), why, register: "bodies", id: body.id }] : [];
    });
    return coveredBut(stations.length, gaps);
  },
};

function idleness(lists: Lists, { id }: Row, today: string): Label | undefined {
  const year = today.slice(0, 4);
  const members = lists("posts").filter(
    (row) => textOf(row, "body") === id && textOf(row, "post") !== "head" && isCurrent(row, today),
  );
  if (members.length === 0) return { zh: "没有成员", en: "It has no members" };
  const isActive =
    lists("events").some((row) => textOf(row, "organiser") === id && textOf(row, "gather").startsWith(year)) ||
    lists("cases").some((row) => textOf(row, "station") === id && textOf(row, "received").startsWith(year));
  return isActive ? undefined : { zh: "本年没有活动和事项", en: "No activity and no case this year" };
}
