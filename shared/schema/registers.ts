import { registers as catalogue } from "../registers/catalogue.gen.ts";
import type { Register } from "./register.ts";

/** Every list of the product, by name. */
export const REGISTERS: ReadonlyMap<string, Register> = new Map(
  catalogue.map((register: Register) => [register.name, register]),
);

/** The list of that name, if there is one. */
export function registerNamed(name: string): Register | undefined {
  return REGISTERS.get(name);
}
