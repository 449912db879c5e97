import { type ComponentType, type ReactNode, use, useEffect, useReducer } from "react";
import { line } from "./line.ts";

/** A component that arrives when it is first shown, or fetched ahead. */
export type Part<P> = ((props: P) => ReactNode) & { readonly fetchAhead: () => Promise<unknown> };

const AGAIN_MS = 5_000;

/**
 * A part of the console that is a file of its own (按需载入的部分). Where the file cannot be fetched, because the line is
 * lost or another version was installed meanwhile, its place stays empty, the page says so over everything else, and
 * whatever is typed elsewhere on it stays; it is asked for again until it comes.
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  let coming: Promise<ComponentType<P> | undefined> | undefined;
  const fetchPart = () => {
    coming ??= load().catch(() => undefined);
    return coming;
  };
  const fetchAhead = async () => {
    // Of a failure nobody is told: the part is fetched again when it is shown.
    if (!(await fetchPart())) coming = undefined;
  };

  function Part(props: P) {
    const [, again] = useReducer((turn: number) => turn + 1, 0);
    const Known = use(fetchPart());
    useEffect(() => {
      if (Known) return undefined;
      line.missed();
      const retry = () => {
        coming = undefined;
        again();
      };
      const stop = line.onBack(retry);
      const timer = setInterval(() => line.state().version !== "newer" && retry(), AGAIN_MS);
      return () => {
        stop();
        clearInterval(timer);
        coming = undefined;
      };
    }, [Known]);
    return Known ? <Known {...props} /> : null;
  }
  return Object.assign(Part, { fetchAhead });
}
