/** What somebody typed into a dialog and has not sent (未办完的填写), as it is kept in the browser's tab. */
type Kept = {
  /** The heading of the dialog, and the address of the page it was opened on. */
  readonly title: string;
  readonly at: string;
  /** The record's version when the dialog was opened, where it edits one. */
  readonly version?: number;
  readonly values: Readonly<Record<string, unknown>>;
};

export type Unfinished = { readonly name: string; readonly title: string; readonly at: string };

/** One dialog's draft, from its opening until it is sent or given up. */
export type Draft = {
  /** The record's version that what is typed stands upon. */
  readonly version: number | undefined;
  /** What was typed before the dialog was opened this time. */
  read(key: string): unknown;
  /** Keeps what an input holds; undefined where it is as it was when the dialog began. */
  keep(key: string, value: unknown): void;
  entitle(title: string): void;
  /** Whether it began with what was typed earlier. */
  isResumed(): boolean;
  /** Sent, or given up: nothing of it is kept any more. */
  drop(): void;
  /** Begins anew: what was typed earlier is given up, and every input is told. */
  restart(): void;
  onRestart(listener: () => void): () => void;
  subscribe(listener: () => void): () => void;
  /** Its dialog is on the screen; the answer says that it no longer is. */
  show(): () => void;
};

/**
 * What is typed into dialogs outlives them: a reload, a page that broke, Back, a key pressed by mistake. It goes with the
 * tab and at signing out, because it may hold what must not stay on a shared computer's disk.
 */
export type Drafts = {
  open(name: string, version?: number): Draft;
  /** Those that no open dialog shows. The list stays the same as long as nothing changes. */
  unfinished(): readonly Unfinished[];
  drop(name: string): void;
  /** Whether something typed would go with the tab. */
  isAny(): boolean;
  subscribe(listener: () => void): () => void;
};

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** `owner` is the account and community whose drafts they are; `here` is the address of the page. */
export function createDrafts(place: Place, owner: string, here: () => string): Drafts {
  const prefix = `linli.draft.${owner}.`;
  const shown = new Set<string>();
  const listeners = new Set<() => void>();
  let list: readonly Unfinished[] = [];

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const names = () =>
    Array.from({ length: place.length }, (_, index) => place.key(index) ?? "")
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .sort();
  const drop = (name: string) => {
    place.removeItem(prefix + name);
    changed();
  };

  function open(name: string, current?: number): Draft {
    const before = readKept(place, prefix + name);
    const values = new Map(Object.entries(before?.values ?? {}));
    let version = before ? before.version : current;
    const at = before?.at ?? here();
    const restarts = new Set<() => void>();
    let title = before?.title ?? "";
    let resumed = before !== undefined;
    let isOver = false;
    const save = () => {
      if (isOver) return;
      if (values.size === 0) place.removeItem(prefix + name);
      else
        writeKept(place, prefix + name, {
          title,
          at,
          ...(version !== undefined && { version }),
          values: Object.fromEntries(values),
        });
      changed();
    };
    return {
      get version() {
        return version;
      },
      read: (key) => values.get(key),
      keep(key, value) {
        if (value === undefined ? !values.delete(key) : JSON.stringify(values.get(key)) === JSON.stringify(value))
          return;
        if (value !== undefined) values.set(key, value);
        save();
      },
      entitle(heading) {
        if (title === heading) return;
        title = heading;
        if (values.size > 0) save();
      },
      isResumed: () => resumed,
      drop() {
        isOver = true;
        drop(name);
      },
      restart() {
        resumed = false;
        version = current;
        values.clear();
        for (const listener of restarts) listener();
        save();
      },
      onRestart(listener) {
        restarts.add(listener);
        return () => void restarts.delete(listener);
      },
      subscribe: subscribeTo(listeners),
      show() {
        shown.add(name);
        changed();
        return () => {
          shown.delete(name);
          changed();
        };
      },
    };
  }

  return {
    open,
    unfinished() {
      const now = names()
        .filter((name) => !shown.has(name))
        .flatMap((name) => {
          const kept = readKept(place, prefix + name);
          return kept ? [{ name, title: kept.title, at: kept.at }] : [];
        });
      if (JSON.stringify(now) !== JSON.stringify(list)) list = now;
      return list;
    },
    drop,
    isAny: () => names().length > 0,
    subscribe: subscribeTo(listeners),
  };
}

function subscribeTo(listeners: Set<() => void>): (listener: () => void) => () => void {
  return (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}

function readKept(place: Place, key: string): Kept | undefined {
  try {
    // Written by `writeKept` alone.
    return JSON.parse(place.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function writeKept(place: Place, key: string, kept: Kept): void {
  try {
    place.setItem(key, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs the copy, not what stands in the dialog.
  }
}
