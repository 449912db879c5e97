import type { Context } from "../context.ts";
import { validation } from "../errors.ts";
import { flag, readMembers, requiredText } from "../request.ts";
import { storedRow } from "../stored.ts";
import { expiryOf } from "../write-item.ts";
import { tableOf } from "./write-actions.ts";

export function updateTimeToLive(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["TableName", "TimeToLiveSpecification"], "UpdateTimeToLive");
  const table = tableOf(context, members);
  const wish = readMembers(members.TimeToLiveSpecification, ["AttributeName", "Enabled"], "TimeToLiveSpecification");
  const attribute = requiredText(wish, "AttributeName");
  const enabled = flag(wish, "Enabled", false);
  const { ttlAttribute: present, ...rest } = table.definition;
  if (enabled && present !== undefined) throw validation("TimeToLive is already enabled");
  if (!enabled && present === undefined) throw validation("TimeToLive is already disabled");
  if (!enabled && present !== attribute)
    throw validation(`TimeToLive is active on a different AttributeName: current AttributeName is ${present}`);
  context.tables.replace(table, enabled ? { ...rest, ttlAttribute: attribute } : rest);
  const { storage } = context;
  // Items that are already there get their moment now; reading them all first, as the statement writes what it reads.
  const sql = "SELECT hash, range, body, bytes FROM items WHERE tableId = ?";
  for (const row of [...storage.rows(sql, table.id)]) {
    const expiry = expiryOf(enabled ? attribute : undefined, storedRow(row).item);
    storage.run(
      "UPDATE items SET expiry = ? WHERE tableId = ? AND hash = ? AND range = ?",
      expiry,
      table.id,
      row.text("hash"),
      row.text("range"),
    );
  }
  return { TimeToLiveSpecification: { AttributeName: attribute, Enabled: enabled } };
}

export function describeTimeToLive(context: Context, input: unknown): unknown {
  const { definition } = tableOf(context, readMembers(input, ["TableName"], "DescribeTimeToLive"));
  const attribute = definition.ttlAttribute;
  return {
    TimeToLiveDescription:
      attribute === undefined
        ? { TimeToLiveStatus: "DISABLED" }
        : { TimeToLiveStatus: "ENABLED", AttributeName: attribute },
  };
}
