import type { InForce } from "../../shared/rules/in-force.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Label } from "../../shared/schema/label.ts";

/** One thing of a community that concerns the street, as GET /areas/{area}/today answers it. */
export type AreaItem = {
  readonly kind: "record" | "duty";
  readonly group: string;
  readonly label: Label;
  readonly state?: Label;
  readonly register?: string;
  readonly id?: string;
  readonly title?: string;
  readonly period?: string;
  readonly since: string;
  readonly due?: string;
  readonly daysLate: number;
  readonly waits?: true;
};

export type CommunityToday = {
  readonly code: string;
  readonly name: string;
  readonly director: {
    readonly post: string;
    readonly person: string;
    readonly from: string;
    readonly until?: string;
  } | null;
  readonly open: number;
  readonly late: number;
  readonly items: readonly AreaItem[];
};

export type AreaToday = { readonly day: string; readonly communities: readonly CommunityToday[] };

/** Tasks of one community: GET /areas/{area}/tasks. */
export type CommunityTasks = {
  readonly code: string;
  readonly name: string;
  readonly tasks: number;
  readonly departments: number;
  readonly refused: number;
  readonly objected: number;
  readonly fundsDueFen: number;
  readonly fundsOpenFen: number;
  readonly unpaid: number;
  readonly lines: readonly (Pick<InForce, "parameter" | "value" | "source" | "checked"> & {
    readonly reached: boolean;
  })[];
  readonly items: readonly (Values & { readonly id: string })[];
};

/** Major expenditure on file: GET /areas/{area}/major-spending. */
export type CommunitySpending = { readonly code: string; readonly name: string; readonly items: readonly Values[] };
