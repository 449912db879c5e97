import { useCallback, useEffect, useState } from "react";
import { SHOWN_MS, whileActive } from "../app/while-active.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Problem } from "../providers/http.ts";
import type { MeetingView } from "./contract.ts";

/** How often a page that somebody looks at asks who has come meanwhile. */
const AGAIN_MS = 4000;

export type Held = {
  readonly meeting?: MeetingView;
  /** The server's sentence, or "" when it was not reached. */
  readonly problem?: string;
  readonly reload: () => void;
};

/** A meeting as it stands, asked for again while the page is looked at: others take attendance at other doors. */
export function useMeeting(id: string): Held {
  const { http, path } = useWorkspace();
  const [state, setState] = useState<Omit<Held, "reload">>({});
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let wanted = true;
    http<MeetingView>("GET", `${path}/meetings/${encodeURIComponent(id)}`).then(
      (meeting) => wanted && setState({ meeting }),
      // What was seen last stays on the page.
      (error: unknown) =>
        wanted && setState((before) => ({ ...before, problem: error instanceof Problem ? error.message : "" })),
    );
    return () => {
      wanted = false;
    };
  }, [http, path, id, turn]);
  useEffect(() => whileActive(reload, { everyMs: AGAIN_MS, idleMs: SHOWN_MS }), [reload]);
  return { ...state, reload };
}
