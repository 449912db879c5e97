import type { RegisterView } from "../providers/contract.ts";

/** Lists in the order of the day's work; one that is not named here stands after them. */
const ORDER = [
  "residents",
  "households",
  "dwellings",
  "groups",
  "service-targets",
  "cases",
  "tasks",
  "events",
  "sign-ups",
  "surveys",
  "answers",
  "meetings",
  "proposals",
  "votes",
  "candidates",
  "representatives",
  "posts",
  "handovers",
  "bodies",
  "committees",
];

export function inMenuOrder(registers: readonly RegisterView[]): readonly RegisterView[] {
  const place = ({ name }: RegisterView) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return [...registers].sort((a, b) => place(a) - place(b));
}
