import type { Context } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Right } from "../../shared/guard/roles.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { OnceRequest } from "../accounts/answer-once.ts";
import { MEGABYTE, readJson } from "../http/body.ts";
import type { Action, WriteContext } from "../records/context.ts";
import { onceOf } from "../records/once.ts";
import type { ApiEnv } from "./env.ts";

/** The list a route names, if it exists and the caller has the right there; what one may not read is not found. */
export function requestedRegister(c: Context<ApiEnv>, right: Right): Register {
  const register = registerNamed(c.req.param("r") ?? "");
  const rights = c.get("rights");
  if (!register || !rights.can("read", register.name)) throw new Refusal(register ? "no-right" : "not-found");
  if (!rights.can(right, register.name)) throw new Refusal("no-right");
  if (right === "write" && register.byAction) throw new Refusal("no-right", [{ path: "", code: "by-action-only" }]);
  return register;
}

const write = z.strictObject({ values: z.record(z.string(), z.unknown()) });

/** The columns somebody sent, `{ values }`; whatever is wrong with a column is told under its own name. */
export async function requestedValues(c: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await readJson(c, MEGABYTE, write)).values;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = error.fields.map((field) => ({ ...field, path: field.path.replace(/^values\./, "") }));
    throw new Refusal(error.code, fields, error.extra);
  }
}

/** The version a caller saw, from `If-Match`: a bare number, quoted or weak. */
export function requestedVersion(c: Context): number {
  const header = c.req.header("if-match");
  if (header === undefined) throw new Refusal("version-missing");
  const version = Number(/^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(version)) throw new Refusal("unreadable");
  return version;
}

/** What makes a repetition of the request the same one, for requests whose answer is given again. */
export function onceRequest(c: Context<ApiEnv>, body: unknown): OnceRequest | undefined {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > 200) throw new Refusal("unreadable");
  return { account: c.get("actor").account, key, asked: [c.req.method, c.req.path, body] };
}

/** Who writes and what makes a repetition of the request the same one. */
export function writeContext(c: Context<ApiEnv>, action: Action, body: unknown, part = ""): WriteContext {
  const { account, name } = c.get("actor");
  const rights = c.get("rights");
  const key = c.req.header("idempotency-key");
  const once = onceOf(account, key === undefined ? undefined : key + part, [c.req.method, c.req.path, body]);
  return { actor: { account, name }, action, sees: rights.restricted, ...(once && { once }) };
}
