import type { Label } from "../../shared/schema/label.ts";

/** A survey's form as the staff API shows it. */
export type SurveyForm = {
  readonly code: string;
  readonly record: string;
  readonly kind: string;
  readonly state: "open" | "closed";
  readonly url: string;
  readonly posterUrl: string;
};

export type Option = {
  readonly value: string;
  readonly label: Label;
  readonly count: number;
  readonly share: number | null;
  readonly former?: true;
};

/** What was answered to one question so far. */
export type QuestionResult = {
  readonly key: string;
  readonly type: string;
  readonly text: Label;
  readonly answered: number;
  readonly options: readonly Option[];
  readonly mean?: number | null;
};

export type Results = {
  readonly answers: number;
  readonly sealed: number;
  readonly isOpen: boolean;
  readonly questions: readonly QuestionResult[];
};

export type Door = {
  readonly dwelling: string;
  readonly label: string;
  readonly state: "none" | "issued" | "used";
};

/** A code as it is told, once. */
export type IssuedDoor = { readonly dwelling: string; readonly label: string; readonly code: string };
export type Issued = { readonly url: string; readonly doors: readonly IssuedDoor[] };
