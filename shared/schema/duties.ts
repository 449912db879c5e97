import { duties as catalogue } from "../duties/catalogue.gen.ts";
import type { Duty } from "./duty.ts";

/** Every recurring duty of the product, by name. */
export const DUTIES: ReadonlyMap<string, Duty> = new Map(catalogue.map((duty: Duty) => [duty.name, duty]));
