import { nothingUnsaved, type Pending, type Unsaved } from "./pending.ts";

/** The browser's two storages: one stays on the computer, one ends with the tab. */
export type Places = { readonly lasting: Storage; readonly tab: Storage };

type Keep = { read(): Unsaved | undefined; write(unsaved: Unsaved | undefined): void };

/**
 * Keeps what is not saved across a reload, for one account, community and list. Sealed columns go no further than
 * this browser tab: an identity number must not stay on a shared computer's disk.
 */
export function unsavedStore(key: string, isSealed: (column: string) => boolean, { lasting, tab }: Places): Keep {
  let written = false;
  return {
    read() {
      const open = readFrom(lasting, key);
      const sealed = readFrom(tab, key);
      written = open !== undefined || sealed !== undefined;
      return written ? merge(open ?? nothingUnsaved, sealed ?? nothingUnsaved) : undefined;
    },
    write(unsaved) {
      if (!unsaved) {
        if (written) for (const storage of [lasting, tab]) storage.removeItem(key);
        written = false;
        return;
      }
      written = true;
      const [open, sealed] = split(unsaved, isSealed);
      writeTo(lasting, key, open);
      writeTo(tab, key, sealed);
    },
  };
}

/**
 * Takes over what tabs that are closed did not save: each tab has an entry of its own, named `key~tab`, so that two open
 * ones neither send the same rows twice nor forget each other's. What they had sealed went with them.
 */
export function takeOver(key: string, isOpen: (tab: string) => boolean, lasting: Storage): readonly Unsaved[] {
  const entries = Array.from({ length: lasting.length }, (_, at) => lasting.key(at) ?? "").filter(
    (entry) => entry.startsWith(`${key}~`) && !isOpen(entry.slice(key.length + 1)),
  );
  return entries.flatMap((entry) => {
    const unsaved = readFrom(lasting, entry);
    lasting.removeItem(entry);
    return unsaved ? [unsaved] : [];
  });
}

/** What was typed is about people; how sheets look and which language is read is not. */
const TYPED = /^linli\.(unsaved|draft|repeat)\./;

/**
 * Forgets everything that was typed and not saved, whoever typed it: for signing out, after which a shared computer holds
 * nothing of anybody, also when the server could not be told.
 */
export function forgetTyped(storages: readonly Storage[]): void {
  for (const storage of storages) {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    for (const key of keys) if (TYPED.test(key)) storage.removeItem(key);
  }
}

function split(unsaved: Unsaved, isSealed: (column: string) => boolean): [Unsaved, Unsaved] {
  const part = (wanted: boolean): Unsaved => ({
    cells: mapValues(unsaved.cells, (row) => pick(row, (key) => isSealed(key) === wanted)),
    drafts: mapValues(unsaved.drafts, (draft) => ({
      ...draft,
      values: pick(draft.values, (key) => isSealed(key) === wanted),
    })),
    // A batch is sent again exactly as it was, so one with a sealed value stays in the tab as a whole.
    batches: unsaved.batches.filter(
      ({ rows }) => rows.some(({ values }) => Object.keys(values).some(isSealed)) === wanted,
    ),
  });
  return [part(false), part(true)];
}

function merge(open: Unsaved, sealed: Unsaved): Unsaved {
  const cells: Record<string, Record<string, Pending>> = mapValues(open.cells, (row) => ({ ...row }));
  for (const [id, row] of Object.entries(sealed.cells)) cells[id] = { ...cells[id], ...row };
  const drafts = mapValues(open.drafts, (draft, id) => ({
    ...draft,
    values: { ...draft.values, ...sealed.drafts[id]?.values },
  }));
  return { cells, drafts, batches: [...open.batches, ...sealed.batches] };
}

function readFrom(storage: Storage, key: string): Unsaved | undefined {
  try {
    // Written by `writeTo` alone.
    return JSON.parse(storage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function writeTo(storage: Storage, key: string, unsaved: Unsaved): void {
  try {
    storage.setItem(key, JSON.stringify(unsaved));
  } catch {
    // A full or forbidden storage costs the copy, not the work: the cells stay in the page and are still sent.
  }
}

function mapValues<T, U>(of: Readonly<Record<string, T>>, map: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, map(value, key)]));
}

function pick<T>(of: Readonly<Record<string, T>>, wanted: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(of).filter(([key]) => wanted(key)));
}
