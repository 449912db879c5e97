import type { TranslationMessages } from "react-admin";
import { inMenuOrder } from "../layout/menu-order.ts";
import type { Me, RegisterView } from "../providers/contract.ts";
import { type Http, newId } from "../providers/http.ts";
import { withAccountNames } from "../records/account-list.ts";
import { createRecordList, type RecordList } from "../records/record-list.ts";
import { referencedRegisters } from "../records/referenced-registers.ts";
import { listInAddress } from "./address.ts";
import { currentLanguage } from "./language.ts";
import { chosenCommunity, readMe, rememberCommunity, rememberedCommunities } from "./me.ts";
import { messagesIn } from "./messages.ts";
import { claimTab, type Tabs } from "./tabs.ts";

/** What the console opens with: who is signed in, the lists they may read, the words, and lists already on their way. */
export type Opened = {
  readonly me: Me;
  readonly tabs: Tabs;
  readonly registers: readonly RegisterView[];
  readonly messages: TranslationMessages;
  readonly lists: ReadonlyMap<string, RecordList>;
};

type Community = Pick<Opened, "registers" | "lists">;

/**
 * Asks for everything the first screen needs, as much of it at once as can be (打开). The community is the one of last
 * time until the server says whose it is; the list named in the address is read while the console's scripts arrive.
 */
export async function openConsole(http: Http, wanted: string | undefined): Promise<Opened> {
  if (wanted !== undefined) rememberCommunity(wanted);
  const [guess] = rememberedCommunities();
  const guessed = guess === undefined ? undefined : readCommunity(http, guess);
  // It may belong to whoever used this browser before; then it is not looked at.
  guessed?.catch(() => undefined);
  const [me, messages, tabs] = await Promise.all([readMe(http), messagesIn(currentLanguage()), thisTab()]);
  const chosen = chosenCommunity(me);
  if (!chosen) return { me, tabs, messages, registers: [], lists: new Map() };
  const { registers, lists } = await (guessed && chosen.code === guess ? guessed : readCommunity(http, chosen.code));
  rememberCommunity(chosen.code);
  const mayName = chosen.rights.includes("invite");
  return { me, tabs, messages, registers: inMenuOrder(withAccountNames(registers, mayName)), lists };
}

let claimed: Promise<Tabs> | undefined;

function thisTab(): Promise<Tabs> {
  claimed ??= claimTab({
    channel: new BroadcastChannel("linli.tabs"),
    place: sessionStorage,
    newId,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return claimed;
}

async function readCommunity(http: Http, code: string): Promise<Community> {
  const path = `/api/communities/${code}/registers`;
  const { registers } = await http<{ registers: RegisterView[] }>("GET", path);
  const byName = new Map(registers.map((register) => [register.name, register]));
  const first = byName.get(listInAddress() ?? "");
  const wanted = first ? [first, ...referencedRegisters(first, (name) => byName.get(name))] : [];
  const lists = wanted.map(({ name }) => createRecordList(http, `${path}/${name}`, name));
  for (const list of lists) void list.load();
  return { registers, lists: new Map(lists.map((list) => [list.name, list])) };
}
