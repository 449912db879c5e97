import fc from "fast-check";
import { expect, test } from "vitest";
import { createDrafts } from "../../../admin/app/drafts.ts";
import { typedSince } from "../../../admin/layout/draft.ts";

/** The storage of one tab. */
function tab() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const at = () => "#/posts";

test("what was typed into a dialog is there when it is opened again, after a reload too, and says so", () => {
  const place = tab();
  const draft = createDrafts(place, "a1.c1", at).open("posts.grant");
  expect(draft.isResumed()).toBe(false);
  draft.keep("name", "Li");
  draft.entitle("Grant a post");
  const later = createDrafts(place, "a1.c1", at);
  expect(later.unfinished()).toEqual([{ name: "posts.grant", title: "Grant a post", at: "#/posts" }]);
  const again = later.open("posts.grant");
  expect([again.isResumed(), again.read("name")]).toEqual([true, "Li"]);
});

test("a dialog on the screen is not called unfinished, and one that was sent, given up or emptied is forgotten", () => {
  const place = tab();
  const drafts = createDrafts(place, "a1.c1", at);
  const draft = drafts.open("d");
  const hide = draft.show();
  draft.keep("name", "Li");
  expect(drafts.unfinished()).toEqual([]);
  hide();
  expect(drafts.unfinished()).toHaveLength(1);
  draft.keep("name", undefined);
  expect(drafts.isAny()).toBe(false);
  draft.keep("name", "Li");
  draft.drop();
  draft.keep("name", "typed while it closes");
  expect(place.length).toBe(0);
});

test("another account or community sees nothing of it", () => {
  const place = tab();
  createDrafts(place, "a1.c1", at).open("d").keep("name", "Li");
  for (const owner of ["a2.c1", "a1.c2"]) {
    const drafts = createDrafts(place, owner, at);
    expect([drafts.isAny(), drafts.unfinished(), drafts.open("d").read("name")]).toEqual([false, [], undefined]);
  }
});

test("what was typed earlier stands upon the record as it was then, until it is begun anew", () => {
  const place = tab();
  createDrafts(place, "a1.c1", at).open("edit", 3).keep("title", "Mine");
  const again = createDrafts(place, "a1.c1", at).open("edit", 5);
  expect(again.version).toBe(3);
  again.restart();
  expect([again.version, again.read("title"), place.length]).toEqual([5, undefined, 0]);
});

test("of several columns only those that were changed are kept: laid upon newer ones they change no other", () => {
  const columns = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(fc.integer(), fc.string(), fc.constant(null)));
  fc.assert(
    fc.property(columns, columns, (first, changes) => {
      const value = { ...first, ...changes };
      const typed = (typedSince(first, value) ?? {}) as Record<string, unknown>;
      // A column that is not there is as empty as one that holds nothing.
      for (const key of ["a", "b", "c"]) expect({ ...first, ...typed }[key] ?? null).toEqual(value[key] ?? null);
      for (const key of Object.keys(typed)) expect(typed[key]).not.toEqual(first[key] ?? null);
    }),
  );
});
