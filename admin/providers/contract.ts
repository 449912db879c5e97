import type { Fields, Values } from "../../shared/schema/field.ts";
import type { Label } from "../../shared/schema/label.ts";

/** A record as the staff API sends it: sealed values masked, restricted columns left out. */
export type RecordView = {
  readonly id: string;
  readonly version: number;
  readonly values: Values;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

export type ListRights = {
  readonly read: boolean;
  readonly write: boolean;
  readonly import: boolean;
  readonly export: boolean;
  readonly reveal: boolean;
  readonly forms: boolean;
};

/** A list as the staff API describes it: what `defineRegister` says, as plain data, and what the caller may do. */
export type RegisterView = {
  readonly name: string;
  readonly label: Label;
  readonly title: readonly string[];
  readonly fields: Fields;
  readonly frozen?: readonly string[];
  readonly byAction?: true;
  /** Records are deleted for good this many days after their end, and also when staff delete them. */
  readonly keptDays?: number;
  /** How its records go from state to state, and in which states a record is not edited. */
  readonly flows?: readonly {
    readonly name: string;
    readonly label: Label;
    readonly state: string;
    readonly when?: { readonly field: string; readonly in: readonly string[] };
    readonly locked: readonly string[];
  }[];
  readonly rights: ListRights;
};

export type CommunityView = {
  readonly code: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly roles: readonly string[];
  /** Rights in the community as a whole, or on some of its lists. */
  readonly rights: readonly string[];
};

/** A district or street that the account looks after. */
export type AreaView = {
  readonly code: string;
  readonly name: string;
  readonly role: "street" | "district" | "client";
  readonly streets: readonly { readonly code: string; readonly name: string }[];
};

/** Whoever is signed in, and where they may do something. */
export type Me = {
  readonly account: string;
  readonly name: string;
  readonly communities: readonly CommunityView[];
  readonly areas: readonly AreaView[];
};

export type Changed = RecordView | { readonly id: string; readonly version: number; readonly deleted: true };

export type HistoryEntry = {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly reason?: string;
};
