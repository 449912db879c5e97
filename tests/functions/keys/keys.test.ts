import type { GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { describe, expect, it } from "vitest";
import { keysFrom, parameterKeys } from "../../../functions/keys/keys.ts";

/** A parameter store that answers as the service does, with one value for each name. */
function parameterStore() {
  const values = new Map<string, string>();
  const calls: string[] = [];
  const fail = (name: string) => Object.assign(new Error(name), { name });
  const store = {
    send: async (command: GetParameterCommand | PutParameterCommand) => {
      await new Promise((resolve) => setImmediate(resolve));
      const input = command.input as { Name: string; Value?: string; Overwrite?: boolean; Type?: string };
      calls.push(command.constructor.name);
      if (input.Value === undefined) {
        const Value = values.get(input.Name);
        if (Value === undefined) throw fail("ParameterNotFound");
        return { Parameter: { Value } };
      }
      if (values.has(input.Name) && !input.Overwrite) throw fail("ParameterAlreadyExists");
      if (input.Type !== "SecureString") throw fail("ValidationException");
      values.set(input.Name, input.Value);
      return {};
    },
  };
  // Only `send` of the client is used.
  return { client: store as unknown as SSMClient, values, calls };
}

describe("the keys of an installation", () => {
  it("come from one root, made on first use and never overwritten", async () => {
    const { client, values, calls } = parameterStore();
    const first = parameterKeys(client, "/linli/root");
    const seal = await first.subkey("seal");
    expect(values.size).toBe(1);
    expect(seal).toHaveLength(32);
    expect(await parameterKeys(client, "/linli/root").subkey("seal")).toEqual(seal);
    await first.subkey("hash");
    expect(calls).toEqual(["GetParameterCommand", "PutParameterCommand", "GetParameterCommand"]);
  });

  it("are the same for two functions that start at the same moment", async () => {
    const { client } = parameterStore();
    const all = await Promise.all(Array.from({ length: 6 }, () => parameterKeys(client, "/linli/root").subkey("hash")));
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
    values.set("/linli/root", "short");
    await expect(parameterKeys(client, "/linli/root").subkey("seal")).rejects.toThrow("holds no root key");
  });
});
