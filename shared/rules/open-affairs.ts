import type { Values } from "../schema/field.ts";
import type { Own } from "../schema/flow.ts";
import { isPeriod, lastDay } from "./duty.ts";

/** How often a class is made public (公开周期): finance every month, the others every quarter (D06). */
export const rhythmOf = (affairs: unknown): "month" | "quarter" => (affairs === "finance" ? "month" : "quarter");

/** The last day of the period that is made public; none where the period is no month or quarter of its class. */
export function untilOf({ class: affairs, period }: Values): string | undefined {
  const rhythm = rhythmOf(affairs);
  return typeof period === "string" && isPeriod(rhythm, period) ? lastDay(rhythm, period) : undefined;
}

/** States in which an item is, or was, public. */
export const PUBLIC_STATES: ReadonlySet<unknown> = new Set(["posted", "questioned", "answered", "archived"]);

/** The parameter that says how many days after its period a class is to be public. */
export const daysOf = (affairs: unknown): string =>
  affairs === "decided" ? "duties.affairsDecidedDays" : "duties.affairsDays";

/** A period in words: 2026年6月, 2026年第2季度. */
export function periodInWords(period: string): string {
  const [year = "", part = ""] = period.split("-");
  return part.startsWith("Q") ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}

/** Cases in which somebody waits for an answer. */
const ANSWERED: ReadonlySet<unknown> = new Set(["answered", "rated", "closed", "cancelled"]);

/** A question about this very item that nobody has answered. */
export function isQuestionOn({ affairs, state }: Values, { id }: Own): boolean {
  return affairs === id && !ANSWERED.has(state);
}
