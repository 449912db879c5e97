import type { CommunityView, Me } from "../providers/contract.ts";
import type { Http } from "../providers/http.ts";

const CHOSEN = "linli.community";

export function readMe(http: Http): Promise<Me> {
  return http<Me>("GET", "/api/me");
}

/** The community to open: the one this tab, then this browser, had last, if the account still has it. */
export function chosenCommunity(me: Me): CommunityView | undefined {
  const known = rememberedCommunities().flatMap((code) => me.communities.find((one) => one.code === code) ?? []);
  return known[0] ?? me.communities[0];
}

/** Whether an account works above the communities, holding no post in any: its first page is the street's (街道). */
export function isAbove({ areas, communities }: Me): boolean {
  return areas.some(({ role }) => role === "street") && communities.every(({ posts }) => posts.length === 0);
}

/** Codes of the communities that were open last, in this tab and in this browser. */
export function rememberedCommunities(): readonly string[] {
  return [sessionStorage, localStorage].flatMap((storage) => storage.getItem(CHOSEN) ?? []);
}

export function rememberCommunity(code: string): void {
  for (const storage of [sessionStorage, localStorage]) storage.setItem(CHOSEN, code);
}
