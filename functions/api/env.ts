import type { Rights } from "../../shared/guard/rights.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Actor } from "../guard/actor.ts";

/** What every staff route finds in its context: who asks, in which language, and what they may do here. */
export type ApiEnv = {
  Variables: {
    actor: Actor;
    language: Language;
    /** Set on `/api/communities/{c}/…` alone. */
    community: string;
    rights: Rights;
  };
};
