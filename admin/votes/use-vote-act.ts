import { useNotify } from "react-admin";
import { useWorkspace } from "../app/workspace.ts";
import type { FindingView, VoteView } from "./contract.ts";

type Told = VoteView & { readonly warnings?: readonly FindingView[] };

/** Sends an act of a vote and says what it was told beside the answer; a refusal is the caller's to show. */
export function useVoteAct(vote: string) {
  const { http, path, listOf } = useWorkspace();
  const notify = useNotify();
  return async (act: string, body: object): Promise<void> => {
    const address = `${path}/votes/${encodeURIComponent(vote)}/${act}`;
    const answer = await http<Told>("POST", address, { body });
    const [warning] = answer.warnings ?? [];
    if (warning) notify(warning.message, { type: "warning" });
    void listOf("votes").refresh();
  };
}
