import { type AreaRole, type Rights, rightsOf } from "../../shared/guard/rights.ts";
import { RIGHTS, type Right } from "../../shared/guard/roles.ts";
import { inForce } from "../../shared/guard/terms.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { memberKey } from "../guard/account-keys.ts";
import { readHolder } from "../guard/rights-in.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import { type Place, placeKind, placeNamed, placesUnder } from "./places.ts";

export type CommunityView = {
  readonly code: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly roles: readonly string[];
  /** Rights in the community as a whole, or on some of its lists. */
  readonly rights: readonly Right[];
};

export type AreaView = AreaRole & { readonly name: string; readonly streets: readonly Place[] };

/** Where an account works: communities by its posts, and everything its area roles cover. */
export async function memberships(
  deps: Deps,
  account: string,
  areas: readonly AreaRole[],
): Promise<{ communities: CommunityView[]; areas: AreaView[] }> {
  const found = new Map<string, CommunityView>();
  const views: AreaView[] = [];
  for (const area of areas) {
    const places = await placesUnder(deps, area.code);
    const isStreet = (place: Place) => placeKind(place.code) === "street" && place.code !== area.code;
    const name = places.find(({ code }) => code === area.code)?.name ?? area.code;
    views.push({ ...area, name, streets: places.filter(isStreet) });
    if (area.role === "client") continue;
    for (const { code, name } of places.filter((place) => placeKind(place.code) === "community")) {
      found.set(code, viewOf({ code, name }, rightsOf([], [area.role])));
    }
  }
  const items = await openItems(deps.documents, deps.tables.records).list(memberKey(account, "").pk);
  const held = await Promise.all(items.map(({ sk }) => byPosts(deps, account, String(sk), areas)));
  for (const view of held) if (view) found.set(view.code, view);
  return { communities: [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), areas: views };
}

async function byPosts(
  deps: Deps,
  account: string,
  community: string,
  areas: readonly AreaRole[],
): Promise<CommunityView | undefined> {
  const [{ terms }, place] = await Promise.all([readHolder(deps, account, community), placeNamed(deps, community)]);
  const day = dayOf(deps.now());
  const posts = [...new Set(terms.filter((term) => inForce(term, day)).map(({ post }) => post))];
  const roles = areas.filter(({ code }) => community.startsWith(code)).map(({ role }) => role);
  const rights = rightsOf(posts, roles);
  return rights.isNobody ? undefined : viewOf(place ?? { code: community, name: community }, rights);
}

function viewOf({ code, name }: Place, rights: Rights): CommunityView {
  return {
    code,
    name,
    posts: rights.posts,
    roles: rights.roles,
    rights: RIGHTS.filter((right) => rights.can(right)),
  };
}
