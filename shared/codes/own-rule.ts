import { defineCodes } from "../schema/codes.ts";
import { PARAMETERS } from "../schema/parameters.ts";

/** What a committee may decide about its own rules (规则参数): each parameter, and the set of values it works by. */
export const ownRule = defineCodes("ownRule", {
  preset: { zh: "采用的规则", en: "The set of rules" },
  ...Object.fromEntries([...PARAMETERS.values()].map(({ name, label }) => [name, label])),
});
