import type { Key } from "../store/table.ts";

/** The line for an event's places: shards of tickets, and what became of single ones. */
export const linePartition = (event: string) => `N#${event}`;
export const shardKey = (event: string, shard: number): Key => ({
  pk: linePartition(event),
  sk: String(shard).padStart(4, "0"),
});

/** Whether a ticket became a sign-up or was released without one: written once, by whoever comes first. */
export const ticketKey = (event: string, token: string): Key => ({ pk: linePartition(event), sk: `T#${token}` });

/** Somebody who moved up and is still to be told. */
export const PROMOTIONS = "P#";
export const promotionKey = (event: string, token: string): Key => ({
  pk: linePartition(event),
  sk: `${PROMOTIONS}${token}`,
});

/** The sign-up that a receipt, or a printed code with a phone's last digits, stands for; only their hashes are kept. */
export const receiptKey = (hash: string): Key => ({ pk: `Q#${hash}`, sk: "RECEIPT" });

/** How often something was asked in one span of time. */
export const rateKey = (hash: string, span: number): Key => ({ pk: `Q#rate-${hash}`, sk: String(span) });

export const formKey = (code: string): Key => ({ pk: `F#${code}`, sk: "FORM" });
export const formsPartition = (community: string) => `F#of#${community}`;
export const formOfKey = (community: string, kind: string, record: string): Key => ({
  pk: formsPartition(community),
  sk: `${kind}#${record}`,
});

/** A sign-up's id begins with its event, so that the sign-ups of one event are one query. */
export const signUpId = (event: string, token: string) => `${event}-${token}`;
export const signUpPrefix = (event: string) => `${event}-`;
export const tokenOf = (event: string, id: string) => id.slice(signUpPrefix(event).length);
