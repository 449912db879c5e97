import { useCallback } from "react";
import { useSearchParams } from "react-router-dom";

/** The row whose panel is open stands in the address, so that a link can lead to it and Back closes it. */
export function useOpenRow(): [string | undefined, (id: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const open = useCallback(
    (id: string | undefined) => setSearch(id === undefined ? {} : { row: id }, { replace: id === undefined }),
    [setSearch],
  );
  return [search.get("row") ?? undefined, open];
}
