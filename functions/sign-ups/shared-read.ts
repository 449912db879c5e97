type Slot<T> = { running: Promise<T>; next?: Promise<T> };

/** Reads one key for one owner; who asks while a read is under way shares the next one. */
export type SharedRead<T> = (owner: object, key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Reads that many ask for at once (合并读取), as when a whole square scans one poster and one machine serves them all.
 * A read begins after everyone it answers has asked, so that nobody gets what was true before: it saves reads, and is
 * no cache. Where a function serves one request at a time, as on Lambda, it changes nothing.
 */
export function sharedReads<T>(): SharedRead<T> {
  const owners = new WeakMap<object, Map<string, Slot<T>>>();
  return (owner, key, read) => {
    const slots = owners.get(owner) ?? new Map<string, Slot<T>>();
    owners.set(owner, slots);
    const start = (): Promise<T> => {
      const slot: Slot<T> = { running: read() };
      slots.set(key, slot);
      const done = () => {
        if (slot.next === undefined) slots.delete(key);
      };
      slot.running.then(done, done);
      return slot.running;
    };
    const slot = slots.get(key);
    if (!slot) return start();
    slot.next ??= slot.running.then(start, start);
    return slot.next;
  };
}
