import { POST_ROLES } from "../guard/roles.ts";
import { type Coverage, coveredBut, isCurrent, type Row, textOf } from "../schema/coverage.ts";

/** Posts of an honour, not of daily work. */
const OVERSEE: ReadonlySet<string> = new Set(["council", "supervision", "accountant"]);

/** Everybody who works for the committee was trained this year (培训, S2.7, S9.5); one who holds two posts counts once. */
export const staffTrained: Coverage = {
  name: "staff-trained",
  label: { zh: "工作人员年度培训", en: "Staff trained this year" },
  definition: {
    zh: "本年参加过培训（在培训记录的参加人员中）的现任工作人员，一人多职的计一人。",
    en: "Staff in office who came to a training this year. Whoever holds several posts counts once.",
  },
  reads: ["posts", "trainings"],
  of: (lists, today) => {
    const year = today.slice(0, 4);
    const held = lists("posts").filter((row) => isStaff(row) && isCurrent(row, today));
    const people = new Map<string, Row[]>();
    for (const row of held) {
      const who = textOf(row, "account") || textOf(row, "person");
      people.set(who, [...(people.get(who) ?? []), row]);
    }
    const attended = new Set(
      lists("trainings")
        .filter((row) => textOf(row, "date").startsWith(year))
        .flatMap(({ values }) => (Array.isArray(values.staff) ? values.staff.map(String) : [])),
    );
    const bare = [...people.values()].filter((posts) => !posts.some(({ id }) => attended.has(id)));
    const why = { zh: "本年没有培训记录", en: "No training this year" };
    const gaps = bare.flatMap(([row]) =>
      row ? [{ title: textOf(row, "person"), why, register: "posts", id: row.id }] : [],
    );
    return coveredBut(people.size, gaps);
  },
};

function isStaff(row: Row): boolean {
  const post = textOf(row, "post");
  return Object.hasOwn(POST_ROLES, post) && !OVERSEE.has(post);
}
