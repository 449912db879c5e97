import { Hono } from "hono";
import * as z from "zod/mini";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import type { Register } from "../../../shared/schema/register.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { problemOf } from "../../http/problem-response.ts";
import type { WriteContext } from "../../records/context.ts";
import { onceId, refuseReused } from "../../records/once.ts";
import { viewRecord } from "../../records/view.ts";
import { createRecord, patchRecord, StaleRecord } from "../../records/write.ts";
import { batchGetRecords, type StoredRecord } from "../../store/records.ts";
import type { ApiEnv } from "../env.ts";
import { requestedRegister, writeContext } from "../requested.ts";
import { stale } from "./records.ts";

const PATCHES_MAX = 100;
/** Rows written at the same time: enough to hide the table's answer time, few enough to leave others room. */
const AT_ONCE = 10;

const patch = z.strictObject({
  id: z.optional(z.string()),
  version: z.optional(z.int()),
  values: z.record(z.string(), z.unknown()),
});
const patches = z.strictObject({ patches: z.array(patch) });
type Patch = z.infer<typeof patch>;

/** Many rows at once, each answered for itself: POST /registers/{r}/patches. */
export const patchRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().post("/registers/:r/patches", async (c) => {
    const register = requestedRegister(c, "write");
    const body = await readJson(c, MEGABYTE, patches);
    if (body.patches.length > PATCHES_MAX) {
      throw invalid({ path: "patches", code: "too-many-rows", params: { max: PATCHES_MAX } });
    }
    const sees = c.get("rights").restricted;
    const rows = body.patches.map((row, index) => ({
      row,
      context: writeContext(c, row.id === undefined ? "create" : "edit", body, `#${index}`),
    }));
    await refuseReusedKey(deps, register, c.get("community"), rows);
    const answers = await inTurns(rows, async ({ row, context }) => {
      try {
        const { id, version } = await written(deps, register, c.get("community"), row, context);
        return { id, version };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const refusal = error instanceof StaleRecord ? stale(error, (now) => viewRecord(register, now, sees)) : error;
        return problemOf(refusal, c.get("language"));
      }
    });
    return c.json(answers);
  });

type Row = { readonly row: Patch; readonly context: WriteContext };

/** A key that stands for another request refuses this one as a whole, before any of its rows is written. */
async function refuseReusedKey(deps: Deps, register: Register, community: string, rows: readonly Row[]): Promise<void> {
  const keyed = rows.flatMap(({ row, context: { once } }) =>
    once ? [{ once, id: row.id ?? onceId(register.name, community, once) }] : [],
  );
  if (keyed.length === 0) return;
  const ids = keyed.map(({ id }) => id);
  const records = await batchGetRecords(deps, register.name, community, ids, { deleted: true });
  refuseReused(
    records,
    keyed.map(({ once }) => once),
  );
}

function written(
  deps: Deps,
  register: Register,
  community: string,
  row: Patch,
  context: WriteContext,
): Promise<StoredRecord> {
  if (row.id === undefined) return createRecord(deps, register, community, row.values, context);
  if (row.version === undefined) throw new Refusal("version-missing");
  return patchRecord(deps, register, { community, id: row.id, version: row.version }, row.values, context);
}

/** Applies `work` to all, a few at a time; the first fault ends it. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) {
      const one = all[index];
      if (one !== undefined) results[index] = await work(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
  return results;
}
