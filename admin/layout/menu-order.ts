import type { Label } from "../../shared/schema/label.ts";
import { menuHeadings } from "../../shared/words/menu.ts";
import type { RegisterView } from "../providers/contract.ts";

type MenuGroup = { readonly label: Label; readonly lists: readonly string[] };

/** Lists by what they are about, in the order of the day's work; one that is not named here stands after them. */
const GROUPS: readonly MenuGroup[] = [
  {
    label: menuHeadings.people,
    lists: [
      "residents",
      "households",
      "dwellings",
      "buildings",
      "groups",
      "service-targets",
      "aid-applications",
      "visits",
      "maternity-services",
      "placements",
      "census-sheets",
    ],
  },
  {
    label: menuHeadings.matters,
    lists: ["cases", "certificates", "errands", "tasks", "service-items", "duties"],
  },
  {
    label: menuHeadings.events,
    lists: [
      "events",
      "sign-ups",
      "surveys",
      "answers",
      "publicity",
      "trainings",
      "volunteers",
      "publications",
      "open-affairs",
    ],
  },
  {
    label: menuHeadings.safety,
    lists: ["hazards", "inspections", "disaster-reports", "evacuation-pairs", "shelters"],
  },
  {
    label: menuHeadings.votes,
    lists: ["elections", "voters", "meetings", "proposals", "votes", "candidates", "representatives"],
  },
  {
    label: menuHeadings.committee,
    lists: [
      "posts",
      "recruits",
      "handovers",
      "bodies",
      "committees",
      "documents",
      "facilities",
      "awards",
      "assessments",
      "vouchers",
      "receipt-books",
      "donations",
      "restricted-funds",
      "budget-lines",
      "assets",
      "asset-counts",
      "audits",
      "pay-sheets",
      "left-cadres",
      "parameter-values",
    ],
  },
];

/** A heading with the lists below it; lists that belong to no group stand last and have none. */
export type MenuSection = { readonly heading?: Label; readonly lists: readonly RegisterView[] };

/** The lists this reader may see, in sections; a section without any is left out. */
export function menuSections(registers: readonly RegisterView[]): readonly MenuSection[] {
  const grouped = new Set(GROUPS.flatMap(({ lists }) => lists));
  const sections = GROUPS.map(({ label, lists }): MenuSection => {
    const found = lists.map((name) => registers.find((register) => register.name === name));
    return { heading: label, lists: found.filter((register) => register !== undefined) };
  });
  const others = registers.filter(({ name }) => !grouped.has(name));
  return [...sections, { lists: others }].filter(({ lists }) => lists.length > 0);
}

/** The same lists one after another. */
export function inMenuOrder(registers: readonly RegisterView[]): readonly RegisterView[] {
  return menuSections(registers).flatMap(({ lists }) => lists);
}
