import type { Changed, RecordView } from "../providers/contract.ts";
import { type Http, Problem } from "../providers/http.ts";

export type ListState = {
  readonly records: ReadonlyMap<string, RecordView>;
  readonly status: "idle" | "loading" | "ready" | "failed";
  readonly error?: unknown;
  /** Rises with every change, because the map itself is changed in place. */
  readonly revision: number;
};

type Page = { readonly records: readonly RecordView[]; readonly cursor?: string; readonly since: string };
type Changes = { readonly changes: readonly Changed[]; readonly since: string; readonly more: boolean };

/** One list of a community, held whole in memory and kept fresh (整表). */
export type RecordList = {
  readonly name: string;
  readonly path: string;
  get(): ListState;
  subscribe(listener: () => void): () => void;
  /** Loads every page once; a later call joins the first. After a failure it starts again. */
  load(): Promise<void>;
  /**
   * Asks for what changed since; calls at the same time share one request. Where the post that let somebody read the
   * list has ended, the list forgets all it holds.
   */
  refresh(): Promise<void>;
  /** Takes records in; of two versions the higher stays. */
  apply(changes: readonly Changed[]): void;
};

/** The first page is small, so that rows stand on the screen at once; all others are as large as they come. */
const FIRST_PAGE = 200;
const PAGE = 3000;

export function createRecordList(http: Http, path: string, name: string): RecordList {
  const records = new Map<string, RecordView>();
  const gone = new Map<string, number>();
  const listeners = new Set<() => void>();
  let state: ListState = { records, status: "idle", revision: 0 };
  let since: string | undefined;
  let loading: Promise<void> | undefined;
  let refreshing: Promise<void> | undefined;

  function set(patch: Partial<ListState>): void {
    state = { ...state, ...patch, revision: state.revision + 1 };
    for (const listener of listeners) listener();
  }

  /** Whether anything is now other than before. */
  function take(change: Changed): boolean {
    if ((gone.get(change.id) ?? 0) >= change.version) return false;
    if ("deleted" in change) {
      gone.set(change.id, change.version);
      return records.delete(change.id);
    }
    const known = records.get(change.id);
    if (known && (known.version > change.version || isSame(known, change))) return false;
    records.set(change.id, change);
    return true;
  }

  function apply(changes: readonly Changed[]): void {
    let any = false;
    for (const change of changes) any = take(change) || any;
    if (any) set({});
  }

  async function loadAll(): Promise<void> {
    set({ status: "loading" });
    try {
      let page = await http<Page>("GET", `${path}/records?limit=${FIRST_PAGE}`);
      since = page.since;
      apply(page.records);
      while (page.cursor) {
        page = await http<Page>("GET", `${path}/records?limit=${PAGE}&cursor=${encodeURIComponent(page.cursor)}`);
        apply(page.records);
      }
      set({ status: "ready" });
    } catch (error) {
      loading = undefined;
      set({ status: "failed", error });
    }
  }

  async function refreshOnce(): Promise<void> {
    for (let more = true; more && since !== undefined; ) {
      const answer = await http<Changes>("GET", `${path}/changes?since=${encodeURIComponent(since)}`);
      since = answer.since;
      more = answer.more;
      apply(answer.changes);
    }
  }

  function forget(error: unknown): never {
    if (mayNotRead(error)) {
      records.clear();
      since = undefined;
      loading = undefined;
      set({ status: "failed", error });
    }
    throw error;
  }

  return {
    name,
    path,
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      loading ??= loadAll();
      return loading;
    },
    async refresh() {
      await this.load();
      refreshing ??= refreshOnce()
        .catch(forget)
        .finally(() => {
          refreshing = undefined;
        });
      await refreshing;
    },
    apply,
  };
}

/** Whether an answer says that this list is not, or no longer, for whoever asks. */
export function mayNotRead(error: unknown): boolean {
  return error instanceof Problem && (error.status === 403 || error.status === 404);
}

function isSame(a: RecordView, b: RecordView): boolean {
  return a === b || (a.version === b.version && JSON.stringify(a) === JSON.stringify(b));
}
