import { addDays } from "../rules/calendar.ts";
import { type Coverage, coveredBut, type Gap, isCurrent, type Lists, type Row, textOf } from "../schema/coverage.ts";

/** Kinds of service targets who may need help to get away (S4.10). */
const NEED_HELP: ReadonlySet<string> = new Set(["lonely-old", "alone-old", "disabled", "minor"]);

/** Everybody who needs help to get away has somebody who helps (结对转移, S4.10). */
export const evacuation: Coverage = {
  name: "evacuation",
  label: { zh: "结对转移", en: "Evacuation pairs" },
  definition: {
    zh: "孤寡、独居、残疾和困境儿童等服务对象，已有结对帮助人的。",
    en: "Elderly who are lonely or live alone, disabled persons and minors in difficulty who have a helper.",
  },
  reads: ["service-targets", "residents", "evacuation-pairs"],
  restricted: "serviceKind",
  of: (lists, today) => {
    const paired = new Set(lists("evacuation-pairs").map((row) => textOf(row, "target")));
    const needing = current(lists, today).filter((row) => NEED_HELP.has(textOf(row, "kind")));
    const persons = [...new Map(needing.map((row) => [textOf(row, "resident"), row])).values()];
    const why = { zh: "没有结对帮助人", en: "Nobody helps yet" };
    const bare = persons.filter((row) => !paired.has(textOf(row, "resident")));
    return coveredBut(
      persons.length,
      bare.map((row) => gapOf(lists, row, why)),
    );
  },
};

/** Visits that are due (走访到期, S5.8): by each person's own interval, counted from the last visit. */
export const visitsDue: Coverage = {
  name: "visits-due",
  label: { zh: "按期走访", en: "Visits in time" },
  definition: {
    zh: "约定了走访间隔的服务对象中，还没有到下次走访日期的。从最近一次走访（没有的从建档日）起算。",
    en: "Service targets with an interval of visits whose next visit is not overdue, counted from the last visit, or from the day they were entered.",
  },
  reads: ["service-targets", "residents", "visits"],
  of: (lists, today) => {
    const last = new Map<string, string>();
    for (const row of lists("visits")) {
      const [who, on] = [textOf(row, "resident"), textOf(row, "on")];
      if (who !== "" && on > (last.get(who) ?? "")) last.set(who, on);
    }
    const visited = current(lists, today).filter(({ values }) => typeof values.visitEveryDays === "number");
    const gaps = visited.flatMap((row): Gap[] => {
      const seen = last.get(textOf(row, "resident"));
      const due = addDays(seen ?? textOf(row, "from"), Number(row.values.visitEveryDays));
      if (due >= today) return [];
      const why = seen
        ? { zh: `上次走访 ${seen}`, en: `Last visited on ${seen}` }
        : { zh: "还没有走访过", en: "Never visited" };
      return [{ ...gapOf(lists, row, why), due }];
    });
    return coveredBut(visited.length, gaps);
  },
};

/** Help to find work (就业帮扶, S6.11, S9.7): the unemployed on the list who were told of a post this year. */
export const jobHelp: Coverage = {
  name: "job-help",
  label: { zh: "失业人员就业介绍", en: "Unemployed told of a post" },
  definition: {
    zh: "在册失业人员中，本年介绍过岗位的。",
    en: "Unemployed service targets who were told of a post this year.",
  },
  reads: ["service-targets", "residents", "placements"],
  restricted: "serviceKind",
  of: (lists, today) => {
    const year = today.slice(0, 4);
    const introduced = lists("placements").filter((row) => textOf(row, "introduced").startsWith(year));
    const told = new Set(introduced.map((row) => textOf(row, "target")));
    const unemployed = current(lists, today).filter((row) => textOf(row, "kind") === "unemployed");
    const why = { zh: "本年未介绍岗位", en: "Told of no post this year" };
    const gaps = unemployed.filter(({ id }) => !told.has(id)).map((row) => gapOf(lists, row, why));
    return coveredBut(unemployed.length, gaps);
  },
};

const current = (lists: Lists, today: string) => lists("service-targets").filter((row) => isCurrent(row, today));

function gapOf(lists: Lists, row: Row, why: Gap["why"]): Gap {
  const resident = lists("residents").find(({ id }) => id === textOf(row, "resident"));
  return { title: resident ? textOf(resident, "name") : "", why, register: "service-targets", id: row.id };
}
