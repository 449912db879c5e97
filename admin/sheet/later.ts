/** A part of the program that arrives after what is on the screen. */
export type Later<T> = {
  /** The part, if it is here. */
  get(): T | undefined;
  /**
   * Has it fetched; `get` then tells whether it came. What could not be fetched is tried again the next time, though
   * some browsers remember until the page is loaded anew that they failed.
   */
  load(): Promise<void>;
  /** Has it fetched as soon as the browser has nothing else to do. */
  loadWhenIdle(): void;
  subscribe(listener: () => void): () => void;
};

/** Idle moments are told by every browser but Safari. */
const ELSE_AFTER_MS = 300;

/** Runs something as soon as the browser has nothing else to do. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run);
  else setTimeout(run, ELSE_AFTER_MS);
}

/**
 * A module that is fetched on its own (随后载入). Unlike a lazy component it breaks no page when it cannot be fetched:
 * as long as it is not here, the caller does without.
 */
export function later<T>(fetchPart: () => Promise<T>): Later<T> {
  let part: T | undefined;
  let coming: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const take = (arrived: T) => {
    part = arrived;
    for (const listener of listeners) listener();
  };
  const load = () => {
    coming ??= fetchPart().then(take, () => {
      coming = undefined;
    });
    return coming;
  };
  return {
    get: () => part,
    load,
    loadWhenIdle: () => whenIdle(() => void load()),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
