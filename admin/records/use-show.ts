import { useCallback } from "react";
import type { Value } from "../../shared/schema/field.ts";
import { showValue } from "../../shared/schema/value.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";

/** The words of a column's value in the reader's language. */
export function useShow(register: RegisterView): (key: string, value: Value | undefined) => string {
  const { titles } = useWorkspace();
  const language = useLanguage();
  return useCallback(
    (key, value) => {
      const field = register.fields[key];
      return field ? showValue(value, field, { language, titleOf: titles.titleOf }) : String(value ?? "");
    },
    [register, titles, language],
  );
}
