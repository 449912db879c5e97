import { useNotify } from "react-admin";
import type { InForce } from "../../shared/rules/in-force.ts";
import { type PublicationConsoleWords, publicationConsoleWords } from "../../shared/words/publication-console.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import type { RecordView } from "../providers/contract.ts";

/** A publication as its routes answer it: the record, the rule of its days, and what stands against a draft. */
export type PublicationView = RecordView & {
  readonly rules: readonly Pick<InForce, "parameter" | "value" | "source" | "checked">[];
  readonly against?: {
    readonly title: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
  };
};

export function usePublicationWords(): PublicationConsoleWords {
  return publicationConsoleWords[useLanguage()];
}

/** Sends a wish of the page; what the server says no to is shown, and the caller gets nothing. */
export function useSend() {
  const { http, path, listOf } = useWorkspace();
  const notify = useNotify();
  const words = useWords();
  return async <T>(address: string, body: object): Promise<T | undefined> => {
    try {
      const answer = await http<T>("POST", `${path}/publications${address}`, { body });
      void listOf("publications").refresh();
      return answer;
    } catch (error) {
      notify(troubleOf(error, words), { type: "error" });
      return undefined;
    }
  };
}
