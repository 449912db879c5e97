import { createContext, useCallback, useContext, useEffect, useState } from "react";
import type { Draft } from "../app/drafts.ts";
import { useWorkspace } from "../app/workspace.ts";

/** The draft of the dialog around an input. */
export const DraftContext = createContext<Draft | undefined>(undefined);

type Change<T> = (next: T | ((before: T) => T)) => void;

/**
 * The draft of a dialog (草稿). `name` tells it from all others of the community: what is done, and to which record.
 * With `version`, what was typed earlier still stands upon the record as it was then.
 */
export function useDraft(name: string, version?: number): Draft {
  const { drafts } = useWorkspace();
  const [draft] = useState(() => drafts.open(name, version));
  useEffect(() => draft.show(), [draft]);
  return draft;
}

/** A state that somebody types into: as `useState`, and kept in the dialog's draft. */
export function useTyped<T>(draft: Draft | undefined, key: string, initial: T | (() => T)): [T, Change<T>] {
  const [first] = useState(initial);
  const [value, setValue] = useState<T>(() => withTyped(first, draft?.read(key)));
  useEffect(() => draft?.keep(key, typedSince(first, value)), [draft, key, first, value]);
  useEffect(() => draft?.onRestart(() => setValue(() => first)), [draft, first]);
  return [value, useCallback((next) => setValue(next), [])];
}

/** The same for an input that stands somewhere in a dialog; elsewhere its state goes with the page. */
export function useTypedHere<T>(key: string, initial: T | (() => T)): [T, Change<T>] {
  return useTyped(useContext(DraftContext), key, initial);
}

type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of several columns together only those that were changed are kept: the others may be another's by then. */
export function typedSince(first: unknown, value: unknown): unknown {
  if (!isEntries(first) || !isEntries(value)) return isSame(first, value) ? undefined : (value ?? null);
  const changed = Object.keys({ ...first, ...value }).filter((key) => !isSame(first[key], value[key]));
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((key) => [key, value[key] ?? null]));
}

function withTyped<T>(first: T, typed: unknown): T {
  if (typed === undefined) return first;
  // What a dialog keeps under a key it reads under the same key.
  return (isEntries(first) && isEntries(typed) ? { ...first, ...typed } : typed) as T;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
