import { expect, test } from "vitest";
import { nothingUnsaved, type Unsaved } from "../../../admin/records/pending.ts";
import { forgetTyped, takeOver, unsavedStore } from "../../../admin/records/unsaved-store.ts";

/** A browser's storage that can be full. */
function storage(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (at) => [...kept.keys()][at] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem(key, value) {
      if (full) throw new Error("QuotaExceededError");
      kept.set(key, value);
    },
  };
}

const unsaved: Unsaved = {
  ...nothingUnsaved,
  cells: {
    r1: { name: { value: "Li", base: "", state: "unsaved" }, idNo: { value: "secret", base: "", state: "unsaved" } },
  },
  drafts: { new1: { values: { name: "Wang", idNo: "secret" }, state: "unsaved", problems: {}, offered: false } },
  batches: [{ key: "k1", rows: [{ id: "r1", version: 1, values: { idNo: "secret" } }] }],
};
const isSealed = (column: string) => column === "idNo";

test("what was not saved comes back whole after a reload", () => {
  const places = { lasting: storage(), tab: storage() };
  unsavedStore("k", isSealed, places).write(unsaved);
  expect(unsavedStore("k", isSealed, places).read()).toEqual(unsaved);
});

test("an identity number never stays on the computer once the tab is closed", () => {
  const places = { lasting: storage(), tab: storage() };
  unsavedStore("k", isSealed, places).write(unsaved);
  expect(places.lasting.getItem("k")).not.toContain("secret");
  const later = unsavedStore("k", isSealed, { lasting: places.lasting, tab: storage() }).read();
  expect(later?.cells.r1?.name?.value).toBe("Li");
  expect(later?.batches).toEqual([]);
});

test("nothing is left behind once all is saved", () => {
  const places = { lasting: storage(), tab: storage() };
  const keep = unsavedStore("k", isSealed, places);
  keep.write(unsaved);
  keep.write(undefined);
  expect(places.lasting.length + places.tab.length).toBe(0);
  expect(keep.read()).toBeUndefined();
});

test("nothing of what was typed is left behind once somebody has signed out, with the server or without", () => {
  const places = { lasting: storage(), tab: storage() };
  unsavedStore("linli.unsaved.a1.500100001001.residents", isSealed, places).write(unsaved);
  places.tab.setItem("linli.draft.a1.voucher", '{"counterparty":"Li"}');
  places.lasting.setItem("linli.sheet.a1.residents", "widths");
  places.lasting.setItem("linli.language", "en");
  forgetTyped([places.lasting, places.tab]);
  expect(places.tab.length).toBe(0);
  expect([places.lasting.key(0), places.lasting.key(1), places.lasting.length]).toEqual([
    "linli.sheet.a1.residents",
    "linli.language",
    2,
  ]);
});

test("a full or damaged storage does not stop the work", () => {
  const keep = unsavedStore("k", isSealed, { lasting: storage(true), tab: storage(true) });
  expect(() => keep.write(unsaved)).not.toThrow();
  const damaged = { lasting: storage(), tab: storage() };
  damaged.lasting.setItem("k", "{");
  expect(unsavedStore("k", isSealed, damaged).read()).toBeUndefined();
});

test("a tab takes over once what closed tabs left, and nothing of one that is open", () => {
  const lasting = storage();
  for (const tab of ["open", "closed"]) unsavedStore(`k~${tab}`, isSealed, { lasting, tab: storage() }).write(unsaved);
  unsavedStore("kk~closed", isSealed, { lasting, tab: storage() }).write(unsaved);
  const left = takeOver("k", (tab) => tab === "open", lasting);
  expect(left.map(({ cells }) => cells.r1?.name?.value)).toEqual(["Li"]);
  expect(takeOver("k", (tab) => tab === "open", lasting)).toEqual([]);
  expect([lasting.key(0), lasting.key(1), lasting.length]).toEqual(["k~open", "kk~closed", 2]);
});
