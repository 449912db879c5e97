import type { Label } from "./label.ts";

/** Whose meeting it is, and so who is on its roll (应到人员). */
export type RollSource =
  /** Residents' representatives in force on the day. */
  | { readonly kind: "representatives" }
  /** Holders of these posts on the day; somebody who holds several is one person. */
  | { readonly kind: "posts"; readonly posts: readonly string[] }
  /** One person for each household of the resident group. */
  | { readonly kind: "households" }
  /** Names written down with the meeting. */
  | { readonly kind: "named" };

/** A kind of meeting (会议种类): who is entitled to come, how many must, and which duty is done by holding it. */
export type MeetingKind = {
  readonly name: string;
  readonly label: Label;
  readonly roll: RollSource;
  /** Further people may be named with the meeting. */
  readonly named?: true;
  /** A parameter: how many of the roll must be there for it to open. */
  readonly quorum: string;
  /** The recurring duty (D01, D02) that counts as done when such a meeting is closed. */
  readonly duty?: string;
};

/** The one way to state a kind of meeting; checks what the type cannot say when the file is loaded. */
export function defineMeeting(kind: MeetingKind): MeetingKind {
  if (kind.roll.kind === "posts" && kind.roll.posts.length === 0) throw new Error(`${kind.name}: nobody is entitled`);
  return kind;
}
