import { hkdfSync } from "node:crypto";
import { setTimeout } from "node:timers/promises";

/** What a key derived from a root is for; one purpose never opens what another has closed. */
export type KeyPurpose = "cursor" | "hash" | "seal" | "receipt" | "form" | "once" | "community";

/** A key of 32 bytes and the name under which whatever it made finds it again. */
export type NamedKey = { readonly id: string; readonly key: Buffer };

/**
 * Keys of this installation (密钥): all derived from its roots, which never leave the function. Rotation (密钥轮换) adds
 * a root and takes none away, so that what an older one made still opens.
 */
export type Keys = {
  /**
   * The key of the first root, which rotation leaves alone: for hashes by which something is found, and which nobody
   * could make anew because what they were made of is not kept (a recovery code, a printed code).
   */
  readonly subkey: (purpose: KeyPurpose) => Promise<Buffer>;
  /** The key that seals and signs from now on; a container learns of a newer one within minutes. */
  readonly newest: (purpose: KeyPurpose) => Promise<NamedKey>;
  /** The key of a name. One that is not known yet is looked for anew; undefined when there is none. */
  readonly named: (id: string, purpose: KeyPurpose) => Promise<Buffer | undefined>;
};

/** How long a container believes that no newer root has come. */
const FRESH_MS = 5 * 60_000;
/** Unknown names may be made up by strangers: however many come, the roots are read no more often. */
const PAUSE_MS = 1_000;
const NAME = /^[1-9]\d{0,3}$/;

/** Keys of an installation that has one root for ever; the same for the same root, name and purpose. */
export const keysFrom = (root: () => Promise<Buffer>): Keys =>
  ringKeys(
    async () => [await root()],
    () => 0,
  );

/** Keys from roots, the oldest first; the name of a root is its place, from 1. */
export function ringKeys(read: () => Promise<readonly Buffer[]>, now: () => number): Keys {
  let roots: readonly Buffer[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  const derived = new Map<string, Buffer>();

  /** Of many who ask at once, one reads. A failed read is not the answer for the life of the container. */
  const readAgain = (): Promise<void> => {
    reading ??= read()
      .then((found) => {
        // A read that lags must not take a root away again.
        if (found.length >= roots.length) roots = found;
        readAt = now();
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };

  const keyOf = (id: string, purpose: KeyPurpose): Buffer | undefined => {
    const name = `${id}/${purpose}`;
    const known = derived.get(name);
    if (known) return known;
    const root = roots[Number(id) - 1];
    if (!root) return undefined;
    const key = Buffer.from(hkdfSync("sha256", root, "linli", purpose, 32));
    derived.set(name, key);
    return key;
  };

  const required = (id: string, purpose: KeyPurpose): Buffer => {
    const key = keyOf(id, purpose);
    if (!key) throw new Error("This installation has no root key");
    return key;
  };

  return {
    subkey: async (purpose) => {
      if (roots.length === 0) await readAgain();
      return required("1", purpose);
    },
    newest: async (purpose) => {
      if (roots.length === 0) await readAgain();
      // Whoever cannot ask for a newer root goes on with the one it has.
      else if (now() - readAt > FRESH_MS) await readAgain().catch(() => undefined);
      const id = String(roots.length);
      return { id, key: required(id, purpose) };
    },
    named: async (id, purpose) => {
      if (!NAME.test(id)) return undefined;
      const known = keyOf(id, purpose);
      if (known) return known;
      const asked = now();
      if (asked - readAt < PAUSE_MS) await setTimeout(PAUSE_MS - Math.max(0, asked - readAt));
      // Somebody else who waited has read since.
      if (readAt <= asked) await readAgain();
      return keyOf(id, purpose);
    },
  };
}
