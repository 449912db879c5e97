import type { Values } from "../schema/field.ts";
import { withoutNulls } from "../schema/values.ts";
import type { Existing, ListIndex, RowWrite } from "./list-index.ts";

/** What one row would make and change, before it is known whether the row holds (草稿). */
export type Draft = {
  readonly writes: () => readonly RowWrite[];
  create(register: string, id: string, values: Values): Existing;
  patch(register: string, existing: Existing, given: Values): Existing;
  /** Runs when the row is taken: what the file has said so far, for the rows that follow. */
  whenTaken(remember: () => void): void;
  /** Makes the draft known to the rows that follow. */
  take(index: ListIndex): Promise<void>;
  /** Makes known what the row said and not what it would write. */
  remember(): void;
};

export function openDraft(): Draft {
  const writes = new Map<string, RowWrite>();
  const remembered: (() => void)[] = [];
  const remember = () => {
    for (const one of remembered) one();
  };
  return {
    remember,
    writes: () => [...writes.values()],
    create(register, id, values) {
      writes.set(`${register}#${id}`, { register, id, create: true, given: values });
      return { id, values, masks: {} };
    },
    patch(register, existing, given) {
      const key = `${register}#${existing.id}`;
      const before = writes.get(key);
      const all = { ...before?.given, ...given };
      writes.set(key, { register, id: existing.id, create: before?.create ?? false, given: all });
      return { ...existing, values: withoutNulls({ ...existing.values, ...given }) };
    },
    whenTaken: (one) => void remembered.push(one),
    async take(index) {
      for (const write of writes.values()) await index.add(write);
      remember();
    },
  };
}
