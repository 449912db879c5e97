import { hkdfSync, randomBytes } from "node:crypto";
import { GetParameterCommand, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";

/** What a key derived from the root is for; one purpose never opens what another has closed. */
export type KeyPurpose = "cursor" | "hash" | "seal" | "receipt" | "form" | "once";

/** Keys of this installation (密钥): all derived from one root that never leaves the function. */
export type Keys = { readonly subkey: (purpose: KeyPurpose) => Promise<Buffer> };

/** Keys from a root secret; 32 bytes each, the same for the same root and purpose. */
export function keysFrom(root: () => Promise<Buffer>): Keys {
  let kept: Promise<Buffer> | undefined;
  const derived = new Map<KeyPurpose, Buffer>();
  return {
    subkey: async (purpose) => {
      const known = derived.get(purpose);
      if (known) return known;
      // A failed first read must not stay the answer for the life of the container.
      kept ??= root().catch((error: unknown) => {
        kept = undefined;
        throw error;
      });
      const key = Buffer.from(hkdfSync("sha256", await kept, "linli", purpose, 32));
      derived.set(purpose, key);
      return key;
    },
  };
}

/**
 * Keys whose root is a SecureString in the parameter store. The first to need it makes it; when two do so at once,
 * only one is kept (`Overwrite: false`), and both read that one.
 */
export function parameterKeys(parameters: SSMClient, name: string): Keys {
  return keysFrom(async () => (await readRoot(parameters, name)) ?? (await makeRoot(parameters, name)));
}

async function readRoot(parameters: SSMClient, name: string): Promise<Buffer | undefined> {
  try {
    const { Parameter } = await parameters.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    const root = Buffer.from(Parameter?.Value ?? "", "base64");
    if (root.length !== 32) throw new Error(`The parameter ${name} holds no root key`);
    return root;
  } catch (error) {
    if (isNamed(error, "ParameterNotFound")) return undefined;
    throw error;
  }
}

/** A secret that somebody put into the parameter store; one that is not there is a fault of the installation. */
export async function readSecret(parameters: SSMClient, name: string): Promise<string> {
  const { Parameter } = await parameters.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return Parameter?.Value ?? "";
}

async function makeRoot(parameters: SSMClient, name: string): Promise<Buffer> {
  const root = randomBytes(32);
  try {
    const Value = root.toString("base64");
    await parameters.send(new PutParameterCommand({ Name: name, Value, Type: "SecureString", Overwrite: false }));
    return root;
  } catch (error) {
    if (!isNamed(error, "ParameterAlreadyExists")) throw error;
    const existing = await readRoot(parameters, name);
    if (!existing) throw new Error(`The parameter ${name} exists and cannot be read`);
    return existing;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
