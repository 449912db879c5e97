import type { CodeList } from "./codes.ts";
import type { Label } from "./label.ts";

/** A value as it is stored and sent. Money is integer fen; dates are `YYYY-MM-DD`, date-times `YYYY-MM-DDTHH:mm`. */
export type Value = string | number | boolean | readonly string[] | readonly RowValue[] | null;
/** One line of a small table inside a cell (a stop, a vehicle, a question). */
export type RowValue = { readonly [key: string]: string | number | boolean | null };
export type Values = { readonly [key: string]: Value };

/** What every column has, whatever its kind. */
type Column = {
  readonly label: Label;
  readonly required?: true;
  /** No two records of the list may hold the same value. */
  readonly unique?: true;
  /** Personal information (个人信息): never leaves the community. */
  readonly personal?: true;
  /** Needs a right of this name; who lacks it does not get the column at all. */
  readonly restricted?: string;
  /** Encrypted, masked for everyone, shown one at a time for a reason (敏感个人信息). */
  readonly sealed?: true;
  /** Moves only by an action or is worked out, never by typing, paste or import. */
  readonly byAction?: true;
  /** Value of a new record that does not name the column. */
  readonly initial?: Value;
  /** Sentence shown where the column is filled in. */
  readonly hint?: Label;
  /** Other headings that files use for the column. */
  readonly aliases?: readonly string[];
  /** Width in the sheet, in pixels. */
  readonly width?: number;
};

/** A column of a list (字段): plain data, from which API, sheet, form, import and export follow. */
export type Field = Column &
  (
    | { readonly kind: "text"; readonly max?: number; readonly pattern?: "person-name" | "credit-code" }
    | { readonly kind: "longText"; readonly max?: number }
    | { readonly kind: "integer"; readonly min?: number; readonly max?: number }
    | { readonly kind: "decimal"; readonly places?: number; readonly min?: number; readonly max?: number }
    | { readonly kind: "money"; readonly min?: number }
    | { readonly kind: "date"; readonly past?: true }
    | { readonly kind: "time" }
    | { readonly kind: "dateTime" }
    | { readonly kind: "month" }
    | { readonly kind: "boolean" }
    | { readonly kind: "phone" }
    | { readonly kind: "identityNumber" }
    | { readonly kind: "divisionCode" }
    | { readonly kind: "code"; readonly codes: CodeList }
    | { readonly kind: "codes"; readonly codes: CodeList }
    | { readonly kind: "reference"; readonly to: string }
    | { readonly kind: "references"; readonly to: string }
    | { readonly kind: "rows"; readonly fields: Fields; readonly max?: number }
  );

export type FieldKind = Field["kind"];
export type Fields = { readonly [key: string]: Field };
