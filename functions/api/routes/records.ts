import { Hono } from "hono";
import { invalid, Refusal } from "../../../shared/contract/refusal.ts";
import type { Rights } from "../../../shared/guard/rights.ts";
import type { Deps } from "../../http/deps.ts";
import { changesSince, positionNow } from "../../records/changes.ts";
import { readCursor, signCursor } from "../../records/cursor.ts";
import { viewEntry, viewRecord, viewWhole } from "../../records/view.ts";
import { createRecord, deleteRecord, patchRecord, StaleRecord } from "../../records/write.ts";
import { historyOf } from "../../store/history.ts";
import { getRecord, pageRecords, type RecordPage, type StoredRecord } from "../../store/records.ts";
import type { ApiEnv } from "../env.ts";
import { requestedRegister, requestedValues, requestedVersion, writeContext } from "../requested.ts";

const LIMIT_MAX = 3000;
const LIMIT_UNASKED = 1000;
/** A read of the table brings at most 1 MB; so many of them are still an answer that goes through the gateway (6 MB). */
const READS_MAX = 4;

/** Records of any list: /registers/{r}/records and /registers/{r}/changes. */
export const recordRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/registers/:r/records", async (c) => {
      const register = requestedRegister(c, "read");
      const community = c.get("community");
      const scope = `records/${register.name}/${community}`;
      const cursor = c.req.query("cursor");
      const from = cursor === undefined ? undefined : await readCursor(deps, scope, cursor);
      // Where changes continue is fixed before the first page is read, and carried through the pages.
      const position = typeof from?.since === "string" ? from.since : positionNow(deps);
      const limit = requestedLimit(c.req.query("limit"));
      const after = typeof from?.after === "string" ? from.after : undefined;
      const page = await readPage(deps, register.name, community, limit, after);
      return c.json({
        records: page.records
          .filter(({ values }) => c.get("rights").sees(register.name, values))
          .map((record) => viewRecord(register, record, c.get("rights").restricted)),
        ...(page.after !== undefined && {
          cursor: await signCursor(deps, scope, { after: page.after, since: position }),
        }),
        since: await signCursor(deps, `changes/${register.name}/${community}`, { position }),
      });
    })
    .post("/registers/:r/records", async (c) => {
      const register = requestedRegister(c, "write");
      const values = await requestedValues(c);
      const context = writeContext(c, "create", { values });
      const record = await createRecord(deps, register, c.get("community"), values, context);
      c.header("ETag", `"${record.version}"`);
      return c.json(viewRecord(register, record, c.get("rights").restricted), 201);
    })
    .get("/registers/:r/records/:id", async (c) => {
      const register = requestedRegister(c, "read");
      const record = await getRecord(deps, register.name, c.get("community"), c.req.param("id"));
      if (!record || !c.get("rights").sees(register.name, record.values)) throw new Refusal("not-found");
      c.header("ETag", `"${record.version}"`);
      return c.json(viewWhole(register, record, c.get("rights").restricted));
    })
    .patch("/registers/:r/records/:id", async (c) => {
      const register = requestedRegister(c, "write");
      const values = await requestedValues(c);
      const target = { community: c.get("community"), id: c.req.param("id"), version: requestedVersion(c) };
      const sees = c.get("rights").restricted;
      try {
        const context = writeContext(c, "edit", { values }, "patch");
        const record = await patchRecord(deps, register, target, values, context);
        c.header("ETag", `"${record.version}"`);
        return c.json(viewRecord(register, record, sees));
      } catch (error) {
        throw error instanceof StaleRecord ? stale(error, (record) => viewRecord(register, record, sees)) : error;
      }
    })
    .delete("/registers/:r/records/:id", async (c) => {
      const register = requestedRegister(c, "write");
      const target = { community: c.get("community"), id: c.req.param("id"), version: requestedVersion(c) };
      const sees = c.get("rights").restricted;
      try {
        await deleteRecord(deps, register, target, writeContext(c, "delete", target.id, "delete"));
      } catch (error) {
        if (error instanceof Refusal && error.code === "referenced") throw referenced(error, c.get("rights"));
        throw error instanceof StaleRecord ? stale(error, (record) => viewRecord(register, record, sees)) : error;
      }
      return c.body(null, 204);
    })
    .get("/registers/:r/records/:id/history", async (c) => {
      const register = requestedRegister(c, "read");
      const record = await getRecord(deps, register.name, c.get("community"), c.req.param("id"), { deleted: true });
      if (!record || !c.get("rights").sees(register.name, record.values)) throw new Refusal("not-found");
      const entries = await historyOf(deps, record);
      return c.json(entries.map((entry) => viewEntry(register, entry, c.get("rights").restricted)));
    })
    .get("/registers/:r/changes", async (c) => {
      const register = requestedRegister(c, "read");
      const community = c.get("community");
      const scope = `changes/${register.name}/${community}`;
      const since = c.req.query("since");
      if (since === undefined) throw invalid({ path: "since", code: "required" });
      const { position } = await readCursor(deps, scope, since);
      const found = await changesSince(deps, register.name, community, String(position));
      return c.json({
        changes: found.records.map((record) =>
          // What is no longer theirs to see has gone, for them.
          record.deleted || !c.get("rights").sees(register.name, record.values)
            ? { id: record.id, version: record.version, deleted: true }
            : viewRecord(register, record, c.get("rights").restricted),
        ),
        since: await signCursor(deps, scope, { position: found.position }),
        more: found.more,
      });
    });

/** A page of a list in as few answers as possible: each costs the reader a journey to the server and back. */
async function readPage(
  deps: Deps,
  register: string,
  community: string,
  limit: number,
  start: string | undefined,
): Promise<RecordPage> {
  const records: StoredRecord[] = [];
  let after = start;
  for (let read = 1; read <= READS_MAX && records.length < limit; read += 1) {
    const wanted = Math.min(LIMIT_UNASKED, limit - records.length);
    const page = await pageRecords(deps, register, community, { limit: wanted, ...(after !== undefined && { after }) });
    records.push(...page.records);
    after = page.after;
    if (after === undefined) return { records };
  }
  return { records, ...(after !== undefined && { after }) };
}

function requestedLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT_UNASKED;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw invalid({ path: "limit", code: "not-integer" });
  return Math.min(limit, LIMIT_MAX);
}

/** The refusal of a stale write, with the record as it now is and the caller may see it. */
export function stale(error: StaleRecord, view: (record: StaleRecord["current"]) => unknown): Refusal {
  return new Refusal("stale", [], { current: view(error.current) });
}

/** Lists that still refer to a record are named to whoever may read them: that somebody stands in another says enough. */
function referenced({ extra: { by } }: Refusal, rights: Rights): Refusal {
  const lists = Array.isArray(by) ? by.filter((list) => rights.can("read", String(list))) : [];
  return new Refusal("referenced", [], { by: lists });
}
