import type { CodeList } from "./codes.ts";
import type { Who } from "./flow.ts";
import type { Label } from "./label.ts";

/** How a value is hidden before it becomes public (遮盖): 王小明 → 王*明; or unless the person agreed to be named. */
export type Mask = "middle" | "by-wish";

/** One column of a publication: what may be made public, and how it reads. Whatever has no column stays inside. */
export type Shown = {
  readonly label: Label;
  readonly kind: "text" | "integer" | "money" | "percent" | "date" | "boolean" | CodeList;
  readonly mask?: Mask;
};

/** One part of a publication, in order: paragraphs, facts with their labels, a table, or the box that says how to sign up. */
export type PublicationPart = {
  readonly name: string;
  readonly title?: Label;
} & (
  | { readonly as: "text" }
  | { readonly as: "facts" | "table"; readonly columns: Readonly<Record<string, Shown>> }
  /** Facts whose labels the source itself has, such as an event's; they hold no person. */
  | { readonly as: "told" }
  | { readonly as: "signUp" }
);

/**
 * A kind of publication (公开种类) as data: what is frozen of its source and how it is masked, where it hangs and for
 * how long, who approves it, what must have happened before, and how it is printed.
 */
export type PublicationKind = {
  /** Its code in `publicationKind`. */
  readonly name: string;
  readonly label: Label;
  /** What stands on top of the page and the sheet: 通告, 公示 … */
  readonly heading: Label;
  /** The column of the register `publications` that names what it is made from, where it is made from something. */
  readonly source?: "event" | "month" | "source" | "applications" | "election";
  /** Nothing that somebody typed becomes public: its heading is the title, and the committee signs. */
  readonly untyped?: true;
  /** Columns that must be filled when it is submitted, besides title, signature and date. */
  readonly needs: readonly string[];
  readonly parts: readonly PublicationPart[];
  /** Where it hangs unless somebody says otherwise. */
  readonly places: readonly string[];
  /** How many days it is shown unless a last day is given: a parameter. */
  readonly days: string;
  /** All those days have to run (公示期): what is shown for fewer shows nothing. */
  readonly inFull?: true;
  readonly approves: readonly Who[];
  /** What must have happened before it is approved. */
  readonly before?: "month-reviewed";
  /** Made by a mechanism at the moment of what it tells, and public at once: nobody drafts one. */
  readonly atOnce?: true;
  /** A poster in large type, or a sheet with tables. */
  readonly print: "poster" | "sheet";
};

/** The one way to state a kind of publication; checks what the type cannot say when the file is loaded. */
export function definePublication(kind: PublicationKind): PublicationKind {
  const names = kind.parts.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw new Error(`${kind.name}: a part is there twice`);
  if (kind.approves.length === 0 && !kind.atOnce) throw new Error(`${kind.name}: nobody approves it`);
  return kind;
}
