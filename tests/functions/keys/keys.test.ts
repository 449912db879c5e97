import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keysFrom, ringKeys } from "../../../functions/keys/keys.ts";
import { addRoot, parameterKeys } from "../../../functions/keys/root-parameters.ts";
import { parameterStore } from "./parameter-store.ts";

const NAME = "/linli/root-key";
const still = () => 0;

describe("the keys of an installation", () => {
  it("come from one root, made on first use and never overwritten", async () => {
    const { client, values, calls } = parameterStore();
    const first = parameterKeys(client, NAME, still);
    const seal = await first.subkey("seal");
    expect(values.size).toBe(1);
    expect(seal).toHaveLength(32);
    expect(await parameterKeys(client, NAME, still).subkey("seal")).toEqual(seal);
    await first.subkey("hash");
    expect(calls).toEqual(["GetParametersCommand", "PutParameterCommand", "GetParametersCommand"]);
  });

  it("are the same for two functions that start at the same moment", async () => {
    const { client } = parameterStore();
    const all = await Promise.all(Array.from({ length: 6 }, () => parameterKeys(client, NAME, still).subkey("hash")));
    expect(new Set(all.map((key) => key.toString("hex"))).size).toBe(1);
  });

  it("differ by purpose, so that one never opens what another closed", async () => {
    const keys = keysFrom(async () => Buffer.alloc(32, 1));
    const all = await Promise.all(
      (["cursor", "hash", "seal", "receipt", "form"] as const).map((one) => keys.subkey(one)),
    );
    expect(new Set(all.map((key) => key.toString("hex"))).size).toBe(5);
  });

  it("are asked for again after a failed first read", async () => {
    let tries = 0;
    const keys = keysFrom(async () => {
      tries += 1;
      if (tries === 1) throw new Error("the network was down");
      return Buffer.alloc(32, 1);
    });
    await expect(keys.subkey("seal")).rejects.toThrow();
    expect(await keys.subkey("seal")).toHaveLength(32);
  });

  it("refuse a root that is none", async () => {
    const { client, values } = parameterStore();
    values.set(NAME, "short");
    await expect(parameterKeys(client, NAME, still).subkey("seal")).rejects.toThrow("holds no root key");
  });
});

describe("a new root key", () => {
  it("is added to the old ones, which stay what they were; ten rotations and more", async () => {
    const { client, values } = parameterStore();
    const before = await parameterKeys(client, NAME, still).newest("seal");
    const first = values.get(NAME);
    for (let rotation = 2; rotation <= 12; rotation += 1) expect(await addRoot(client, NAME)).toBe(String(rotation));
    expect(values.get(NAME)).toBe(first);
    expect(new Set(values.values()).size).toBe(12);
    const after = parameterKeys(client, NAME, still);
    expect((await after.newest("seal")).id).toBe("12");
    expect(await after.named("1", "seal")).toEqual(before.key);
    expect(await after.subkey("seal")).toEqual(before.key);
  });

  it("is one, when two rotate at once", async () => {
    const { client, values } = parameterStore();
    await parameterKeys(client, NAME, still).subkey("seal");
    expect(await Promise.all([addRoot(client, NAME), addRoot(client, NAME)])).toEqual(["2", "2"]);
    expect(values.size).toBe(2);
  });

  it("is not made where there is none to replace", async () => {
    const { client, values } = parameterStore();
    await expect(addRoot(client, NAME)).rejects.toThrow("no root key yet");
    expect(values.size).toBe(0);
  });

  it("is current in a running container after five minutes, and known there at once to whoever names it", async () => {
    const { client } = parameterStore();
    let now = 10_000;
    const running = parameterKeys(client, NAME, () => now);
    await running.newest("seal");
    await addRoot(client, NAME);
    now += 4 * 60_000;
    expect((await running.newest("seal")).id).toBe("1");
    expect(await running.named("2", "seal")).toEqual((await parameterKeys(client, NAME, still).newest("seal")).key);
    expect((await running.newest("seal")).id).toBe("2");
    await addRoot(client, NAME);
    now += 6 * 60_000;
    expect((await running.newest("seal")).id).toBe("3");
  });

  it("that a stranger makes up costs no read of its own: however many come, one is read for all", async () => {
    let reads = 0;
    const roots = [randomBytes(32)];
    let now = 10_000;
    const keys = ringKeys(
      async () => {
        reads += 1;
        return roots;
      },
      () => now,
    );
    await keys.newest("form");
    now += 2_000;
    const asked = await Promise.all(Array.from({ length: 50 }, (_, index) => keys.named(String(index + 2), "form")));
    expect(asked).toEqual(Array(50).fill(undefined));
    expect(await keys.named("x", "form")).toBeUndefined();
    expect(await keys.named("99999", "form")).toBeUndefined();
    expect(reads).toBe(2);
  });

  it("does not stop a container that cannot ask for it: the one it has goes on", async () => {
    let now = 10_000;
    let isDown = false;
    const root = randomBytes(32);
    const keys = ringKeys(
      async () => {
        if (isDown) throw new Error("the parameter store does not answer");
        return [root];
      },
      () => now,
    );
    const before = await keys.newest("seal");
    isDown = true;
    now += 3_600_000;
    expect(await keys.newest("seal")).toEqual(before);
    await expect(keys.named("2", "seal")).rejects.toThrow("does not answer");
  });
});
