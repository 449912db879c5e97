import type { Label } from "../../shared/schema/label.ts";

/** One thing that waits, as GET /today answers it. */
export type TodayItem = {
  readonly kind: "record" | "duty" | "phone";
  readonly group: string;
  readonly label: Label;
  readonly title: string;
  readonly register?: string;
  readonly id?: string;
  readonly state?: Label;
  readonly since?: string;
  readonly due?: string;
  readonly daysLate: number;
  readonly climbed?: true;
  readonly people?: number;
  readonly duty?: {
    readonly name: string;
    readonly period: string;
    readonly fulfilment: string;
    readonly evidence: Label;
    readonly needs: readonly string[];
  };
};

export type TodayView = { readonly day: string; readonly items: readonly TodayItem[] };
