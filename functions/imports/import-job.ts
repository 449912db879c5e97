import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { ImportColumn } from "../../shared/import/match-columns.ts";
import { type Importer, type Target, targetsOf } from "../../shared/import/target.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import { type Job, readJob } from "../jobs/job.ts";
import { readPart } from "./parts.ts";

const counts = z.object({ new: z.number(), changed: z.number(), same: z.number(), error: z.number() });
export type Counts = z.infer<typeof counts>;
export const NO_ROWS: Counts = { new: 0, changed: 0, same: 0, error: 0 };

const problem = z.object({ path: z.string(), code: z.string() });
/** A row that was to be taken and could not be, because the lists changed after the preview. */
export const refusedRow = z.object({ row: z.number(), problems: z.array(problem) });
export type RefusedRow = z.infer<typeof refusedRow>;

const importData = z.object({
  register: z.string(),
  counts,
  /** `redo` puts in place again what an undo took back before a clerk came between. */
  phase: z.enum(["commit", "undo", "redo"]),
  /** Attempts to take it back, this one not counted. */
  attempt: z._default(z.number(), 0),
  undone: z._default(z.boolean(), false),
  /** Rows up to here are written one by one, to find the one that cannot be. */
  careful: z._default(z.number(), 0),
  /** The row that last met somebody else's change, and how often. */
  stuck: z._default(z.object({ row: z.number(), times: z.number() }), { row: 0, times: 0 }),
  /** Rows that changed since, which is why an undo stopped. */
  changedRows: z._default(z.array(z.number()), []),
  /** What the caller may see, as it was when the columns were matched. */
  sees: z.array(z.string()),
  imports: z.array(z.string()),
  once: z.optional(z.string()),
});

/** What an import keeps about itself (导入). */
export type ImportData = z.infer<typeof importData>;
export type ImportJob = Job & { readonly data: ImportData };

/** The import of that id in a list, or there is none. */
export async function requireImport(deps: Deps, register: Register, community: string, id: string): Promise<ImportJob> {
  const job = await readJob(deps, community, id);
  const found = job?.kind === "import" ? asImport(job) : undefined;
  if (found?.data.register !== register.name) throw new Refusal("not-found");
  return found;
}

export function asImport(job: Job): ImportJob {
  return { ...job, data: importData.parse(job.data) };
}

export function importedRegister(job: ImportJob): Register {
  const register = registerNamed(job.data.register);
  if (!register) throw new Error(`There is no list ${job.data.register}`);
  return register;
}

/** What the import's columns can stand for, with the rights of whoever began it. */
export function importTargets(job: ImportJob): readonly Target[] {
  const importer: Importer = {
    sees: (name) => job.data.sees.includes(name),
    mayImport: (name) => job.data.imports.includes(name),
  };
  return targetsOf(importedRegister(job), importer);
}

export async function readColumns(deps: Deps, job: ImportJob): Promise<readonly ImportColumn[]> {
  const columns = await readPart(deps, job.id, "COLUMNS");
  if (!Array.isArray(columns)) throw new Error("An import has lost its columns");
  return columns;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The id of a record that an import makes: the same for the same row or key, however often it is worked out.
 * Ids begin with the time of the import and the place in the file, so that a list opens in the file's order.
 */
export function madeId(importId: string, register: string, key: string): string {
  const bytes = createHash("sha256").update(`${importId}\n${register}\n${key}`).digest();
  const chance = Array.from(bytes.subarray(0, 9), (byte) => ALPHABET.charAt(byte % 32)).join("");
  return importId.slice(0, 10) + placeOf(key) + chance;
}

/** Seven characters that sort like the numbers in a key: a row, a household's number, a building, unit and room. */
function placeOf(key: string): string {
  const numbers = (key.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  let place = numbers.reduce((sum, number) => sum * 2048 + Math.min(number, 2047), 0);
  if (numbers.length === 1) place = Math.min(numbers[0] ?? 0, 2 ** 35 - 1);
  let text = "";
  for (let digit = 0; digit < 7; digit += 1) {
    text = ALPHABET.charAt(place % 32) + text;
    place = Math.floor(place / 32);
  }
  return text;
}
