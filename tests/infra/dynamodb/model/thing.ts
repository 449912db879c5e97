import fc from "fast-check";
import { type Item, number, text, thing } from "../things.ts";

/** What a thing is in the model: a count, a note, tags. */
export type Thing = { n?: number; t?: string; tags?: string[] };
export type Model = Map<string, Thing>;

export const SORTS = ["a", "a\u0000", "ab", "b", "中", "𠮷"];
export const sort = fc.constantFrom(...SORTS);
export const small = fc.integer({ min: -3, max: 3 });
export const word: fc.Arbitrary<string> = fc.constantFrom("x", "y", "z");
export const words = fc.uniqueArray(word, { minLength: 1 });
export const full: fc.Arbitrary<Thing> = fc.record({ n: small, t: word, tags: words }, { requiredKeys: [] });

export const toItem = (sk: string, { n, t, tags }: Thing): Item =>
  thing(sk, {
    ...(n !== undefined && { n: number(n) }),
    ...(t !== undefined && { t: text(t) }),
    ...(tags && { tags: { SS: tags } }),
  });

/** An item with its set in order, as a set has none; nothing stays nothing. */
export const normal = (item: Item | undefined): Item | undefined =>
  item?.tags && "SS" in item.tags ? { ...item, tags: { SS: item.tags.SS.toSorted() } } : item;

/** The item that the model says is there, as it is compared. */
export const modelled = (model: Model, sk: string): Item | undefined => {
  const it = model.get(sk);
  return it && normal(toItem(sk, it));
};
