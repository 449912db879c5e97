import { Refusal } from "../../shared/contract/refusal.ts";
import type { Actor } from "../guard/actor.ts";

/** The area somebody's figures begin with: their own street or district; 403 for accounts of communities. */
export function homeOf(actor: Actor): string {
  const [first] = actor.areas;
  if (!first) throw new Refusal("no-right");
  return first.code;
}

/** Statistics reach an account's or program's own street or district and all below it. */
export function reaches(actor: Actor, area: string): boolean {
  return actor.areas.some(({ code }) => area.startsWith(code));
}
