/**
 * Keys of writes that were sent and of which nobody knows whether they arrived (结果不明的写入). Asked for again, such a
 * write goes under the key it had, so that the server does it once. Only a digest of what was sent is kept.
 */
export type Repeats = {
  /** The key of a write; the same as before as long as it is not settled. */
  keyOf(write: string): string;
  /** The server said what became of it: asked for once more, it is another wish. */
  settled(write: string): void;
};

type Place = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function createRepeats(place: Place, newId: () => string): Repeats {
  const known = new Map<string, string>();
  const nameOf = (write: string) => `linli.repeat.${digest(write)}`;
  return {
    keyOf(write) {
      const name = nameOf(write);
      const key = known.get(name) ?? place.getItem(name) ?? newId();
      known.set(name, key);
      try {
        place.setItem(name, key);
      } catch {
        // A full storage costs the key at the next reload, and nothing before it.
      }
      return key;
    },
    settled(write) {
      known.delete(nameOf(write));
      place.removeItem(nameOf(write));
    },
  };
}

/** 53 bits of a text (cyrb53): no secret, and two texts that shared it would be told apart by the server. */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
