import { expect } from "vitest";
import { historyOf } from "../../../functions/store/history.ts";
import { getRecord } from "../../../functions/store/records.ts";
import type { Whole } from "../../support/whole-tables.ts";
import type { Rig } from "./rig.ts";

/** Every record that is no longer as it was has one entry for each version, each chained to the one before. */
export async function expectHistories({ deps, tables }: Rig, start: Whole): Promise<void> {
  for (const { after } of await tables.since(start)) {
    const [kind, register = "", community = ""] = (after.key.pk?.S ?? "").split("#");
    if (kind !== "R" || !after.item) continue;
    const record = await getRecord(deps, register, community, after.key.sk?.S ?? "", { deleted: true });
    if (!record) continue;
    const entries = (await historyOf(deps, record)).filter(({ action }) => action !== "reveal").reverse();
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_, index) => index + 1));
    expect(entries).toHaveLength(record.version);
    expect(entries.slice(1).map(({ previous }) => previous?.hash)).toEqual(
      entries.slice(0, -1).map(({ hash }) => hash),
    );
    const moves = entries.flatMap(({ action, move }) => (action === "move" && move !== undefined ? [move] : []));
    expect(
      (record.steps ?? [])
        .filter(({ move }) => move !== "create")
        .map(({ move }) => move)
        .slice(-moves.length),
    ).toEqual(moves);
  }
}
