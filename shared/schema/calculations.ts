import { calculations as catalogue } from "../calculations/catalogue.gen.ts";
import type { Calculation } from "./calculation.ts";

/** Every calculation of the product, by name. */
export const CALCULATIONS: ReadonlyMap<string, Calculation> = new Map(
  catalogue.map((calculation: Calculation) => [calculation.name, calculation]),
);
