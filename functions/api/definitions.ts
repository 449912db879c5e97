import type { Rights } from "../../shared/guard/rights.ts";
import type { Fields } from "../../shared/schema/field.ts";
import { flowsOf } from "../../shared/schema/flows.ts";
import type { Register } from "../../shared/schema/register.ts";

/** A list as programs see it: columns the caller may see, with code lists, labels and what the caller may do. */
export function definitionOf(register: Register, rights: Rights) {
  const { name, label, title, fields, frozen = [], byAction = false, retention } = register;
  const visible: Fields = Object.fromEntries(
    Object.entries(fields).filter(([, field]) => !field.restricted || rights.restricted(field.restricted)),
  );
  const can = (right: "write" | "import" | "export" | "reveal" | "forms") => rights.can(right, name);
  return {
    name,
    label,
    title,
    frozen,
    byAction,
    ...(retention && { keptDays: retention.days }),
    fields: visible,
    flows: flowsOf(name).map(({ name, label, state, when, locked = [] }) => ({ name, label, state, when, locked })),
    rights: {
      read: true,
      write: can("write") && !byAction,
      import: can("import") && !byAction && !register.queue,
      export: can("export"),
      reveal: can("reveal"),
      forms: can("forms"),
    },
  };
}
