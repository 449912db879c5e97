import { useCallback, useEffect, useState } from "react";
import { useWorkspace } from "../app/workspace.ts";
import { useBack } from "../layout/use-line.ts";
import { Problem } from "../providers/http.ts";

export type Answer<T> = {
  readonly value?: T;
  /** The server's sentence, or "" when it was not reached. */
  readonly problem?: string;
  readonly reload: () => void;
};

/** What a GET of the staff API answers; again after `reload`. */
export function useAnswer<T>(path: string): Answer<T> {
  const { http } = useWorkspace();
  const [state, setState] = useState<{ value?: T; problem?: string }>({});
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let wanted = true;
    http<T>("GET", path).then(
      (value) => wanted && setState({ value }),
      (error: unknown) => wanted && setState({ problem: error instanceof Problem ? error.message : "" }),
    );
    return () => {
      wanted = false;
    };
  }, [http, path, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const { problem } = state;
  // Once the server is reached again, a page that could not be filled fills itself.
  useBack(useCallback(() => problem === "" && reload(), [problem, reload]));
  return { ...state, reload };
}
