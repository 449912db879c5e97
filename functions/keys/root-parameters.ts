import { randomBytes } from "node:crypto";
import { GetParameterCommand, GetParametersCommand, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { type Keys, ringKeys } from "./keys.ts";

/** The service gives so many parameters at once. */
const TOGETHER = 10;

/**
 * Keys whose roots are SecureStrings in the parameter store: `name`, then `name-2`, `name-3` and so on. None is ever
 * overwritten, so that a root is there whole or not at all and the latest is the current one. The first to need one
 * makes it; when two do so at once, only one is kept (`Overwrite: false`), and both read that one.
 */
export function parameterKeys(parameters: SSMClient, name: string, now: () => number): Keys {
  return ringKeys(async () => {
    const roots = await readRoots(parameters, name);
    if (roots.length > 0) return roots;
    const made = await putRoot(parameters, name);
    return made ? [made] : readRoots(parameters, name);
  }, now);
}

/**
 * Adds a root (密钥轮换), which is then the current one; gives its name. Two who rotate at once add one root between
 * them. Refused where there is nothing to rotate yet.
 */
export async function addRoot(parameters: SSMClient, name: string): Promise<string> {
  const roots = await readRoots(parameters, name);
  if (roots.length === 0) throw new Error("There is no root key yet: nothing has been sealed or signed");
  const id = roots.length + 1;
  await putRoot(parameters, parameterName(name, id));
  return String(id);
}

const parameterName = (name: string, id: number) => (id === 1 ? name : `${name}-${id}`);

async function readRoots(parameters: SSMClient, name: string): Promise<Buffer[]> {
  const roots: Buffer[] = [];
  for (;;) {
    const first = roots.length + 1;
    const Names = Array.from({ length: TOGETHER }, (_, index) => parameterName(name, first + index));
    const { Parameters = [] } = await parameters.send(new GetParametersCommand({ Names, WithDecryption: true }));
    const values = new Map(Parameters.map(({ Name, Value }) => [Name, Value]));
    for (const one of Names) {
      const value = values.get(one);
      // A later one without this one is a read that lags: it is seen the next time.
      if (value === undefined) return roots;
      const root = Buffer.from(value, "base64");
      if (root.length !== 32) throw new Error(`The parameter ${one} holds no root key`);
      roots.push(root);
    }
  }
}

/** Puts a new root under a name; undefined when somebody else was quicker. */
async function putRoot(parameters: SSMClient, Name: string): Promise<Buffer | undefined> {
  const root = randomBytes(32);
  const Value = root.toString("base64");
  try {
    await parameters.send(new PutParameterCommand({ Name, Value, Type: "SecureString", Overwrite: false }));
    return root;
  } catch (error) {
    if (!(error instanceof Error && error.name === "ParameterAlreadyExists")) throw error;
    return undefined;
  }
}

/** A secret that somebody put into the parameter store; one that is not there is a fault of the installation. */
export async function readSecret(parameters: SSMClient, name: string): Promise<string> {
  const { Parameter } = await parameters.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return Parameter?.Value ?? "";
}
