import { randomBytes } from "node:crypto";
import { Refusal } from "../../shared/contract/refusal.ts";
import { type Client, clientItem } from "../guard/account-items.ts";
import { clientKey, endedClientKey, hashOf } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import { type PlannedItem, transactItem, type Write } from "../store/transact.ts";
import type { PlannedAnswer } from "./answer-once.ts";
import { newSecret } from "./secret.ts";

/** A new secret lives beside the one before, so that a program can be given it without a gap. */
const LIVE_SECRETS = 2;
/** Longer than any token of a program lasts. */
const ENDED_SECONDS = 3600;

export type ClientView = {
  readonly clientId: string;
  readonly name: string;
  readonly area: string;
  readonly createdAt: string;
  readonly secrets: number;
};

/** A client with a secret that is shown when it is made, and never after. */
export type NewSecret = ClientView & { readonly clientSecret: string };

/** Plans a district's program (区级客户端) and its first secret. */
export async function planClient(deps: Deps, area: string, name: string): Promise<PlannedAnswer<NewSecret>> {
  const clientSecret = newSecret();
  const id = `${area}-${randomBytes(9).toString("base64url").replaceAll("_", "0").replaceAll("-", "1")}`;
  const secrets = [{ hash: hashOf(clientSecret), at: deps.now() }];
  const client: Client = { client: id, area, name, createdAt: deps.now(), secrets };
  const items = [planned(deps, { put: { ...clientKey(id), ...client }, only: "absent" })];
  return { items, answer: { ...viewOf(client), clientSecret } };
}

/** Plans a further secret; the oldest beyond two stops working. */
export async function planSecret(deps: Deps, area: string, id: string): Promise<PlannedAnswer<NewSecret>> {
  const client = await clientOf(deps, area, id);
  const clientSecret = newSecret();
  const secrets = [...client.secrets, { hash: hashOf(clientSecret), at: deps.now() }].slice(-LIVE_SECRETS);
  const changed = { ...client, secrets };
  const items = [planned(deps, { put: { ...clientKey(id), ...changed }, only: { secrets: client.secrets } })];
  return { items, answer: { ...viewOf(changed), clientSecret } };
}

export async function listClients(deps: Deps, area: string): Promise<ClientView[]> {
  const found = await openItems(deps.documents, deps.tables.accounts).list(clientKey(`${area}-`).pk, `${area}-`);
  return found.map((item) => viewOf(clientItem.parse(item)));
}

/** Plans the end of a client and of the tokens it still has: a mark outlasts these, and its id is never given again. */
export async function planRemoval(deps: Deps, area: string, id: string): Promise<PlannedAnswer<null>> {
  await clientOf(deps, area, id);
  const mark = { ...endedClientKey(id), ttl: Math.ceil(deps.now() / 1000) + ENDED_SECONDS };
  return { items: [planned(deps, { remove: clientKey(id) }), planned(deps, { put: mark })], answer: null };
}

/** A write that stands on what was read; when that has moved, it is worked out again. */
function planned(deps: Deps, write: Write): PlannedItem {
  return { item: transactItem(deps.tables.accounts, write), refusal: () => new Refusal("stale") };
}

async function clientOf(deps: Deps, area: string, id: string): Promise<Client> {
  const item = id.startsWith(`${area}-`) && (await openItems(deps.documents, deps.tables.accounts).get(clientKey(id)));
  if (!item) throw new Refusal("not-found");
  return clientItem.parse(item);
}

function viewOf(client: Client): ClientView {
  return {
    clientId: client.client,
    name: client.name,
    area: client.area,
    createdAt: new Date(client.createdAt).toISOString(),
    secrets: client.secrets.length,
  };
}
