import { impliedRegister, targetsOf } from "../../shared/import/target.ts";
import type { Language } from "../../shared/schema/label.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Workspace } from "../app/workspace.ts";
import { scopeOf } from "./send-file.ts";

export type FieldOption = { readonly path: string; readonly label: string };

/** Everything a column of a file can be taken for, in the words of the lists. */
export function fieldOptions(workspace: Workspace, name: string, language: Language, recordId: string): FieldOption[] {
  const register = registerNamed(name);
  if (!register) return [];
  const { restricted, imported } = scopeOf(workspace);
  const targets = targetsOf(register, {
    sees: (column) => restricted.includes(column),
    mayImport: (other) => imported.includes(other),
  });
  return targets
    .filter(({ barred }) => barred === undefined)
    .map(({ path, base, field }) => {
      if (path === "id") return { path, label: recordId };
      const own = field.label[language];
      return { path, label: base === "" ? own : `${impliedRegister(register, base).label[language]} · ${own}` };
    });
}
