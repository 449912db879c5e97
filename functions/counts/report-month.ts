import { dayOf, isMonth, lastDayOf } from "../../shared/rules/calendar.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Cell, Statistic } from "../../shared/schema/statistic.ts";
import { addAmounts, amountsOfCell, COUNTED_REGISTERS, countAll } from "../../shared/schema/statistics.ts";
import { refuseQuestion } from "../../shared/words/statistics.ts";
import type { Deps } from "../http/deps.ts";
import { type Item, openItems } from "../store/items.ts";
import { allRecords } from "../store/records.ts";
import { transactItem, writeTogether } from "../store/transact.ts";
import { monthItems } from "./months.ts";

/**
 * Closes a month that ended before the community kept its people here, or while it was not counted (重建): counts all
 * records as of the month's last day. A month that has any figures already stays as it is.
 */
export async function rebuildMonth(deps: Deps, community: string, month: string, language: Language) {
  requireEnded(deps, month, language);
  const day = lastDayOf(month);
  const cells = await countAll(countedRecords(deps, community), day);
  const items = monthItems(community, month, cells, "rebuilt", deps.now());
  await freeze(deps, items, language);
  return { period: month, origin: "rebuilt", indicators: items.map(({ pk }) => String(pk).split("#").at(-1)) };
}

async function* countedRecords(deps: Deps, community: string) {
  for (const register of COUNTED_REGISTERS) {
    for await (const { values } of allRecords(deps, register, community)) yield { register, values };
  }
}

/** Keeps a month's figures that a community reports by hand (上报), because its lists are kept elsewhere. */
export async function reportMonth(
  deps: Deps,
  community: string,
  report: { period: string; statistic: Statistic; cells: readonly Cell[] },
  language: Language,
) {
  const { period, statistic } = report;
  requireEnded(deps, period, language);
  const cells: Record<string, number> = {};
  for (const cell of report.cells) addAmounts(cells, amountsOfCell(statistic, cell));
  const items = monthItems(community, period, cells, "reported", deps.now(), [statistic.name]);
  await freeze(deps, items, language);
  return { period, origin: "reported", indicators: [statistic.name] };
}

function requireEnded({ now }: Deps, month: string, language: Language): void {
  if (!isMonth(month)) throw refuseQuestion("period", "not-a-period", language);
  if (month >= dayOf(now()).slice(0, 7)) throw refuseQuestion("period", "month-not-closed", language);
}

/**
 * Keeps a month's items, which nothing changes afterwards. Refused where the month has other figures; the same ones sent
 * again are answered again, for the first answer may have been lost on its way.
 */
async function freeze(deps: Deps, items: readonly Item[], language: Language): Promise<void> {
  const { documents, tables } = deps;
  const writes = items.map((put) => transactItem(tables.counts, { put, only: "absent" }));
  if ((await writeTogether(documents, writes)) === undefined) return;
  const kept = openItems(documents, tables.counts);
  const same = items.map(async (item) => {
    const found = await kept.get({ pk: String(item.pk), sk: String(item.sk) });
    return figuresOf(found) === figuresOf(item);
  });
  if (!(await Promise.all(same)).every(Boolean)) throw refuseQuestion("period", "already-frozen", language, "conflict");
}

const figuresOf = (item: Item | undefined) => item && canonicalJson([item.cells, item.origin]);
