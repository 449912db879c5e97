import { createHash } from "node:crypto";

type Key = { readonly pk: string; readonly sk: string };

/** Keys of the Accounts table. Secrets stand in it only as their hash. */
export const accountKey = (account: string): Key => ({ pk: `A#${account}`, sk: "ACCOUNT" });
export const accessKey = (account: string, id: string): Key => ({ pk: `A#${account}`, sk: `ACCESS#${id}` });
export const loginKey = (login: string): Key => ({ pk: `L#${login}`, sk: "LOGIN" });
export const sessionKey = (secret: string): Key => sessionKeyOf(hashOf(secret));
export const sessionKeyOf = (hash: string): Key => ({ pk: `S#${hash}`, sk: "SESSION" });
/** Right password given, code not yet. */
export const secondStepKey = (ticket: string): Key => ({ pk: `T#${hashOf(ticket)}`, sk: "SECOND" });
/** Gone to the outside issuer, not back yet. */
export const outsideRoundKey = (secret: string): Key => ({ pk: `T#${hashOf(secret)}`, sk: "OUTSIDE" });
/** Which account an outside subject belongs to, by the subject's keyed hash: there is one, or none. */
export const subjectKey = (hash: string): Key => ({ pk: `U#${hash}`, sk: "SUBJECT" });
export const invitationKey = (secret: string): Key => invitationKeyOf(hashOf(secret));
export const invitationKeyOf = (hash: string): Key => ({ pk: `I#${hash}`, sk: "INVITATION" });
/** A client's id begins with its area, so that an area's clients are one query. */
export const clientKey = (client: string): Key => ({ pk: `D#${client.slice(0, 6)}`, sk: client });
/** That a client was ended, for as long as a token of it might be shown. */
export const endedClientKey = (client: string): Key => ({ pk: `A#${client}`, sk: "ENDED" });
/** What was answered under a caller's idempotency key, by the hash of both. */
export const onceKey = (hash: string): Key => ({ pk: `O#${hash}`, sk: "ANSWER" });
export const failuresKey = (subject: string): Key => ({ pk: `W#${hashOf(subject)}`, sk: "FAILURES" });
export const demoKey: Key = { pk: "W#demo", sk: "DEMO" };

/** Keys of the Records table that say who may do what, and what there is. */
export const holderKey = (community: string, account: string): Key => ({
  pk: `G#${community}`,
  sk: `A#${account}`,
});
/** Terms of the posts that exclude each other across a community: one director, cashier apart from accountant. */
export const exclusiveKey = (community: string): Key => ({ pk: `G#${community}`, sk: "P#exclusive" });
/** Communities an account has had posts in: where to look, never what it may do. */
export const memberKey = (account: string, community: string): Key => ({ pk: `G#of#${account}`, sk: community });
export const areaKey = (code: string): Key => ({ pk: `C#${code.slice(0, 6)}`, sk: code });

/** The hash under which a secret of 256 random bits is kept; it needs no salt and no slow function. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
