import type { Label } from "../../schema/label.ts";

/** One cell of a table that was made public: as it is shown in each language, and whether it is a number. */
export type Cell = Label;

/** A part of what was made public, in words that no later change of a definition touches. */
export type Block =
  | { readonly as: "text"; readonly title?: Label; readonly paragraphs: readonly Label[] }
  | {
      readonly as: "facts";
      readonly title?: Label;
      readonly facts: readonly { label: Label; lines: readonly Label[] }[];
    }
  | {
      readonly as: "table";
      readonly title?: Label;
      readonly columns: readonly { readonly label: Label; readonly number: boolean }[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** How to sign up (报名): by code and short address, at the desk, by telephone, until when. */
  | {
      readonly as: "signUp";
      readonly title?: Label;
      /** The form's code; its address is `/f/<code>`. Absent where residents come or call only. */
      readonly code?: string;
      readonly place?: string;
      readonly hours?: string;
      readonly phones: readonly string[];
      /** The last moment, in words (S1.3). */
      readonly closing: Label;
    };

/** The whole of what was made public (公开内容): frozen as it was approved, and hashed. */
export type Content = {
  readonly kind: string;
  /** What stands above the title: 通告, 收支公开表 … */
  readonly heading: Label;
  readonly community: string;
  readonly committee: Label;
  readonly title: Label;
  readonly addressee?: Label;
  readonly blocks: readonly Block[];
  readonly signature: Label;
  readonly signedOn: string;
  /** What this version corrects: the number it replaces, and what was wrong. */
  readonly corrects?: { readonly no: number; readonly why: Label };
};
