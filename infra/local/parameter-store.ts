import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod/mini";

/** An answer of a service: its status and its JSON. */
export type ServiceAnswer = { readonly status: number; readonly body: unknown };

/** Stands for the SSM parameter store: it keeps the one parameter there is, the root key, in a file of its own. */
export type ParameterStore = (operation: string, input: unknown) => ServiceAnswer;

const request = z.looseObject({
  Name: z.string(),
  Value: z.optional(z.string()),
  Type: z.optional(z.literal("SecureString")),
  Overwrite: z.optional(z.boolean()),
});

export function openParameterStore(folder: string | undefined): ParameterStore {
  const memory = new Map<string, string>();
  const path = (name: string) => (folder === undefined ? undefined : join(folder, fileName(name)));

  const read = (name: string): string | undefined => {
    const file = path(name);
    if (file === undefined) return memory.get(name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };

  return (operation, input) => {
    const parsed = z.safeParse(request, input);
    if (!parsed.success) return refusal("ValidationException", z.prettifyError(parsed.error));
    const { Name, Value, Overwrite } = parsed.data;
    const known = read(Name);
    if (operation === "GetParameter") {
      if (known === undefined) return refusal("ParameterNotFound", `${Name} is not there.`);
      return { status: 200, body: { Parameter: { Name, Value: known, Type: "SecureString", Version: 1 } } };
    }
    if (operation !== "PutParameter") return refusal("UnknownOperationException", `${operation} is not known here.`);
    // Whatever was sealed with the key would be lost with it, so nothing here ever replaces one.
    if (Overwrite === true) return refusal("ValidationException", "The local store never overwrites a parameter.");
    if (known !== undefined) return refusal("ParameterAlreadyExists", "The parameter already exists.");
    const file = path(Name);
    if (file === undefined) memory.set(Name, Value ?? "");
    else writeSecret(file, Value ?? "");
    return { status: 200, body: { Version: 1, Tier: "Standard" } };
  };
}

/** `/linli/Linli/root-key` is kept as `root.key`. */
const fileName = (name: string) => basename(name).replace(/-key$/, ".key");

function writeSecret(file: string, value: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  writeSync(descriptor, value);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const refusal = (name: string, message: string): ServiceAnswer => ({ status: 400, body: { __type: name, message } });
