import type { Place } from "./places.ts";

/** One person of the demo with an account: who, which posts, and what the sign-in page says on the button. */
export type Staff = {
  readonly community: string;
  readonly login: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly label: { readonly zh: string; readonly en: string };
};

const ROLES = [
  { post: "director", zh: "主任", en: "Director" },
  { post: "clerk", zh: "文书", en: "Clerk" },
  { post: "cashier", zh: "出纳", en: "Cashier" },
  { post: "accountant", zh: "会计", en: "Accountant" },
  { post: "council", zh: "议事会成员", en: "Council member" },
  // A month of the books is reviewed by two.
  { post: "supervision", zh: "监督小组成员", en: "Supervision group" },
  // What is put to residents is discussed by the Party branch first.
  { post: "secretary", zh: "书记", en: "Party secretary" },
] as const;

/** A director, clerk, cashier, accountant, council member, supervisor and secretary of one community. */
export function staffOf(place: Place, prefix: string, names: readonly string[]): Staff[] {
  return ROLES.map(({ post, zh, en }, index) => ({
    community: place.code,
    login: `${prefix}-${post}`,
    name: names[index] ?? zh,
    posts: [post],
    label: { zh: `${place.name} ${zh}`, en: `${en}, ${place.code}` },
  }));
}
