import type { Context } from "./context.ts";
import { sameItem } from "./keys.ts";

/** Who works on which item among the requests of one turn; the first one wins, as in DynamoDB one of them does. */
export type Flight = Pick<Context, "claim" | "claimToken">;

export function takeOff(): Flight {
  const writers = new Map<string, "write" | "transaction">();
  const tokens = new Set<string>();
  return {
    claim(table, key, as) {
      const identity = sameItem(table, key);
      const holder = writers.get(identity);
      if (as === "look") return holder === undefined ? "free" : "conflict";
      if (holder === "transaction" || (holder === "write" && as === "transaction")) return "conflict";
      writers.set(identity, as);
      return "free";
    },
    claimToken(token) {
      if (tokens.has(token)) return false;
      tokens.add(token);
      return true;
    },
  };
}
