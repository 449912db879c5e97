import type { Fields } from "../../shared/schema/field.ts";
import type { RegisterView } from "../providers/contract.ts";

/** Lists that a list's columns point to, and those that the titles there point to in turn. */
export function referencedRegisters(
  register: RegisterView,
  registerOf: (name: string) => RegisterView | undefined,
): readonly RegisterView[] {
  const found = new Map<string, RegisterView>();
  const add = (fields: Fields, wanted: (key: string) => boolean) => {
    for (const [key, field] of Object.entries(fields)) {
      if ((field.kind !== "reference" && field.kind !== "references") || !wanted(key)) continue;
      const target = registerOf(field.to);
      if (!target || found.has(target.name)) continue;
      found.set(target.name, target);
      add(target.fields, (inner) => target.title.includes(inner));
    }
  };
  add(register.fields, () => true);
  found.delete(register.name);
  return [...found.values()];
}
