import { ConnectionLost, DynamoError } from "../../../../infra/local/dynamodb/errors.ts";
import type { Random } from "../../../../infra/local/dynamodb/random.ts";
import { ask } from "../remote.ts";
import { type Held, nextWrite, type Write } from "./writes.ts";

/** One client: what it knows to be there, and the write whose answer it never got. */
export type Client = {
  readonly name: string;
  held: Held;
  doubtful: Write | undefined;
  /** How often this client has moved each common counter on. */
  readonly moved: Map<string, number>;
};

export const newClient = (name: string): Client => ({ name, held: new Map(), doubtful: undefined, moved: new Map() });

export function settle(client: Client, { after, counter }: Write): void {
  client.held = after;
  client.doubtful = undefined;
  if (counter) client.moved.set(counter, (client.moved.get(counter) ?? 0) + 1);
}

/** Writes one thing after another until the server is gone, and tells of each answer. */
export async function writeUntilGone(
  client: Client,
  endpoint: string,
  random: Random,
  answered: () => void,
): Promise<void> {
  for (;;) {
    const write = nextWrite(client.name, client.held, random);
    client.doubtful = write;
    const outcome = await attempt(endpoint, write, random.chance(0.2));
    if (outcome === "lost") return;
    const meant = write.after === client.held ? "refused" : "done";
    // Only another client at the same counter may spoil a transaction that was meant to go through.
    if (outcome !== meant && !(outcome === "refused" && write.counter)) {
      throw new Error(`${outcome}, but was to be ${meant}: ${write.operation} ${JSON.stringify(write.input)}`);
    }
    if (outcome === "done") settle(client, write);
    else client.doubtful = undefined;
    answered();
  }
}

/** A transaction may be sent twice at once under its one token; it is done when either of the two is confirmed. */
async function attempt(endpoint: string, { operation, input }: Write, twice: boolean) {
  const body = JSON.stringify(input);
  const times = twice && operation === "TransactWriteItems" ? 2 : 1;
  const tries = await Promise.allSettled(Array.from({ length: times }, () => ask(endpoint, operation, body)));
  if (tries.some(({ status }) => status === "fulfilled")) return "done";
  const reasons: unknown[] = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  if (reasons.some((reason) => reason instanceof ConnectionLost)) return "lost";
  const stranger = reasons.find((reason) => !(reason instanceof DynamoError && EXPECTED.includes(reason.name)));
  if (stranger) throw stranger;
  return "refused";
}

const EXPECTED = ["ConditionalCheckFailedException", "TransactionCanceledException", "TransactionInProgressException"];
