const last = new Map<string, Promise<unknown>>();

/**
 * Lets acts on the same books in one process wait for one another instead of meeting in the table, where all but one
 * would have to be worked out again. Between processes the head's version decides.
 */
export async function inTurn<T>(community: string, act: () => Promise<T>): Promise<T> {
  const before = last.get(community) ?? Promise.resolve();
  const mine = before.then(act, act);
  const settled = mine.catch(() => undefined);
  last.set(community, settled);
  try {
    return await mine;
  } finally {
    if (last.get(community) === settled) last.delete(community);
  }
}
