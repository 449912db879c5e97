import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod/mini";

/** An answer of a service: its status and its JSON. */
export type ServiceAnswer = { readonly status: number; readonly body: unknown };

/** Stands for the SSM parameter store: it keeps each parameter, such as a root key, in a file of its own. */
export type ParameterStore = (operation: string, input: unknown) => ServiceAnswer;

const request = z.looseObject({
  Name: z.optional(z.string()),
  Names: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(10))),
  Value: z.optional(z.string()),
  Type: z.optional(z.literal("SecureString")),
  Overwrite: z.optional(z.boolean()),
});

/** `given` stand in the store from the start, and are not written to the folder. */
export function openParameterStore(
  folder: string | undefined,
  given: Readonly<Record<string, string>> = {},
): ParameterStore {
  const memory = new Map<string, string>();
  const path = (name: string) => (folder === undefined ? undefined : join(folder, fileName(name)));

  const read = (name: string): string | undefined => {
    if (Object.hasOwn(given, name)) return given[name];
    const file = path(name);
    if (file === undefined) return memory.get(name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };

  const several = (names: readonly string[]) => ({
    Parameters: names.flatMap((Name) => {
      const Value = read(Name);
      return Value === undefined ? [] : [{ Name, Value, Type: "SecureString", Version: 1 }];
    }),
    InvalidParameters: names.filter((name) => read(name) === undefined),
  });

  return (operation, input) => {
    const parsed = z.safeParse(request, input);
    if (!parsed.success) return refusal("ValidationException", z.prettifyError(parsed.error));
    const { Name, Names, Value, Overwrite } = parsed.data;
    if (operation === "GetParameters" && Names) return { status: 200, body: several(Names) };
    if (Name === undefined) return refusal("ValidationException", "A parameter has a name.");
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
    else if (!writeSecret(file, Value ?? "")) return refusal("ParameterAlreadyExists", "The parameter already exists.");
    return { status: 200, body: { Version: 1, Tier: "Standard" } };
  };
}

/** `/linli/Linli/root-key` is kept as `root.key`, `root-key-2` as `root-2.key`. */
const fileName = (name: string) => basename(name).replace(/-key(-\d+)?$/, "$1.key");

/** Writes a file that is there whole or not at all, whatever ends us on the way; false when it was there before. */
function writeSecret(file: string, value: string): boolean {
  const unfinished = `${file}.${process.pid}.unfinished`;
  const descriptor = openSync(unfinished, "w", 0o600);
  writeSync(descriptor, value);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    // Unlike a rename, a link replaces nothing.
    linkSync(unfinished, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

const refusal = (name: string, message: string): ServiceAnswer => ({ status: 400, body: { __type: name, message } });
