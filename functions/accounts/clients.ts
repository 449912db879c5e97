import { randomBytes } from "node:crypto";
import { Refusal } from "../../shared/contract/refusal.ts";
import { type Client, clientItem } from "../guard/account-items.ts";
import { clientKey, hashOf } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../keys/items.ts";
import { newSecret } from "./secret.ts";

/** A new secret lives beside the one before, so that a program can be given it without a gap. */
const LIVE_SECRETS = 2;

export type ClientView = {
  readonly clientId: string;
  readonly name: string;
  readonly area: string;
  readonly createdAt: string;
  readonly secrets: number;
};

/** A district's program (区级客户端) and its secret, which is shown this one time. */
export async function createClient(
  deps: Deps,
  area: string,
  name: string,
): Promise<ClientView & { clientSecret: string }> {
  const clientSecret = newSecret();
  const id = `${area}-${randomBytes(9).toString("base64url").replaceAll("_", "0").replaceAll("-", "1")}`;
  const secrets = [{ hash: hashOf(clientSecret), at: deps.now() }];
  const client: Client = { client: id, area, name, createdAt: deps.now(), secrets };
  await openItems(deps.documents, deps.tables.accounts).write({ put: { ...clientKey(id), ...client }, only: "absent" });
  return { ...viewOf(client), clientSecret };
}

/** A further secret; the oldest beyond two stops working. */
export async function addSecret(deps: Deps, area: string, id: string): Promise<ClientView & { clientSecret: string }> {
  const items = openItems(deps.documents, deps.tables.accounts);
  for (;;) {
    const client = await clientOf(deps, area, id);
    const clientSecret = newSecret();
    const secrets = [...client.secrets, { hash: hashOf(clientSecret), at: deps.now() }].slice(-LIVE_SECRETS);
    const changed = { ...client, secrets };
    const written = await items.write({ put: { ...clientKey(id), ...changed }, only: { secrets: client.secrets } });
    if (written) return { ...viewOf(changed), clientSecret };
  }
}

export async function listClients(deps: Deps, area: string): Promise<ClientView[]> {
  const found = await openItems(deps.documents, deps.tables.accounts).list(clientKey(`${area}-`).pk, `${area}-`);
  return found.map((item) => viewOf(clientItem.parse(item)));
}

/** Ends a client; tokens it still has run out within ten minutes. */
export async function removeClient(deps: Deps, area: string, id: string): Promise<void> {
  await clientOf(deps, area, id);
  await openItems(deps.documents, deps.tables.accounts).remove(clientKey(id));
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
