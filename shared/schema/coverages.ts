import { coverage as catalogue } from "../coverage/catalogue.gen.ts";
import type { Coverage } from "./coverage.ts";

/** Every check of the product, by name. */
export const COVERAGES: ReadonlyMap<string, Coverage> = new Map(catalogue.map((one: Coverage) => [one.name, one]));
