import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What a request's line in the log tells besides its function and status. Nobody is named: accounts and programs stand by
 * the ids they have here, addresses by a keyed hash.
 */
export type Notes = {
  /** The route as it was written, with the names of its parts instead of what stood there. */
  on?: string;
  /** Who asked, or who was let in. */
  by?: string;
  /** The account that somebody tried to get into; `nobody` where there is none of that name. */
  about?: string;
  /** The address somebody tried from. */
  from?: string;
  /** Why the request was refused. */
  refused?: string;
};

/** Several requests may be answered in one process at a time; each has notes of its own. */
const current = new AsyncLocalStorage<Notes>();

/** Adds to the line of the request that is being answered, if one is. */
export function note(notes: Notes): void {
  Object.assign(current.getStore() ?? {}, notes);
}

export function withNotes<T>(notes: Notes, run: () => T): T {
  return current.run(notes, run);
}
