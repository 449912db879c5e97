import { expect, test } from "vitest";
import { sharedReads } from "../../../functions/sign-ups/shared-read.ts";

/** A store whose reads end when the test says so. */
function slowStore() {
  const ends: (() => void)[] = [];
  const store = { value: 0, reads: 0 };
  const read = async () => {
    store.reads += 1;
    const { value } = store;
    await new Promise<void>((resolve) => ends.push(resolve));
    return value;
  };
  return { store, read, end: () => ends.splice(0).map((one) => one()) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("who asks while a read is under way shares the next one, which sees what was written before they asked", async () => {
  const { store, read, end } = slowStore();
  const shared = sharedReads<number>();
  const first = shared(store, "key", read);
  store.value = 1;
  const others = [1, 2, 3].map(() => shared(store, "key", read));
  end();
  expect(await first).toBe(0);
  await turn();
  end();
  expect(await Promise.all(others)).toEqual([1, 1, 1]);
  expect(store.reads).toBe(2);
});

test("a read that failed is told to those who shared it, and the next ones read again", async () => {
  const owner = {};
  const shared = sharedReads<number>();
  const failing = async () => {
    throw new Error("no answer");
  };
  await expect(shared(owner, "key", failing)).rejects.toThrow("no answer");
  expect(await shared(owner, "key", async () => 7)).toBe(7);
  const both = [shared(owner, "key", failing), shared(owner, "key", async () => 8)];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test("different keys and different owners never share", async () => {
  const shared = sharedReads<string>();
  const [one, two] = [{}, {}];
  const read = (text: string) => async () => text;
  const all = [shared(one, "a", read("1a")), shared(one, "b", read("1b")), shared(two, "a", read("2a"))];
  expect(await Promise.all(all)).toEqual(["1a", "1b", "2a"]);
});
