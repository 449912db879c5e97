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
      "visits",
      "placements",
      "census-sheets",
    ],
  },
  {
    label: menuHeadings.matters,
    lists: ["cases", "errands", "tasks", "service-items", "duties"],
  },
  {
    label: menuHeadings.events,
    lists: ["events", "sign-ups", "surveys", "answers", "publicity", "trainings", "volunteers", "publications"],
  },
  {
    label: menuHeadings.safety,
    lists: ["hazards", "inspections", "disaster-reports", "evacuation-pairs", "shelters"],
  },
  {
    label: menuHeadings.votes,
    lists: ["meetings", "proposals", "votes", "candidates", "representatives"],
  },
  {
    label: menuHeadings.committee,
    lists: [
      "posts",
      "handovers",
      "bodies",
      "committees",
      "documents",
      "facilities",
      "assessments",
      "vouchers",
      "parameter-values",
    ],
  },
];

const ORDER = GROUPS.flatMap(({ lists }) => lists);

export function inMenuOrder(registers: readonly RegisterView[]): readonly RegisterView[] {
  const place = ({ name }: RegisterView) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return [...registers].sort((a, b) => place(a) - place(b));
}

/** The heading that stands above a list in the menu, where it is the first of its group that the reader may read. */
export function headingOf(registers: readonly RegisterView[], name: string): Label | undefined {
  const group = GROUPS.find(({ lists }) => lists.includes(name));
  const [first] = inMenuOrder(registers.filter((register) => group?.lists.includes(register.name)));
  return first?.name === name ? group?.label : undefined;
}
