import type { Label } from "./label.ts";

/** Whose meeting it is, and so who is on its roll (应到人员). */
export type RollSource =
  /** Residents' representatives in force on the day: all, or those of the resident group. */
  | { readonly kind: "representatives"; readonly ofGroup?: true }
  /** Holders of these posts on the day; somebody who holds several is one person. */
  | { readonly kind: "posts"; readonly posts: readonly string[] }
  /** One person for each household of the community, or of the resident group. */
  | { readonly kind: "households"; readonly ofGroup?: true }
  /** Everybody of voting age who lives in the community, or in the resident group. */
  | { readonly kind: "adults"; readonly ofGroup?: true }
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
  /** The post whose holder chairs it (主持人): nobody else opens it in the chair. */
  readonly chair?: string;
  /** The recurring duty (D01, D02) that counts as done when such a meeting is closed. */
  readonly duty?: string;
};

/** Whether a resident group meets: the meeting says which. */
export const isOfGroup = ({ roll }: MeetingKind): boolean => "ofGroup" in roll && roll.ofGroup === true;

/** The one way to state a kind of meeting; checks what the type cannot say when the file is loaded. */
export function defineMeeting(kind: MeetingKind): MeetingKind {
  if (kind.roll.kind === "posts" && kind.roll.posts.length === 0) throw new Error(`${kind.name}: nobody is entitled`);
  return kind;
}
