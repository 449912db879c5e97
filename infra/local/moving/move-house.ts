import type { Move } from "../instance.ts";
import { exportCommunity, type House } from "./export-community.ts";
import { importCommunity } from "./import-community.ts";

/** Moves a community out into a file, or in from one, and says in a sentence what was done. */
export async function moveHouse(house: House, wanted: Move): Promise<string> {
  if ("to" in wanted) {
    const items = await exportCommunity(house, wanted.community, wanted.to, wanted.passphrase, new Date());
    return `${wanted.to}: ${items} items of ${wanted.community}.`;
  }
  const { community, name, items } = await importCommunity(house, wanted.from, wanted.passphrase);
  return `${name} (${community}) is here, with ${items} items. Its staff sign in with new links: renew their invitations.`;
}
