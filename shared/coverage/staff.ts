import { post } from "../codes/post.ts";
import { POST_ROLES } from "../guard/roles.ts";
import { type Coverage, coveredBut, type Gap, isCurrent, type Row, textOf } from "../schema/coverage.ts";

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
    const people = personsOf(held);
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

/** Posts that a committee's staff hold between them (S9.3). */
const USUAL_POSTS = ["secretary", "director", "clerk", "low-income", "social-security", "health", "floating"] as const;

/** What the staff do beside these: other duty lines, and the till. Members and deputies are elected, not taken on. */
const WORKING: ReadonlySet<string> = new Set([...USUAL_POSTS, "sanitation", "security", "cashier"]);

/** The usual posts are held, by no fewer and no more than the usual number of persons (C1, S9.3). */
export const staffNumber: Coverage = {
  name: "staff-number",
  label: { zh: "工作人员配备", en: "Staff of the committee" },
  definition: {
    zh: "书记、主任、文书、低保、社保、卫健、流管七个职务都有人担任，且工作人员人数在规则的范围内（一般5至8人，一人多职的计一人）。只作提醒。",
    en: "Secretary, director, clerk and the officers for minimum allowance, social security, health and floating population are there, and the staff are as many as the rule says (usually 5 to 8; who holds several posts counts once). It is only told.",
  },
  reads: ["posts"],
  of: (lists, today, numbers) => {
    const held = lists("posts").filter((row) => WORKING.has(textOf(row, "post")) && isCurrent(row, today));
    const vacant = USUAL_POSTS.filter((one) => !held.some((row) => textOf(row, "post") === one));
    const [least, most] = [numbers("staff.least"), numbers("staff.most")];
    const staff = personsOf(held).size;
    const gaps: Gap[] = vacant.map((one) => ({ title: post.codes[one] ?? one, why: VACANT, register: "posts" }));
    if ((least !== null && staff < least) || (most !== null && staff > most)) {
      const range = [least ?? 0, most ?? "∞"];
      const why = { zh: `应为 ${range.join("–")} 人`, en: `There should be ${range.join(" to ")}` };
      gaps.push({ title: { zh: `工作人员 ${staff} 人`, en: `Staff of ${staff}` }, why, register: "posts" });
    }
    return coveredBut(USUAL_POSTS.length + 1, gaps);
  },
};

const VACANT = { zh: "无人担任", en: "Nobody holds it" };

/** Posts by whom they belong to: the account, or the name where there is none. */
function personsOf(held: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const people = new Map<string, Row[]>();
  for (const row of held) {
    const who = textOf(row, "account") || textOf(row, "person");
    people.set(who, [...(people.get(who) ?? []), row]);
  }
  return people;
}

function isStaff(row: Row): boolean {
  const held = textOf(row, "post");
  return Object.hasOwn(POST_ROLES, held) && !OVERSEE.has(held);
}
