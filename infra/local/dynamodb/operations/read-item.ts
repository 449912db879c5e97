import type { Context } from "../context.ts";
import { refuseOverlaps } from "../expressions/overlaps.ts";
import { projectionOf } from "../expressions/parsed.ts";
import { project } from "../expressions/paths.ts";
import type { Placeholders } from "../expressions/placeholders.ts";
import { type Key, sameItem } from "../keys.ts";
import type { StaleView } from "../recent-writes.ts";
import { type Members, optionalText } from "../request.ts";
import { findItem, type Stored } from "../stored.ts";
import type { Table } from "../tables.ts";
import type { Item } from "../values/attribute-value.ts";

/** What a reader sees who needs the last write, or who may meet a replica that has not seen it. */
export function readItem(context: Context, table: Table, key: Key, stale: StaleView | undefined): Stored | undefined {
  const former = stale?.get(sameItem(table, key));
  return former ? former.before : findItem(context.storage, table, key);
}

export const viewFor = (context: Context, table: Table, consistent: boolean): StaleView | undefined =>
  consistent ? undefined : context.recent.staleView(table);

/** Reads a ProjectionExpression; without one, everything is shown. */
export function readProjection(members: Members, names: Placeholders): (item: Item) => Item {
  const text = optionalText(members, "ProjectionExpression");
  if (text === undefined) return (item) => item;
  const paths = names.use("ProjectionExpression", projectionOf(text)).map((path) => names.path(path));
  refuseOverlaps("ProjectionExpression", paths);
  return (item) => project(item, paths);
}
