import type { Label } from "./label.ts";

/** Checks of those who stand, beside those that hold for all: who supervises is not of the committee, and so on. */
export type StandingCheck = "office" | "supervision";

/**
 * A rule by which a meeting votes (表决规则, V1-V12): on a question, or on people for seats; how many must be there, how
 * many must agree. Every number is the name of a parameter.
 */
export type VoteRule = {
  /** `V2` and so on. */
  readonly name: string;
  readonly label: Label;
  /** What is voted on: a question, people of whom more stand than there are seats, exactly as many, or either. */
  readonly subject: "decision" | "election" | "equal" | "choice";
  /** Kinds of meeting that may vote by it. */
  readonly meetings: readonly string[];
  readonly quorum: string;
  readonly pass: string;
  /** The numbers where another electorate votes by it (S6.4), by kind of meeting. */
  readonly electorates?: Readonly<Record<string, { readonly quorum: string; readonly pass: string }>>;
  /** By secret ballot wherever more stand than there are seats (S3.19). */
  readonly secret?: true;
  /** How many more candidates than seats there must be (S3.12). */
  readonly margin?: { readonly rate: string; readonly least: string };
  /** Within which numbers the seats lie. */
  readonly seats?: { readonly least?: string; readonly most?: string };
  /** Offices somebody may stand for. */
  readonly offices?: readonly string[];
  readonly checks?: readonly StandingCheck[];
  /** Whoever is chosen takes the post at once, and stands in the group's column for it (S6.2). */
  readonly takesPost?: { readonly post: string; readonly column: string };
  /** Its result is public the moment it is announced (P4, S3.20). */
  readonly published?: true;
  /** Whose election (换届选举) it decides: the election's record moves on with it. */
  readonly elects?: "committee" | "party";
  /** It ends the committee's term: the outgoing one hands over to the elected (W08, S3.22). */
  readonly endsTerm?: true;
  /** It decides proposals (S7.3, S7.7): of which classes, whose voice it is, and at which meetings where not at all. */
  readonly decides?: {
    readonly classes: readonly string[];
    readonly by: "residents" | "committees";
    readonly at?: readonly string[];
  };
  /** It is held only when enough people ask for it: the parameter for each way of asking (S8.6). */
  readonly proposers?: Readonly<Record<string, string>>;
};

/** The one way to state a vote; checks what the type cannot say when the file is loaded. */
export function defineVote(rule: VoteRule): VoteRule {
  const { name, subject, margin, offices, meetings } = rule;
  if (meetings.length === 0) throw new Error(`${name}: no meeting votes by it`);
  if (margin && subject !== "election") throw new Error(`${name}: a margin without an election`);
  if ((subject === "decision") !== (offices === undefined)) throw new Error(`${name}: offices go with people`);
  return rule;
}

/** The rule as it holds at a kind of meeting: with the numbers of those who vote there. */
export const ruleAt = (rule: VoteRule, meeting: string): VoteRule => ({ ...rule, ...rule.electorates?.[meeting] });

/** Whether people are voted on. */
export const isOnPeople = ({ subject }: VoteRule): boolean => subject !== "decision";
