import * as z from "zod/mini";

/** What stands in the Accounts table; read through these shapes, so that an item of another make is a fault. */
export const accountItem = z.object({
  account: z.string(),
  name: z.string(),
  /** Absent until the invitation has been taken up. */
  login: z.optional(z.string()),
  /** Empty where the person signs in with an outside account alone. */
  password: z.optional(z.string()),
  /** The outside account it is tied to, as a keyed hash, and whose issuer's it is; empty where it was untied. */
  subject: z.optional(z.string()),
  subjectIssuer: z.optional(z.string()),
  areas: z._default(z.array(z.object({ code: z.string(), role: z.enum(["street", "district"]) })), []),
  /** Sessions of an earlier epoch have been signed out everywhere. */
  epoch: z._default(z.int(), 0),
  /** Invitations made before this instant no longer open the account. */
  linksFrom: z._default(z.int(), 0),
  /** The sealed secret of the second step; empty where there is none. The next one waits for its first code. */
  totp: z._default(z.string(), ""),
  totpNext: z._default(z.string(), ""),
  /** The step of the last code taken: none of it or before is taken again. */
  totpStep: z._default(z.int(), 0),
  /** Rises with every code taken, so that of two at once one is. */
  totpUses: z._default(z.int(), 0),
  /** Hashes of the recovery codes that are left. */
  recovery: z._default(z.array(z.string()), []),
});
export type Account = z.infer<typeof accountItem>;

export const sessionItem = z.object({
  kind: z.enum(["session", "bearer", "client"]),
  account: z.string(),
  epoch: z._default(z.int(), 0),
  expiresAt: z.int(),
  /** When a session ends unless its person does something before; tokens of programs wait as long as they last. */
  idleAt: z.optional(z.int()),
  /** Under which the account lists it; a client's token is not listed. */
  id: z.optional(z.string()),
  /** The area a district client may ask about. */
  area: z.optional(z.string()),
  name: z.optional(z.string()),
});
export type Session = z.infer<typeof sessionItem>;

export const secondStepItem = z.object({ account: z.string(), epoch: z.int(), expiresAt: z.int() });

export const invitationItem = z.object({
  account: z.string(),
  name: z.string(),
  at: z._default(z.int(), 0),
  expiresAt: z.int(),
  /** Whether the second step that the account has is asked for all the same. */
  keepsSecondStep: z._default(z.boolean(), false),
});

export const clientItem = z.object({
  client: z.string(),
  area: z.string(),
  name: z.string(),
  secrets: z.array(z.object({ hash: z.string(), at: z.int() })),
  createdAt: z.int(),
});
export type Client = z.infer<typeof clientItem>;
