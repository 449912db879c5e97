import type { Values } from "../schema/field.ts";
import { type Bands, bandOn } from "./age-band.ts";
import { ageOn, birthdayAt } from "./calendar.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * Posts of a committee's staff (社区干部), the leading ones first: who holds several is counted by the first of them
 * (S9.6). Councillors, supervisors, group leaders and representatives oversee or help; the accountant is the street's.
 */
export const STAFF_POSTS = [
  "secretary",
  "director",
  "deputy",
  "member",
  "clerk",
  "low-income",
  "social-security",
  "health",
  "floating",
  "sanitation",
  "security",
  "cashier",
] as const;

/** Age bands of S9.2. */
const AGES: Bands<"35-" | "36-55" | "56+"> = [
  [0, "35-"],
  [36, "36-55"],
  [56, "56+"],
];

/** What of a post counts (任职事实); absent where nobody noted it. */
type Fact = {
  readonly [key in "post" | "from" | "until" | "endReason" | "sex" | "origin" | "education" | "birth"]?: string;
};
const KEYS = ["post", "from", "until", "endReason", "sex", "origin", "education", "birth"] as const;

/** One person of the staff on a day: in office, in office a year before, or gone since. */
export type StaffMember = {
  readonly isHeld: boolean;
  readonly wasHeld: boolean;
  readonly post?: string | undefined;
  readonly sex?: string | undefined;
  readonly origin?: string | undefined;
  readonly education?: string | undefined;
  readonly ageBand?: string | undefined;
  readonly age?: number | undefined;
  /** Why the last post ended within the twelve months, where none is held any more; empty where nobody noted it. */
  readonly left?: string;
};

/** What is to be known of a post held; nothing where it is no post of the staff. */
export function staffFacts(values: Values): Values | undefined {
  if (!STAFF_POSTS.some((post) => post === values.post) || typeof values.from !== "string") return undefined;
  return Object.fromEntries(
    KEYS.filter((key) => typeof values[key] === "string").map((key) => [key, values[key] ?? null]),
  );
}

/** The next day on which a post counts otherwise: it begins, ends, either is a year ago, a birthday. */
export function staffChangesOn(values: Values, day: string): string | undefined {
  const { from, until, birth } = values as Fact;
  const dates = [from, until].flatMap((date) => (date === undefined ? [] : [date, birthdayAt(date, 1)]));
  // A post that is long over still tells how old somebody is who holds another one.
  if (birth !== undefined) dates.push(birthdayAt(birth, ageOn(birth, day) + 1));
  return dates.filter((date) => date > day).sort()[0];
}

/**
 * The persons to whom posts of one name belong (一人多职计一人, S9.6): one, or as many as there are different dates of
 * birth; a post without one is of the first of them.
 */
export function staffOn(posts: readonly Values[], day: string): readonly StaffMember[] {
  const facts = posts.map((post) => post as Fact).sort(byRank);
  const births = [...new Set(facts.flatMap(({ birth }) => birth ?? []))].sort();
  const [first] = births;
  return (births.length === 0 ? [undefined] : births).map((birth) =>
    memberOn(
      facts.filter((fact) => fact.birth === birth || (fact.birth === undefined && birth === first)),
      birth,
      day,
    ),
  );
}

function memberOn(facts: readonly Fact[], birth: string | undefined, day: string): StaffMember {
  const held = facts.filter((fact) => isHeldOn(fact, day));
  const wasHeld = facts.some(({ from = day, until }) =>
    isHeldOn({ from: later(from), until: until && later(until) }, day),
  );
  if (held.length === 0) {
    const gone = facts.filter(({ until }) => until !== undefined && until <= day && day < later(until));
    const [last] = gone.sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? 1 : -1));
    return { isHeld: false, wasHeld, ...(last && { left: last.endReason ?? "" }) };
  }
  // What one post's record leaves open another one's may say.
  const known = (key: keyof Fact) => [...held, ...facts].find((fact) => fact[key] !== undefined)?.[key];
  return {
    isHeld: true,
    wasHeld,
    post: held[0]?.post,
    sex: known("sex"),
    origin: known("origin"),
    education: known("education"),
    ...(birth !== undefined && { ageBand: bandOn(AGES, birth, day), age: ageOn(birth, day) }),
  };
}

const later = (date: string) => birthdayAt(date, 1);

function isHeldOn(
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
  day: string,
) {
  return from !== undefined && from <= day && (until === undefined || day < until);
}

/** Leading posts first; among equal ones the order never depends on the order they were read in. */
function byRank(a: Fact, b: Fact): number {
  const rank = ({ post }: Fact) => (STAFF_POSTS as readonly string[]).indexOf(post ?? "");
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return canonicalJson(a) < canonicalJson(b) ? -1 : 1;
}

/** Education in the bands of S9.2: college is every GB/T 4658 code from 10 to 39, illiterate stands with other. */
export function educationBand(code: string | undefined): "college" | "middle" | "primary" | "illiterate" | "unstated" {
  if (code === undefined) return "unstated";
  if (code < "40") return "college";
  if (code < "80") return "middle";
  return code < "90" ? "primary" : "illiterate";
}
