import type { Context } from "hono";
import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { fieldProblems } from "./field-problems.ts";
import { checkPlain, isBroken } from "./plain-json.ts";

/** What a JSON or form body may measure unless its route says otherwise. */
export const MEGABYTE = 1024 * 1024;

/**
 * The JSON body of a request in the shape of its schema: 413 too large, 415 not JSON, 400 not readable,
 * 422 with every field that does not hold.
 */
export async function readJson<S extends z.core.$ZodType>(
  c: Context,
  limitBytes: number,
  schema: S,
): Promise<z.core.output<S>> {
  requireType(c, (type) => type === "application/json" || /^application\/[\w.-]+\+json$/.test(type));
  const text = decode(await readBytes(c, limitBytes));
  const value = parse(text);
  checkPlain(value);
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) throw new Refusal("invalid-fields", fieldProblems(parsed.error.issues, value));
  return parsed.data;
}

/** The fields of a posted page form (`application/x-www-form-urlencoded`). */
export async function readForm(c: Context, limitBytes: number): Promise<URLSearchParams> {
  requireType(c, (type) => type === "application/x-www-form-urlencoded");
  const text = decode(await readBytes(c, limitBytes));
  for (const piece of text.split(/[&=]/)) requireDecodable(piece);
  const form = new URLSearchParams(text);
  const broken = [...form].filter(([key, value]) => isBroken(key) || isBroken(value));
  if (broken.length > 0) {
    throw new Refusal(
      "invalid-fields",
      broken.map(([key]) => ({ path: isBroken(key) ? "" : key, code: "broken-text" })),
    );
  }
  return form;
}

/** The raw body, at most so large. */
export async function readBytes(c: Context, limitBytes: number): Promise<Uint8Array> {
  const encoding = c.req.header("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") throw new Refusal("wrong-type");
  const limit = { limitBytes };
  if (Number(c.req.header("content-length") ?? 0) > limitBytes) throw new Refusal("too-large", [], limit);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length > limitBytes) throw new Refusal("too-large", [], limit);
  return bytes;
}

function requireType(c: Context, accepts: (type: string) => boolean): void {
  const [type = "", ...options] = (c.req.header("content-type") ?? "").split(";").map((part) => part.trim());
  const charset = options
    .find((option) => /^charset=/i.test(option))
    ?.slice("charset=".length)
    .replace(/"/g, "");
  if (!accepts(type.toLowerCase())) throw new Refusal("wrong-type");
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new Refusal("wrong-type");
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("unreadable");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("unreadable");
  }
}

function requireDecodable(piece: string): void {
  try {
    decodeURIComponent(piece.replace(/\+/g, " "));
  } catch {
    throw new Refusal("unreadable");
  }
}
