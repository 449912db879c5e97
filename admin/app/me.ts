import type { CommunityView, Me } from "../providers/contract.ts";
import type { Http } from "../providers/http.ts";

const CHOSEN = "linli.community";

export function readMe(http: Http): Promise<Me> {
  return http<Me>("GET", "/api/me");
}

/** The community to open: the one this tab, then this browser, had last, if the account still has it. */
export function chosenCommunity(me: Me): CommunityView | undefined {
  const remembered = [sessionStorage, localStorage].map((storage) => storage.getItem(CHOSEN));
  return remembered.flatMap((code) => me.communities.find((one) => one.code === code) ?? [])[0] ?? me.communities[0];
}

export function rememberCommunity(code: string): void {
  for (const storage of [sessionStorage, localStorage]) storage.setItem(CHOSEN, code);
}
