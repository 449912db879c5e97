import { useEffect, useState } from "react";
import { useWorkspace } from "../app/workspace.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { FileRow, Preview, RowState } from "./contract.ts";

/** Which rows of a file are looked at: those with something to say, all, or those in one state. */
export type Wanted = "noted" | "all" | RowState;

type Page = { readonly rows: readonly FileRow[]; readonly cursor?: string };
type Loaded = Page & { readonly of?: object; readonly failed?: true };

/** Rows of a file as the server tells them, a page at a time; `more` gets the next page while there is one. */
export function useRows(register: RegisterView, preview: Preview, wanted: Wanted) {
  const { http, path } = useWorkspace();
  const base = `${path}/registers/${register.name}/imports/${preview.id}/rows`;
  const [loaded, setLoaded] = useState<Loaded>({ rows: [] });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn tries again
  useEffect(() => {
    if (wanted === "noted") {
      setLoaded({ rows: preview.rows, ...(preview.cursor !== undefined && { cursor: preview.cursor }), of: preview });
      return undefined;
    }
    let current = true;
    setLoaded({ rows: [] });
    http<Page>("GET", wanted === "all" ? base : `${base}?state=${wanted}`).then(
      (page) => current && setLoaded({ ...page, of: preview }),
      () => current && setLoaded({ rows: [], of: preview, failed: true }),
    );
    return () => {
      current = false;
    };
  }, [http, base, preview, wanted, turn]);

  const { rows, cursor, of, failed } = loaded;
  const more = async (at: string) => {
    const page = await http<Page>("GET", `${base}?cursor=${encodeURIComponent(at)}`);
    // Whoever has chosen other rows meanwhile wants to see those.
    setLoaded((now) => (now === loaded ? { ...page, of: preview, rows: [...now.rows, ...page.rows] } : now));
  };
  return {
    rows,
    loading: of !== preview,
    failed: failed === true,
    again: () => setTurn(turn + 1),
    more: cursor === undefined ? undefined : () => void more(cursor).catch(() => undefined),
  };
}
